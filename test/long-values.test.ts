import { describe, expect, test } from "vitest";
import { inputNames } from "../src/inputs/names.ts";
import { rssOf } from "./feed.ts";
import { apiError, html, redirect, throttled } from "./instance/faults.ts";
import { type Fault, startInstance } from "./instance/server.ts";
import { type Outcome, type RunOptions, runAction, source } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

// Values of any length, of the author's or of others: what stands in a sentence of ours leaves it short, and whole.

const LONG = 100_000;

/** The most that a sentence may have, in characters. */
const MOST = 2000;

const values = {
  letters: "x".repeat(LONG),
  digits: "1".repeat(LONG),
  words: "word ".repeat(LONG / 5).trim(),
  address: `https://social.example/@a/${"1".repeat(LONG)}`,
  "address of the instance's own": `OWN/@poster/${"1".repeat(LONG)}`,
};

/** Inputs that are a text of the post, or are never shown. */
const TEXTS = ["status", "spoiler-text", "access-token", "github-token"];

async function run({
  faults = [],
  inputs = {},
  ...more
}: Partial<RunOptions> & { faults?: Fault[] }): Promise<Outcome> {
  const time = sharedTime();
  const instance = await startInstance({ now: time.now, sleep: time.sleep });
  try {
    for (const fault of faults) instance.fault(fault);
    const own = (value: string) => value.replace("OWN", instance.origin);
    const usual = {
      "instance-url": instance.origin,
      "access-token": instance.createToken({ scopes: ["read", "write"] }),
      status: "Out now",
    };
    const given = Object.entries(inputs).map(([name, value]) => [name, own(value)]);
    return await runAction({ target: source, time, ...more, inputs: { ...usual, ...Object.fromEntries(given) } });
  } finally {
    await instance.close();
  }
}

/** What a run says is short; and a sentence has its end, where it says what to do. */
function holdShort({ stdout, stderr, outputs, summary }: Outcome): void {
  expect(stderr).toBe("");
  const isText = (line: string) => line.startsWith("  │") || line.startsWith("::add-mask");
  const lines = stdout.split("\n").filter((line) => !isText(line));
  // What is between tags, and in them. A text of the post stands in a quote.
  const pieces = summary.replaceAll(/<blockquote>.*<\/blockquote>/g, "").split(/[<>]/);
  const shown = pieces.map((piece) => piece.replaceAll(/&#\d+;/g, "?"));
  const reasons = JSON.parse(outputs.results!).map(({ reason }: { reason: string }) => reason);
  const sentences: string[] = [outputs.reason!, ...reasons];
  const long = [...lines.map((line) => line.replace(/^::\w+.*?::/, "")), ...shown, ...sentences].filter(
    (one) => one.length > MOST,
  );
  expect(long.map((one) => one.slice(0, 200))).toEqual([]);
  const errors = lines.filter((line) => line.startsWith("::error"));
  for (const sentence of [...sentences.filter(Boolean), ...errors]) {
    expect(sentence.slice(-100)).toMatch(/(?:[.?)]|https?:\/\/[^\s…]+)$/);
  }
}

const names = inputNames.filter((name) => !TEXTS.includes(name));
describe.concurrent.each(names)("`%s`", (name) => {
  test.each(Object.entries(values))("%s", async (_, value) => {
    holdShort(await run({ inputs: { [name]: value } }));
  });
});

describe.concurrent.each(["in-reply-to-id", "quoted-status-id", "edit-status-id", "link"])(
  "`%s`, rehearsed",
  (name) => {
    test.each(Object.entries(values))("%s", async (_, value) => {
      holdShort(await run({ inputs: { [name]: value, "dry-run": "true" } }));
    });
  },
);

const POST = { method: "POST", path: "/api/v1/statuses" };

/** An answer whose texts are all long. */
const lengthened = (entity: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "id" ? values.words : value,
    ]),
  );

const answers: Record<string, Fault[]> = {
  "a status whose texts are all long": [{ ...POST, rewrite: lengthened }],
  "a status with a long id": [{ ...POST, rewrite: (entity) => ({ ...entity, id: values.digits }) }],
  "a status that replies to a long id": [
    { ...POST, rewrite: (entity) => ({ ...entity, in_reply_to_id: values.digits }) },
  ],
  "an error in a long word": [{ ...POST, answer: apiError(422, values.letters) }],
  "an error in many words": [{ ...POST, answer: apiError(403, values.words) }],
  "a page with a long title": [{ ...POST, answer: html(403, values.words) }],
  "a redirect to a long address": [{ ...POST, answer: redirect(`https://other.example/${"a".repeat(8000)}`) }],
  "a rate limit with a long time": [{ ...POST, answer: throttled({ retryAfter: "9".repeat(8000) }) }],
};

describe.concurrent("a server's", () => {
  test.each(Object.entries(answers))("%s", async (_, faults) => {
    holdShort(await run({ faults }));
  });
});

describe.concurrent("entries", () => {
  const link = `/${"a".repeat(LONG)}`;
  test.each([
    ["a feed's, with a long title", { title: values.words, path: "/1/" }],
    ["a feed's, with a long link", { title: "One", path: link }],
  ])("%s", async (_, entry) => {
    const files = { "feed.xml": rssOf([{ ...entry, age: 3_600_000 }]) };
    holdShort(await run({ event: "schedule", inputs: { status: "{{ entry.link }}", feed: "feed.xml" }, files }));
    const refused: Fault = { ...POST, answer: apiError(403, "This action is not allowed") };
    const inputs = { status: "{{ entry.title }}: {{ entry.link }}", feed: "feed.xml" };
    holdShort(await run({ event: "schedule", inputs, files, faults: [refused] }));
  });

  test("a list's, with long links", async () => {
    const data = JSON.stringify(["a", "b"].map((letter) => ({ link: `https://example.com/${letter.repeat(40_000)}` })));
    holdShort(await run({ inputs: { data, link: "{{ data.link }}", status: "{{ data.link }}" } }));
  });
});
