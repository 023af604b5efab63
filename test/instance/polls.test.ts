import { expect, test } from "vitest";
import { ask, post, start } from "./ask.ts";
import { png, upload } from "./files.ts";
import { profiles } from "./profiles.ts";
import type { PracticeInstance } from "./server.ts";
import type { ServerName } from "./server-name.ts";

const at = new Date("2026-03-01T00:00:00Z");
const day = 24 * 60 * 60;

async function begin(name: ServerName = "mastodon45"): Promise<{ instance: PracticeInstance; token: string }> {
  const instance = await start({ profile: profiles[name], now: () => at });
  return { instance, token: instance.createToken() };
}

test("a poll stands in the status", async () => {
  const { instance, token } = await begin();
  const poll = { options: [" Yes ", "", "No", " "], expires_in: day, multiple: true };
  const { json } = await post(instance, token, { status: "Well?", poll });
  expect(json.poll).toEqual({
    id: expect.any(String),
    expires_at: "2026-03-02T00:00:00.000Z",
    expired: false,
    multiple: true,
    votes_count: 0,
    voters_count: 0,
    voted: true,
    own_votes: [],
    options: [
      { title: "Yes", votes_count: 0 },
      { title: "No", votes_count: 0 },
    ],
    emojis: [],
  });
  const seen = await ask(instance, `GET /api/v1/statuses/${json.id}`);
  expect(seen.json.poll).not.toHaveProperty("voted");
});

test("as a form, with hidden totals", async () => {
  const { instance, token } = await begin();
  const form = "status=x&poll[options][]=a&poll[options][]=b&poll[expires_in]=300&poll[hide_totals]=true";
  const { json } = await ask(instance, "POST /api/v1/statuses", { token, form });
  expect(json.poll).toMatchObject({ multiple: false, options: [{ votes_count: null }, { votes_count: null }] });
});

test.each([
  [{ options: ["a", " "], expires_in: day }, "Choices must have more than one item"],
  [{ options: ["a", "b", "c", "d", "e"], expires_in: day }, "Choices can't contain more than 4 items"],
  [{ options: ["a", "b".repeat(51)], expires_in: day }, "Choices cannot be longer than 50 characters each"],
  [{ options: ["a", "a "], expires_in: day }, "Choices contain duplicate items"],
  [{ options: ["a", "b"], expires_in: 299 }, "Deadline is too soon"],
  [{ options: ["a", "b"], expires_in: 2_629_747 }, "Deadline is too far into the future"],
  [{ options: ["a", "b"] }, "Deadline can't be blank"],
  [{ options: [], expires_in: 1 }, "Choices must have more than one item, Deadline is too soon"],
])("%j is a failed validation", async (poll, error) => {
  const { instance, token } = await begin();
  const told = await post(instance, token, { status: "x", poll });
  expect([told.status, told.json.error]).toEqual([422, `Validation failed: ${error}`]);
  expect(instance.published()).toEqual([]);
});

test.each([
  ["at the limits", { options: ["👩‍👩‍👧".repeat(50), "b"], expires_in: 300 }],
  ["for a month", { options: ["a", "b"], expires_in: 2_629_746 }],
])("a poll %s is fine", async (_name, poll) => {
  const { instance, token } = await begin();
  expect((await post(instance, token, { status: "x", poll })).status).toBe(200);
});

test("a poll does not make up for the text", async () => {
  const { instance, token } = await begin();
  const told = await post(instance, token, { poll: { options: ["a", "b"], expires_in: day } });
  expect(told.json.error).toBe("Validation failed: Text can't be blank");
});

test.each<[ServerName, number]>([
  ["mastodon42", 422],
  ["mastodon43", 422],
  ["mastodon45", 422],
  ["mastodon46", 200],
])("poll and media together are %s: %i", async (name, status) => {
  const { instance, token } = await begin(name);
  const { id } = (await upload(instance, token, png())).json;
  const poll = { options: ["a", "b"], expires_in: day };
  const told = await post(instance, token, { status: "x", media_ids: [id], poll });
  expect(told.status).toBe(status);
  if (status === 422) expect(told.json.error).toBe("Cannot attach more than 4 files");
  else expect(told.json).toMatchObject({ media_attachments: [{ id }], poll: { multiple: false } });
});

const form = "status=x&poll[options][]=a&poll[options][]=b&poll[expires_in]=600";
const json = { status: "x", poll: { options: ["a", "b"], expires_in: 600 } };

test.each<[ServerName, boolean, boolean]>([
  ["hollo", true, false],
  ["snac", false, true],
  ["gotosocial", true, true],
])("%s reads a poll as JSON: %s, as a form: %s", async (name, asJson, asForm) => {
  const { instance, token } = await begin(name);
  const told = [
    await ask(instance, "POST /api/v1/statuses", { token, json }),
    await ask(instance, "POST /api/v1/statuses", { token, form }),
  ];
  expect(told.map((one) => [one.status, one.json.poll !== null])).toEqual([
    [200, asJson],
    [200, asForm],
  ]);
});

test.each<ServerName>(["hollo", "gotosocial"])("%s takes one option and one second", async (name) => {
  const { instance, token } = await begin(name);
  const told = await post(instance, token, { status: "x", poll: { options: ["a"], expires_in: 1 } });
  expect(told.json.poll.options).toHaveLength(1);
});
