import { expect, test } from "vitest";
import { openClient } from "../../src/mastodon/client.ts";
import { wallClock } from "../../src/mastodon/clock.ts";
import type { HttpAnswer } from "../../src/mastodon/http.ts";
import { readInstance } from "../../src/mastodon/instance.ts";
import { limitsOf } from "../../src/mastodon/limits.ts";

type Reply = { status: number; body?: unknown } | "silence";

/** Asks a server that answers with these, version 2 first. */
async function ask(...replies: Reply[]) {
  const asked: string[] = [];
  const http = {
    async send({ url }: { url: URL }): Promise<HttpAnswer> {
      asked.push(url.pathname);
      const reply = replies[asked.length - 1] ?? "silence";
      if (reply === "silence") throw new DOMException("late", "TimeoutError");
      return { status: reply.status, headers: {}, text: JSON.stringify(reply.body ?? {}) };
    },
    clock: wallClock(AbortSignal.timeout(60_000), 60_000),
    proxyOf: () => "",
    within: () => http,
    overtime: () => http,
  };
  const read = readInstance(openClient("https://social.example", "token", http));
  const outcome = await read.then(
    (document) => (document ? limitsOf(document).maxCharacters : null),
    (error: Error) => error.message,
  );
  return { outcome, asked: asked.length };
}

const announcing = (max: unknown) => ({
  status: 200,
  body: { version: "4.5.0", domain: "x", configuration: { statuses: { max_characters: max } } },
});
const old = { status: 200, body: { version: "3.0.0", uri: "x", max_toot_chars: 700 } };
const bare = { status: 200, body: { version: "4.0.0", domain: "x" } };

test.each<[string, Reply[], number | null, number]>([
  ["version 2 tells it: one request", [announcing(1000)], 1000, 1],
  ["version 2 has no configuration: version 1 is asked", [bare, announcing(1000)], 1000, 2],
  ["version 2 has no configuration, version 1 an older field", [bare, old], 700, 2],
  ["version 2 has no usable figure", [announcing(0), old], 700, 2],
  ["neither tells it", [bare, bare], 500, 2],
  ["version 2 alone is there, and does not tell it", [bare, { status: 404 }], 500, 2],
  ["version 2 is broken, version 1 tells it", [{ status: 500 }, old], 700, 2],
  ["no such document", [{ status: 404 }, { status: 404 }], null, 2],
  ["not implemented", [{ status: 501 }, { status: 501 }], null, 2],
])("%s", async (_, replies, outcome, asked) => {
  expect(await ask(...replies)).toEqual({ outcome, asked });
});

test.each<[string, Reply[], string, number]>([
  ["silence at once", ["silence"], "GET /api/v2/instance got no answer: late.", 1],
  ["silence later", [bare, "silence"], "GET /api/v1/instance got no answer: late.", 2],
  ["overload", [{ status: 503 }, { status: 404 }], "GET /api/v2/instance answered 503.", 2],
  ["overload later", [{ status: 404 }, { status: 503 }], "GET /api/v1/instance answered 503.", 2],
  ["overload, and a document that does not tell it", [{ status: 503 }, bare], "GET /api/v2/instance answered 503.", 2],
  ["a rate limit", [{ status: 429 }, { status: 429 }], "GET /api/v2/instance answered 429.", 2],
])("a server that may tell it another time is no server without a limit: %s", async (_, replies, outcome, asked) => {
  expect(await ask(...replies)).toEqual({ outcome, asked });
});
