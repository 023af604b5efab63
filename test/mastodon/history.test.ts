import { describe, expect, test } from "vitest";
import { readHistory } from "../../src/mastodon/history/history.ts";
import { fakeClient } from "./fake-client.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const MINUTE = 60_000;

/** What a look of the last day misses on a server that shows the same posts, so many, whatever page it is asked for. */
async function missingOn(count: number) {
  const posts = Array.from({ length: count }, (_, index) => ({
    id: String(1000 - index),
    created_at: new Date(now - index * MINUTE).toISOString(),
  }));
  const client = fakeClient({ "GET /api/v1/accounts/1/statuses": { json: posts } });
  const owner = { id: "1", privacy: "public", statuses: null };
  const window = { since: now - 24 * 60 * MINUTE, visibility: "public", scheduled: false };
  return (await readHistory({ client, owner, software: null }, window)).missing;
}

describe("a server that shows one page alone", () => {
  test("shows all where that is short", async () => {
    expect(await missingOn(19)).toBeNull();
  });

  test("may have more where it is long", async () => {
    expect(await missingOn(20)).toMatchObject({
      why: "the account has posted more since then than the one page that the server shows",
      forGood: true,
    });
  });
});
