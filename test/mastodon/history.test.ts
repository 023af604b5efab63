import { describe, expect, test } from "vitest";
import { readHistory, readVersions } from "../../src/mastodon/history/history.ts";
import { softwareNamed } from "../../src/mastodon/software.ts";
import { fakeClient } from "./fake-client.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const MINUTE = 60_000;

const LISTED = "GET /api/v1/accounts/1/statuses";
const lastDay = { since: now - 24 * 60 * MINUTE, visibility: "public", scheduled: false };
const owner = { id: "1", privacy: "public", statuses: null };

/** So many posts of the last day, the newest first. */
function posts(count: number): { json: unknown } {
  const one = (_: unknown, index: number) => ({
    id: String(1000 - index),
    created_at: new Date(now - index * MINUTE).toISOString(),
  });
  return { json: Array.from({ length: count }, one) };
}

/** What a look misses on a server that shows the same posts, so many, whatever page it is asked for. */
async function missingOn(count: number) {
  const client = fakeClient({ [LISTED]: posts(count) });
  return (await readHistory({ client, owner, software: null }, lastDay)).missing;
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

describe("an account that has more statuses than are listed", () => {
  const missingOf = async (statuses: number) => {
    const client = fakeClient({ [LISTED]: [posts(3), posts(0), posts(5), posts(0)] });
    return (await readHistory({ client, owner: { ...owner, statuses }, software: null }, lastDay)).missing;
  };

  test("has them all there where the others are boosts", async () => {
    expect(await missingOf(5)).toBeNull();
  });

  test("has some that the list does not reach where the boosts are not enough", async () => {
    expect((await missingOf(6))?.why).toContain("ends before that time");
  });
});

describe("a scheduled list that is not found", () => {
  const missingOf = async (name: string) => {
    const client = fakeClient({ [LISTED]: posts(0) });
    const software = { ...softwareNamed(name), version: "" };
    return (await readHistory({ client, owner, software }, { ...lastDay, scheduled: true })).missing;
  };

  test("is empty where the server never schedules", async () => {
    expect(await missingOf("takahe")).toBeNull();
  });

  test("is hidden by something in front of a server that does", async () => {
    expect(await missingOf("mastodon")).toMatchObject({ why: "GET /api/v1/scheduled_statuses answered 404" });
  });
});

describe("the versions of an edited status", () => {
  const versionsAt = (status: number, text = '{"error":"Not so"}') => {
    const client = fakeClient({ "GET /api/v1/statuses/5/history": { status, text } });
    const software = { ...softwareNamed("of-its-own"), version: "" };
    return readVersions({ client, owner, software }, { id: "5" });
  };

  test.each([404, 405, 501])("are none where the server answers %d", async (status) => {
    expect(await versionsAt(status)).toEqual([]);
  });

  test("are not known where it fails, or something in front of it answers", async () => {
    expect(await versionsAt(500)).toMatchObject({ why: "GET /api/v1/statuses/5/history answered 500" });
    expect(await versionsAt(404, "<html>Not found</html>")).toMatchObject({
      why: "GET /api/v1/statuses/5/history answered 404",
    });
  });
});
