import { crc32, deflateSync } from "node:zlib";
import { startGithubApi } from "../github-api.ts";
import type { Outcome } from "../runner.ts";

/** What a workflow wants of any server: the same runs on a real one and on the practice instance. */

/** A server with an account, and the action to be run against it. */
export interface World {
  /** On an event that announces nothing by itself, unless said. */
  run(inputs: Record<string, string>, more?: { event?: string; env?: Record<string, string> }): Promise<Outcome>;
  /** What was asked for since the run before, such as `POST /api/v1/statuses`. */
  requests(): string[];
  /** Asks the server itself, with the account's token. */
  // biome-ignore lint/suspicious/noExplicitAny: checks read fields of many entities
  ask(path: string): Promise<any>;
}

export interface Check {
  name: string;
  attempt(world: World): Promise<Seen>;
}

/** What was wanted, and what came of it: the step's own word (`result`), and what the server has. */
export interface Seen {
  asked: unknown;
  stored: unknown;
}

/** A picture that a server can really read: a grey square of 16 pixels. */
export function picture(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const size = 16;
  const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 0, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: size }, () => Buffer.from([0, ...Array(size).fill(127)])));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const event = "release.published.undici";
const POST = "POST /api/v1/statuses";
const alt = "A “quoted” sea\nat dawn 🌅";
/** Markup, entities, and what is made a link without being written as one. */
const odd = `<i>Odd</i> &amp; &copy; "text" it's 1 < 2  **b**\n\n\t- www.example.com, me@example.org #tag-x @nobody@example.org`;
const poll = "{options: [Tea, Coffee], expires-in: 1 day, multiple: true}";
const week = 7 * 86_400_000;

/** One post: what the step says of it, and what the server has. */
async function posted(
  world: World,
  inputs: Record<string, string>,
  asked: object,
  // biome-ignore lint/suspicious/noExplicitAny: a Status as the server gives it
  read: (status: any) => object,
): Promise<Seen> {
  const outcome = await world.run(inputs);
  const { id, result } = outcome.outputs;
  const stored = id ? read(await world.ask(`/api/v1/statuses/${id}`)) : {};
  return { asked: { result: "posted", ...asked }, stored: { result, ...stored } };
}

/** The same run once more, a week after the first, where only a look tells that all is up. */
async function secondAttempt({ run, requests }: World, inputs: Record<string, string>, event: string): Promise<Seen> {
  const github = await startGithubApi(undefined, new Date(Date.now() - week));
  try {
    const env = { GITHUB_RUN_ATTEMPT: "2", GITHUB_API_URL: github.url };
    const { outputs } = await run(inputs, { event, env });
    const posts = requests().filter((request) => request === POST);
    return { asked: ["duplicate", 0], stored: [outputs.result, posts.length] };
  } finally {
    await github.close();
  }
}

const sourceOf = async ({ ask }: World, id = "") => (id ? (await ask(`/api/v1/statuses/${id}/source`)).text : null);

export const checks: Check[] = [
  {
    name: "release announcement in one request",
    async attempt(world) {
      const first = await world.run({}, { event });
      const { id, text, url } = first.outputs;
      const [requests, status] = [world.requests(), await world.ask(`/api/v1/statuses/${id}`)];
      return {
        asked: ["posted", [POST], text, url],
        stored: [first.outputs.result, requests, await sourceOf(world, id), status.url],
      };
    },
  },
  {
    name: "re-run of that announcement",
    attempt: (world) => secondAttempt(world, {}, event),
  },
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
      const outcome = await world.run({ status: "Not yet", "dry-run": "true" });
      const writes = world.requests().filter((request) => !request.startsWith("GET "));
      return { asked: ["dry-run", []], stored: [outcome.outputs.result, writes] };
    },
  },
  {
    name: "content warning, visibility, language",
    attempt: (world) =>
      posted(
        world,
        {
          status: "Hallo aus einem Workflow",
          "spoiler-text": "„Vorsicht“ & Ruhe",
          visibility: "private",
          language: "de",
        },
        { spoiler: "„Vorsicht“ & Ruhe", visibility: "private", language: "de" },
        ({ spoiler_text, visibility, language }) => ({ spoiler: spoiler_text, visibility, language }),
      ),
  },
  {
    name: "thread of three parts",
    async attempt(world) {
      const outcome = await world.run({ status: "One\n---\nTwo\n---\nThree", visibility: "public" });
      const ids: string[] = JSON.parse(outcome.outputs.ids || "[]");
      const stored = [];
      for (const id of ids) {
        const { in_reply_to_id, visibility } = await world.ask(`/api/v1/statuses/${id}`);
        stored.push([await sourceOf(world, id), ids.indexOf(in_reply_to_id), visibility]);
      }
      const asked = [
        ["One", -1, "public"],
        ["Two", 0, "unlisted"],
        ["Three", 1, "unlisted"],
      ];
      return { asked, stored };
    },
  },
  {
    name: "image with alt text",
    attempt: (world) =>
      posted(
        world,
        { status: "Look at this", media: JSON.stringify({ file: "photo.png", description: alt }) },
        { media: [["image", alt]] },
        ({ media_attachments }) => ({
          media: media_attachments.map(({ type, description }: Record<string, string>) => [type, description]),
        }),
      ),
  },
  {
    name: "poll",
    attempt: (world) =>
      posted(world, { status: "What do you drink?", poll }, { poll: [["Tea", "Coffee"], true, 24] }, (status) => ({
        poll: status.poll && [
          status.poll.options.map(({ title }: { title: string }) => title),
          status.poll.multiple,
          Math.round((Date.parse(status.poll.expires_at) - Date.now()) / 3_600_000),
        ],
      })),
  },
  {
    name: "schedule",
    async attempt(world) {
      const outcome = await world.run({ status: "Good morning", "scheduled-at": "1 hour" });
      const { result } = outcome.outputs;
      const list = result === "scheduled" ? [await world.ask("/api/v1/scheduled_statuses")].flat() : [];
      const minutes = list.map(({ scheduled_at }) => Math.round((Date.parse(scheduled_at) - Date.now()) / 60_000));
      return { asked: ["scheduled", true], stored: [result, minutes.includes(60)] };
    },
  },
  {
    name: "edit, reply by address, pin",
    async attempt(world) {
      const first = await world.run({ status: "Nwe" });
      const edited = await world.run({ status: "New", "edit-status-id": first.outputs.id ?? "" });
      const reply = await world.run({ status: "And more", "in-reply-to-id": edited.outputs.url ?? "" });
      const pinned = await world.run({ status: "Stays on top", pin: "true" });
      const outcomes = [first, edited, reply, pinned];
      const { in_reply_to_id: to } = await world.ask(`/api/v1/statuses/${reply.outputs.id}`);
      const { pinned: isPinned } = await world.ask(`/api/v1/statuses/${pinned.outputs.id}`);
      return {
        asked: [["posted", "edited", "posted", "posted"], "New", true, true],
        stored: [
          outcomes.map(({ outputs }) => outputs.result),
          await sourceOf(world, edited.outputs.id),
          to === edited.outputs.id,
          isPinned,
        ],
      };
    },
  },
  {
    name: "text over the limit, cut and refused",
    async attempt(world) {
      const { configuration } = await world.ask("/api/v1/instance");
      const limit: number = configuration.statuses.max_characters;
      const line = "Read 👩‍👩‍👧 https://example.com/a/rather/long/path/to/some/page and more, in “quotes” & <signs>. ";
      const status = line.repeat(Math.ceil((limit * 2) / line.length));
      const cut = await world.run({ status });
      const refused = await world.run({ status, overflow: "fail" });
      const outcomes = [cut, refused];
      return {
        asked: [["posted", "failed"], String(limit), cut.outputs.text],
        stored: [
          outcomes.map(({ outputs }) => outputs.result),
          cut.outputs.limit,
          await sourceOf(world, cut.outputs.id),
        ],
      };
    },
  },
  {
    name: "wrong token",
    async attempt({ run }) {
      const { outputs } = await run({ status: "Never", "access-token": "not-a-token-of-this-server-at-all" });
      return { asked: "failed", stored: outputs.result };
    },
  },
  {
    name: "reply to an unknown status",
    async attempt({ run }) {
      const { outputs } = await run({ status: "Never", "in-reply-to-id": "01JMJYTPTJJ4KC7TTR9GJK4A2H" });
      return { asked: "failed", stored: outputs.result };
    },
  },
];
