import { setTimeout as wait } from "node:timers/promises";
import { crc32, deflateSync } from "node:zlib";
import { startGithubApi } from "../github-api.ts";
import type { Outcome } from "../runner.ts";
import type { Reader } from "./reader.ts";

/** What workflows want of any server, each tried by a run of the action and judged by what the server has then. */

/** A server with an account, and the action to be run against it. */
export interface World {
  /** On an event that announces nothing by itself, unless said; with a visibility of this world's, unless said. */
  run(inputs: Record<string, string>, more?: RunMore): Promise<Outcome>;
  /** What was asked for since the run before, such as `POST /api/v1/statuses`; null where nobody stands between. */
  requests(): string[] | null;
  read: Reader;
  visibility: "public" | "direct";
  /** A token that may only read; null where there is none. */
  readOnlyToken: string | null;
  /** Somebody whom a text can mention by this name; null where nobody else is there. */
  bystander: string | null;
}

export interface RunMore {
  event?: string;
  env?: Record<string, string>;
}

export interface Job {
  name: string;
  /** Whether it takes a post that everybody can see, or a token of its own. */
  isPublic?: true;
  attempt(world: World): Promise<Seen>;
}

/** What was wanted, and what came of it: the step's own word (`result`), and what the server has. */
export interface Seen {
  asked: unknown;
  stored: unknown;
}

/** A picture that a server can really read: a square of 16 pixels, of one grey. */
export function picture(grey: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const size = 16;
  const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 0, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: size }, () => Buffer.from([0, ...Array(size).fill(grey)])));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const data = chunk("IDAT", deflateSync(rows));
  return Buffer.concat([signature, chunk("IHDR", header), data, chunk("IEND", Buffer.alloc(0))]);
}

/** The files of the workspace. */
export const files = Object.fromEntries(["a", "b", "c", "d"].map((name, at) => [`${name}.png`, picture(40 + 50 * at)]));

const event = "release.published.undici";
/** About another release, so that only one post is about it. */
const other = "release.published";
const POST = "POST /api/v1/statuses";
const alt = "A “quoted” sea\nat dawn 🌅";
/** Markup, entities, and what is made a link without being written as one. */
const odd = `<i>Odd</i> &amp; &copy; "text" it's 1 < 2  **b**\n\n\t- www.example.com, me@example.org #tag-x @nobody@example.org`;
const poll = "{options: [Tea, Coffee], expires-in: 1 day, multiple: true}";
const week = 7 * 86_400_000;

/** One post: what the step says of it, and what the server has. */
function posted(
  name: string,
  inputs: Record<string, string>,
  asked: object,
  // biome-ignore lint/suspicious/noExplicitAny: a Status as the server gives it
  read: (status: any) => object,
): Job {
  return {
    name,
    async attempt(world) {
      const { id, result } = (await world.run(inputs)).outputs;
      const stored = id ? read(await world.read.status(id)) : {};
      return { asked: { result: "posted", ...asked }, stored: { result, ...stored } };
    },
  };
}

/** A run that must post nothing, and say so. */
function refused(name: string, inputs: (world: World) => Record<string, string>, words: RegExp): Job {
  return {
    name,
    async attempt(world) {
      const { result, reason = "" } = (await world.run({ status: "Never", ...inputs(world) })).outputs;
      return { asked: ["failed", true], stored: [result, words.test(reason) || reason] };
    },
  };
}

/** The same run once more, a week after the first, where only a look tells that all is up. */
async function secondAttempt({ run, requests }: World, inputs: Record<string, string>, event: string): Promise<Seen> {
  const github = await startGithubApi(undefined, new Date(Date.now() - week));
  try {
    const { outputs } = await run(inputs, { event, env: { GITHUB_RUN_ATTEMPT: "2", GITHUB_API_URL: github.url } });
    const posts = requests()?.filter((request) => request === POST) ?? [];
    return { asked: ["duplicate", 0], stored: [outputs.result, posts.length] };
  } finally {
    await github.close();
  }
}

export const jobs: Job[] = [
  posted("plain", { status: "Hello from a workflow" }, { content: true }, ({ content }) => ({
    content: content.includes("Hello from a workflow"),
  })),
  {
    name: "release announcement, in one request",
    async attempt(world) {
      const { id = "", result, text, url } = (await world.run({}, { event })).outputs;
      const requests = world.requests()?.filter((request) => request.startsWith("POST ")) ?? [POST];
      const status = await world.read.status(id);
      const asked = ["posted", [POST], text, url];
      return { asked, stored: [result, requests, await world.read.source(id), status.url] };
    },
  },
  { name: "re-run of that announcement", attempt: (world) => secondAttempt(world, {}, event) },
  {
    name: "re-run of a text that servers show in another way",
    async attempt(world) {
      const inputs = { status: odd };
      const { outputs } = await world.run(inputs);
      const again = await secondAttempt(world, inputs, "workflow_dispatch");
      return { asked: ["posted", again.asked], stored: [outputs.result, again.stored] };
    },
  },
  {
    name: "dry run",
    async attempt(world) {
      const { result } = (await world.run({ status: "Not yet", "dry-run": "true" })).outputs;
      // It may ask what the token can, of what has the id 0, which nothing has.
      const writes = world.requests()?.filter((request) => !/^GET |\/0(\/|$)/.test(request)) ?? [];
      return { asked: ["dry-run", []], stored: [result, writes] };
    },
  },
  posted(
    "content warning, visibility, language",
    {
      status: "Hallo aus einem Workflow",
      "spoiler-text": "„Vorsicht“ & Ruhe",
      visibility: "direct",
      language: "de",
    },
    { spoiler: "„Vorsicht“ & Ruhe", visibility: "direct", language: "de" },
    ({ spoiler_text, visibility, language }) => ({ spoiler: spoiler_text, visibility, language }),
  ),
  posted("poll", { status: "What do you drink?", poll }, { poll: [["Tea", "Coffee"], true, 24] }, ({ poll: came }) => ({
    poll: came && [
      came.options.map(({ title }: { title: string }) => title),
      came.multiple,
      Math.round((Date.parse(came.expires_at) - Date.now()) / 3_600_000),
    ],
  })),
  posted(
    "image with alt text and focus",
    { status: "Look at this", media: JSON.stringify({ file: "a.png", description: alt, focus: "0.5,-0.5" }) },
    { media: [["image", alt, 0.5, -0.5]] },
    ({ media_attachments }) => ({
      // biome-ignore lint/suspicious/noExplicitAny: a MediaAttachment as the server gives it
      media: media_attachments.map(({ type, description, meta }: any) => [
        type,
        description,
        meta?.focus?.x,
        meta?.focus?.y,
      ]),
    }),
  ),
  posted(
    "four images, in order",
    {
      status: "Look at these",
      media: JSON.stringify(
        ["d", "b", "a", "c"].map((name) => ({ file: `${name}.png`, description: `Image ${name}` })),
      ),
    },
    { media: ["Image d", "Image b", "Image a", "Image c"] },
    ({ media_attachments }) => ({
      media: media_attachments.map(({ description }: { description: string }) => description),
    }),
  ),
  {
    name: "schedule",
    async attempt(world) {
      const { result, id = "" } = (await world.run({ status: "Good morning", "scheduled-at": "1 hour" })).outputs;
      const list = result === "scheduled" ? await world.read.scheduled() : [];
      const minutes = list.map(({ scheduled_at }) => Math.round((Date.parse(scheduled_at) - Date.now()) / 60_000));
      if (result === "scheduled") await world.read.cancelScheduled(id);
      return { asked: ["scheduled", true], stored: [result, minutes.includes(60)] };
    },
  },
  {
    name: "thread of three parts",
    async attempt(world) {
      const { ids = "[]" } = (await world.run({ status: "One\n---\nTwo\n---\nThree" })).outputs;
      const all: string[] = JSON.parse(ids);
      const stored = [];
      for (const id of all) {
        const { in_reply_to_id, visibility } = await world.read.status(id);
        stored.push([await world.read.source(id), all.indexOf(String(in_reply_to_id)), visibility]);
      }
      const quiet = world.visibility === "public" ? "unlisted" : world.visibility;
      return {
        asked: [
          ["One", -1, world.visibility],
          ["Two", 0, quiet],
          ["Three", 1, quiet],
        ],
        stored,
      };
    },
  },
  {
    name: "edit by id, by URL and by `auto`",
    async attempt(world) {
      const inputs = { status: "{{ release.html_url }}" };
      const release = (await world.run(inputs, { event: other })).outputs;
      const first = (await world.run({ status: "Frist" }, {})).outputs;
      const byId = (await world.run({ status: "First", "edit-status-id": first.id ?? "" })).outputs;
      const byUrl = (await world.run({ status: "The first", "edit-status-id": byId.url ?? "" })).outputs;
      // What was posted within a second of a run may be its own.
      await wait(1500);
      const auto = { status: `Mended: ${inputs.status}`, "edit-status-id": "auto" };
      const mended = (await world.run(auto, { event: other })).outputs;
      return {
        asked: ["edited", "edited", "The first", "edited", true],
        stored: [
          byId.result,
          byUrl.result,
          await world.read.source(byUrl.id ?? ""),
          mended.result,
          (await world.read.source(mended.id ?? ""))?.startsWith("Mended: ") && release.result === "posted",
        ],
      };
    },
  },
  {
    name: "reply by id and by URL",
    async attempt(world) {
      const { id = "", url = "" } = (await world.run({ status: "A question" })).outputs;
      const stored = [];
      for (const target of [id, url]) {
        const reply = (await world.run({ status: `An answer to ${target === id ? 1 : 2}`, "in-reply-to-id": target }))
          .outputs;
        stored.push([reply.result, String((await world.read.status(reply.id ?? "")).in_reply_to_id) === id]);
      }
      return {
        asked: [
          ["posted", true],
          ["posted", true],
        ],
        stored,
      };
    },
  },
  {
    name: "quote",
    async attempt(world) {
      const { id = "" } = (await world.run({ status: "Well said" })).outputs;
      const quoting = (await world.run({ status: "Read this", "quoted-status-id": id })).outputs;
      const { quote, quote_id } = quoting.id ? await world.read.status(quoting.id) : { quote: null, quote_id: null };
      return { asked: ["posted", true], stored: [quoting.result, String(quote?.quoted_status?.id ?? quote_id) === id] };
    },
  },
  {
    name: "pin",
    isPublic: true,
    async attempt(world) {
      const { id = "", result } = (await world.run({ status: "Stays on top", pin: "true", visibility: "public" }))
        .outputs;
      return { asked: ["posted", true], stored: [result, (await world.read.status(id)).pinned] };
    },
  },
  {
    name: "text over the limit, cut and refused",
    async attempt(world) {
      const { configuration } = await world.read.instance();
      const limit: number = configuration.statuses.max_characters;
      const line = "Read 👩‍👩‍👧 https://example.com/a/rather/long/path/to/some/page and more, in “quotes” & <signs>. ";
      const status = line.repeat(Math.ceil((limit * 2) / line.length));
      const cut = (await world.run({ status })).outputs;
      const failed = (await world.run({ status, overflow: "fail" })).outputs;
      return {
        asked: ["posted", "failed", String(limit), cut.text],
        stored: [cut.result, failed.result, cut.limit, await world.read.source(cut.id ?? "")],
      };
    },
  },
  posted(
    "content type",
    { status: "A **bold** word", "content-type": "text/markdown" },
    { isBold: true },
    (status) => ({
      isBold: /<(strong|b)>bold<\/(strong|b)>/.test(status.content),
    }),
  ),
  {
    name: "mention guard, with allowed_mentions",
    async attempt(world) {
      const name = world.bystander ?? "nobody";
      const text = `by @${name} in a/@${name}/b, x.example/@${name}/pkg and user=@${name}, &#64;${name}, (@${name})`;
      const inputs = {
        status: "News: {{ data.text }}",
        data: JSON.stringify({ text }),
        "spoiler-text": "{{ data.text }}",
      };
      const { result, id = "" } = (await world.run(inputs)).outputs;
      const hi = (await world.run({ status: `Hi @${name}` })).outputs;
      const mentions = async (of = "") => (await world.read.status(of)).mentions.length;
      return {
        asked: ["posted", 0, world.bystander === null ? 0 : 1],
        stored: [result, await mentions(id), await mentions(hi.id)],
      };
    },
  },
  refused(
    "401: a wrong token",
    () => ({ "access-token": "not-a-token-of-this-server-at-all" }),
    /refused the access token|accept/,
  ),
  {
    ...refused(
      "403: a token that may only read",
      ({ readOnlyToken }) => ({ "access-token": readOnlyToken ?? "" }),
      /scope|lacks|not allowed/i,
    ),
    isPublic: true,
  },
  refused("a reply to an unknown status", () => ({ "in-reply-to-id": "01JMJYTPTJJ4KC7TTR9GJK4A2H" }), /reply|replies/),
];
