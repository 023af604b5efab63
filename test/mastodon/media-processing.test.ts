import { expect, test } from "vitest";
import { uploadMedia } from "../../src/mastodon/media/media.ts";
import { broken, fileOf, type Reply, simulate, uploadOf } from "./media-simulation.ts";
import { outcomeOf, senderOf } from "./steps.ts";

const url = "https://files.example/1";
const processing: Reply = { status: 206, json: { id: "1", url: null } };
const ready: Reply = { json: { id: "1", url } };

/** Uploads a video that is stored by the first answer, and asked for with these, the last of them for ever. */
async function upload(stored: Reply, looks: Reply[], limit = 300_000) {
  let count = 0;
  const simulation = simulate(
    ({ method }) => (method === "POST" ? stored : method === "GET" ? looks[Math.min(count++, looks.length - 1)]! : {}),
    { limit },
  );
  const video = uploadOf("demo.mp4", { file: fileOf("demo.mp4", { type: "video/mp4" }) });
  const outcome = await simulation.run(
    outcomeOf(uploadMedia(senderOf(simulation.client), [video])).then(String, (error: Error) => error.message),
  );
  const looked = simulation.calls.filter(({ method }) => method === "GET");
  const deleted = simulation.calls.filter(({ method }) => method === "DELETE").length;
  return { outcome, looked, deleted, waiting: simulation.waiting() };
}

test.each<[string, Reply]>([
  ["a 200 with its url (an image)", ready],
  ["a 202 that has its url already (Akkoma, Pleroma)", { status: 202, json: { id: "1", url } }],
])("%s: nothing is asked", async (_, stored) => {
  expect(await upload(stored, [broken("ECONNRESET")])).toMatchObject({ outcome: "1", looked: [] });
});

test.each<[string, Reply]>([
  ["a 202 without url", { status: 202, json: { id: "1", url: null } }],
  ["a 206", { status: 206, json: { id: "1", url: null } }],
  ["a 200 without url", { json: { id: "1" } }],
  ["a 200 with an empty url", { json: { id: "1", url: "" } }],
])("%s: it is asked for until it has one", async (_, stored) => {
  const { outcome, looked } = await upload(stored, [processing, { json: { id: "1", url: null } }, ready]);
  expect(outcome).toBe("1");
  expect(looked.map(({ path, at }) => [path, at])).toEqual([
    ["/api/v1/media/1", 500],
    ["/api/v1/media/1", 1250],
    ["/api/v1/media/1", 2375],
  ]);
});

test("the pauses grow to five seconds", async () => {
  const { looked } = await upload(processing, [...Array<Reply>(9).fill(processing), ready]);
  const pauses = looked.map(({ at }, index) => at - (looked[index - 1]?.at ?? 0));
  expect(pauses.slice(0, 2)).toEqual([500, 750]);
  expect(pauses.slice(6)).toEqual([5000, 5000, 5000, 5000]);
});

test.each([400, 401, 403, 404, 405, 410, 501])(
  "who answers %i does not let us ask, so it counts as ready",
  async (status) => {
    const { outcome, looked } = await upload(processing, [{ status, json: { error: "no" } }]);
    expect(outcome).toBe("1");
    expect(looked).toHaveLength(1);
  },
);

test("a 422 is the end, told in the server's words, and the file is deleted", async () => {
  const error = "Error processing thumbnail for uploaded media";
  const { outcome, deleted } = await upload(processing, [processing, { status: 422, json: { error } }]);
  expect(outcome).toBe(
    `social.example could not process demo.mp4: 422 “${error}” (GET /api/v1/media/1). The file is damaged, or encoded in a way that the server cannot read. Check that it opens, and save it again.`,
  );
  expect(deleted).toBe(1);
});

test("a server that is out of order, or a line that breaks, is asked again", async () => {
  const { outcome } = await upload(processing, [{ status: 502, json: {} }, broken("ECONNRESET"), processing, ready]);
  expect(outcome).toBe("1");
});

test("five failures in a row are the end", async () => {
  const { outcome, looked } = await upload(processing, [processing, { status: 502, json: { error: "Bad gateway" } }]);
  expect(outcome).toBe("GET /api/v1/media/1 answered 502.");
  expect(looked).toHaveLength(6);
});

test("a rate limit is no failure", async () => {
  const limited: Reply = { status: 429, json: { error: "Too many requests" } };
  const { outcome, looked } = await upload(processing, [...Array<Reply>(20).fill(limited), ready]);
  expect(outcome).toBe("1");
  expect(looked).toHaveLength(21);
});

test("the time limit ends it, and the sentence says so", async () => {
  const { outcome, waiting } = await upload(processing, [processing], 60_000);
  expect(outcome).toMatch(
    /^social\.example was still processing demo\.mp4 \(10 bytes\) when the time limit was over, 5\d s after it was sent\. The server takes long over files of this kind, or its queue is full\. Set a longer `timeout`, or make the file smaller\.$/,
  );
  expect(waiting).toBe(0);
});

test("the same when the server falls silent", async () => {
  const { outcome } = await upload(processing, [{ ...processing, after: 600_000 } as Reply], 60_000);
  expect(outcome).toContain("was still processing demo.mp4 (10 bytes) when the time limit was over, 60 s after");
});
