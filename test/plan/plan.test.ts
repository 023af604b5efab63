import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readInputs } from "../../src/inputs/inputs.ts";
import { findMedia } from "../../src/inputs/media-files.ts";
import type { Plan } from "../../src/mastodon/plan.ts";
import { guardPost } from "../../src/plan/guard.ts";
import { planOf } from "../../src/plan/plan.ts";
import { render } from "../../src/plan/render.ts";
import { collectFacts } from "../../src/sources/facts.ts";
import { png } from "../instance/files.ts";
import { environmentWith } from "../sources/environment.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const DAY = 86_400_000;

const event = JSON.parse(readFileSync(new URL("../events/release.published.undici.json", import.meta.url), "utf8"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-"));
  writeFileSync(join(folder, "chart.png"), png().bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unreachable: typeof fetch = () => Promise.reject(new Error("A request that nobody asked for."));

/** The plan of a run on the event `release`, from its inputs on. */
async function planWith(given: Record<string, string>, action = "published"): Promise<Plan> {
  const environment = environmentWith({
    event: { ...event, action },
    github: { repository: "nodejs/undici", event_name: "release", run_id: "7", job: "release" },
    folders: [folder],
  });
  const base = { "instance-url": "https://social.example", "access-token": "token" };
  const inputs = await readInputs(new Map(Object.entries({ ...base, ...given })), environment);
  const facts = await collectFacts(inputs, environment, unreachable);
  const files = await findMedia(inputs.media, environment.folders, () => 60_000);
  const post = guardPost(await render(inputs, facts, files, now), inputs.mentions);
  const texts = post.drafts.map(({ text }) => text);
  return planOf(inputs, environment, facts, post, texts, now);
}

const everything = {
  status: "{{ release.title }} is out",
  "spoiler-text": "Release of {{ repository.name }}",
  visibility: "unlisted",
  language: "en",
  sensitive: "true",
  "quote-approval-policy": "followers",
  media: "{ file: chart.png, description: '{{ release.tag_name }} in figures', focus: '0,0.5' }",
  poll: "{ options: [Yes, '{{ release.tag_name }}'], expires-in: 2 hours }",
  "scheduled-at": "2 hours",
  "in-reply-to-id": "42",
  "quoted-status-id": "https://social.example/@me/43",
};

/** Where in a value something stands that is no plain data. */
function oddities(value: unknown, path = "plan"): string[] {
  if (value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value)) return [];
  const isPlain =
    Array.isArray(value) || (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype);
  if (!isPlain) return [`${path}: ${typeof value}`];
  return Object.entries(value as object).flatMap(([name, one]) => oddities(one, `${path}.${name}`));
}

describe("a plan is plain data", () => {
  test("but for what reads a file", async () => {
    expect(oddities(await planWith(everything))).toEqual(["plan.media.0.file.read: function"]);
    expect(oddities(await planWith({ status: "Hello" }))).toEqual([]);
  });

  test("so that it survives a printer", async () => {
    const plan = await planWith({ status: "Hello", pin: "true", "edit-status-id": "auto" });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  test("and shows all that is decided", async () => {
    const size = png().bytes.length;
    expect(JSON.parse(JSON.stringify(await planWith(everything)))).toEqual({
      identity: [
        "post",
        "nodejs/undici",
        191000720,
        ["", "", ""],
        {
          texts: ["undici 7.2.0 is out"],
          content_type: "text/plain",
          spoiler_text: "Release of undici",
          visibility: "unlisted",
          language: "en",
          sensitive: true,
          quote_approval_policy: "followers",
          poll: { options: ["Yes", "v7.2.0"], expires_in: 7200, multiple: false, hide_totals: false },
          media: [createHash("sha256").update(png().bytes).digest("hex")],
          reply: "42",
          quote: "https://social.example/@me/43",
          schedule: "2 hours",
        },
      ],
      texts: ["undici 7.2.0 is out"],
      mentions: [],
      params: {
        content_type: "text/plain",
        spoiler_text: "Release of undici",
        visibility: "unlisted",
        language: "en",
        sensitive: true,
        quote_approval_policy: "followers",
      },
      media: [
        {
          label: "chart.png",
          file: { filename: "chart.png", type: "image/png", size },
          description: "v7.2.0 in figures",
          focus: "0,0.5",
          thumbnail: null,
        },
      ],
      poll: { options: ["Yes", "v7.2.0"], expires_in: 7200, multiple: false, hide_totals: false },
      scheduledAt: now + 7_200_000,
      inReplyTo: "42",
      quoted: "https://social.example/@me/43",
      quotesBy: ["quoted_status_id", "quote_id"],
      release: {
        url: "https://github.com/nodejs/undici/releases/tag/v7.2.0",
        publishedAt: Date.parse("2024-12-18T10:13:23Z"),
        inAnyWords: false,
      },
      letsGoFirst: false,
      link: "",
      look: null,
      edit: null,
      pin: false,
    });
  });

  test("which nothing but the inputs decide: no chance, and no clock", async () => {
    expect(JSON.stringify(await planWith(everything))).toBe(JSON.stringify(await planWith(everything)));
  });
});

test.each([
  ["published", false],
  ["created", true],
  ["released", true],
  ["prereleased", true],
])("the run of `%s` lets another one go first: %s", async (action, letsGoFirst) => {
  expect((await planWith({ status: "Hello" }, action)).letsGoFirst).toBe(letsGoFirst);
  // Without a look there is nothing to wait for.
  expect((await planWith({ status: "Hello", "duplicate-check": "never" }, action)).letsGoFirst).toBe(false);
});

test.each([
  ["published", {}, false],
  ["released", {}, true],
  ["released", { "idempotency-key": "second" }, false],
])("on `%s` with %o a post in other words counts: %s", async (action, given, inAnyWords) => {
  expect((await planWith({ status: "Hello", ...given }, action)).release?.inAnyWords).toBe(inAnyWords);
});

test("what is absent is the account's own default, and is not sent; the text is plain", async () => {
  expect((await planWith({ status: "Hello" })).params).toEqual({
    content_type: "text/plain",
    allowed_mentions: [],
  });
});

test("who is mentioned is sent where a template means nobody, may mean it, and nothing is scheduled", async () => {
  const allowed = async (inputs: Record<string, string>) => (await planWith(inputs)).params.allowed_mentions;
  expect(await allowed({ status: "By {{ data.who }}", data: '{ "who": "@alice" }' })).toEqual([]);
  expect(await allowed({ status: "By @alice", mentions: "none" })).toEqual([]);
  expect(await allowed({ status: "By @alice" })).toBeUndefined();
  expect(await allowed({ status: "Hello", mentions: "all" })).toBeUndefined();
  expect(await allowed({ status: "Hello", "scheduled-at": "2 hours" })).toBeUndefined();
});

describe("what is to be edited", () => {
  test("is looked for 30 days back, or as far as `duplicate-check` says", async () => {
    const edit = { status: "Hello", "edit-status-id": "auto" };
    expect((await planWith(edit)).edit).toEqual({ target: "auto", since: now - 30 * DAY, before: now });
    expect((await planWith({ ...edit, "duplicate-check": "2 days" })).edit?.since).toBe(now - 2 * DAY);
  });
});

test("a time that is none is refused", async () => {
  await expect(planWith({ status: "Hello", "scheduled-at": "tomorrow" })).rejects.toThrow(
    /^`scheduled-at` is "tomorrow"/,
  );
});
