import { expect, test } from "vitest";
import { diagnose } from "../../src/mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../../src/mastodon/error.ts";
import { deleteMedia, uploadMedia } from "../../src/mastodon/media/media.ts";
import type { Upload } from "../../src/mastodon/media/upload.ts";
import { broken, type Call, fileOf, type Reply, simulate, uploadOf } from "./media-simulation.ts";
import { outcomeOf, senderOf } from "./steps.ts";

const done = (id: string, after = 0): Reply => ({ json: { id, url: `https://files.example/${id}` }, after });

/** Uploads against a simulated server, and tells what became of it. */
async function upload(
  reply: (call: Call) => Reply,
  uploads: Upload[],
  options: Parameters<typeof simulate>[1] = {},
): Promise<ReturnType<typeof simulate> & { ids: string[] | null; error: Error | null }> {
  const simulation = simulate(reply, options);
  const outcome = await simulation.run(
    outcomeOf(uploadMedia(senderOf(simulation.client), uploads), simulation.onStep).then(
      (ids) => ({ ids, error: null }),
      (error: Error) => ({ ids: null, error }),
    ),
  );
  return { ...simulation, ...outcome };
}

/** What a server answers to posts of files alone; the rest is not found. */
const posts = (reply: (call: Call, count: number) => Reply) => {
  let count = 0;
  return (call: Call) =>
    call.method === "POST" ? reply(call, count++) : { status: 404, json: { error: "Not found" } };
};

test("all that the author gave goes along, and nothing that is empty", async () => {
  const plain = uploadOf("a.png");
  const full = uploadOf("b.mp4", { description: "Zwei\nZeilen “ü”", focus: "0,0.5", thumbnail: fileOf("t.png") });
  const { calls, ids } = await upload(
    posts((_, count) => done(`${count}`)),
    [plain, full],
  );
  expect(ids).toEqual(["0", "1"]);
  expect(calls.map(({ path, form }) => [path, form])).toEqual([
    ["/api/v2/media", { file: "a.png" }],
    ["/api/v2/media", { description: "Zwei\nZeilen “ü”", focus: "0,0.5", thumbnail: "t.png", file: "b.mp4" }],
  ]);
});

test("the files are sent in their order, one after the other, and so come their ids", async () => {
  const slow = new Map([
    ["a", 900],
    ["b", 100],
    ["c", 500],
    ["d", 300],
    ["e", 10],
    ["f", 20],
  ]);
  const { calls, ids } = await upload(
    (call) => done(call.form.file!, slow.get(call.form.file!)),
    [...slow.keys()].map((name) => uploadOf(name)),
  );
  expect(ids).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(calls.map(({ form, at }) => [form.file, at])).toEqual([
    ["a", 0],
    ["b", 900],
    ["c", 1000],
    ["d", 1500],
    ["e", 1800],
    ["f", 1810],
  ]);
});

test("a file is sent once the one before is processed", async () => {
  let looks = 0;
  const { calls, ids } = await upload(
    ({ method, form }) => {
      if (method === "GET") return ++looks < 2 ? { status: 206, json: { id: "a", url: null } } : done("a");
      return form.file === "a" ? { status: 202, json: { id: "a", url: null } } : done("b");
    },
    [uploadOf("a"), uploadOf("b")],
  );
  expect(ids).toEqual(["a", "b"]);
  expect(calls.map(({ method, at }) => [method, at])).toEqual([
    ["POST", 0],
    ["GET", 500],
    ["GET", 1250],
    ["POST", 1250],
  ]);
});

test("no files, no requests", async () => {
  const { ids, calls } = await upload(() => broken("ECONNRESET"), []);
  expect([ids, calls]).toEqual([[], []]);
});

test.each([404, 405, 501])("version 1 of the call where version 2 is answered by %i", async (status) => {
  const { ids, calls, lines } = await upload(
    ({ path }) => (path === "/api/v2/media" ? { status, json: { error: "Not found" } } : done("7")),
    [uploadOf("a.png")],
  );
  expect(ids).toEqual(["7"]);
  expect(calls.map(({ path }) => path)).toEqual(["/api/v2/media", "/api/v1/media"]);
  expect(lines).toEqual([]);
});

test("an id may be a number", async () => {
  const { ids } = await upload(() => ({ json: { id: 12, url: "https://files.example/12" } }), [uploadOf("a.png")]);
  expect(ids).toEqual(["12"]);
});

test.each([
  ["a connection that breaks", broken("ECONNRESET"), "the connection to social.example broke (ECONNRESET)"],
  ["a connection that is refused", broken("ECONNREFUSED"), "broke (ECONNREFUSED)"],
  [
    "a server out of order",
    { status: 503, json: { error: "Busy" } },
    "social.example answered 503 “Busy” (POST /api/v2/media)",
  ],
])("%s is tried again after 2, 5 and 10 seconds", async (_, failure: Reply, words) => {
  const { ids, calls, lines } = await upload(
    posts((_call, count) => (count < 3 ? failure : done("1"))),
    [uploadOf("a.png")],
  );
  expect(ids).toEqual(["1"]);
  expect(calls.map(({ at }) => at)).toEqual([0, 2000, 7000, 17_000]);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain(words);
  // A file may bear the name of a workflow command, which no line may begin with.
  expect(lines[0]).toMatch(/^0 s Uploading a\.png again in 2 s: .*\.$/);
});

test("the fourth failure is the last", async () => {
  const { error, calls } = await upload(
    posts(() => ({ status: 503, json: { error: "Busy" } })),
    [uploadOf("a.png")],
  );
  expect(calls).toHaveLength(4);
  expect(error).toMatchObject({ outcome: "not done", failure: { answer: { status: 503 } } });
});

test.each(["ENOTFOUND", "CERT_HAS_EXPIRED", "ERR_PROXY_ADDRESS"])(
  "%s would not heal, so it is not repeated",
  async (code) => {
    const { error, calls } = await upload(() => broken(code), [uploadOf("a.png")]);
    expect(calls).toHaveLength(1);
    expect(error).toMatchObject({ outcome: "not done", failure: { cause: { code } } });
  },
);

test.each([
  [403, 1],
  [407, 1],
  [502, 4],
])("a proxy that refuses the way with %d: tries, %d", async (status, times) => {
  const message = `Proxy response (${status}) !== 200 when HTTP Tunneling`;
  const refused = () => Object.assign(new Error(message), { code: "UND_ERR_ABORTED" });
  const { calls, lines } = await upload(refused, [uploadOf("a.png")]);
  expect(calls).toHaveLength(times);
  for (const line of lines) expect(line).toContain(`(the proxy refused with ${status}).`);
});

test("what a field holds is refused once, though Pixelfed says 500", async () => {
  const message = "The description must not be greater than 500 characters.";
  const refused: Reply = { status: 500, json: { message, errors: { description: [message] } } };
  const { calls, error } = await upload(
    posts(() => refused),
    [uploadOf("a.png")],
  );
  expect(calls).toHaveLength(1);
  expect(error).toMatchObject({ outcome: "not done" });
});

test("a line that breaks again and again names the file and how far it came", async () => {
  const { error } = await upload(
    () => broken("EPIPE"),
    [uploadOf("docs/demo.mp4", { file: fileOf("demo.mp4", { size: 3 * 1024 * 1024 }) })],
  );
  expect(error?.message).toBe(
    "The connection to social.example broke 4 times while docs/demo.mp4 was sent, at last after 3 MB of 3 MB. The file may be larger than what stands in front of the instance lets through, or the line is bad. Make the file smaller, or run again later.",
  );
});

test("a rate limit is waited for until its reset, by the server's own clock", async () => {
  const limited: Reply = {
    status: 429,
    json: { error: "Too many requests" },
    headers: { date: "Mon, 23 Nov 2026 18:00:00 GMT", "x-ratelimit-reset": "2026-11-23T18:00:40.000000Z" },
  };
  const { ids, calls } = await upload(
    posts((_, count) => (count === 0 ? limited : done("1"))),
    [uploadOf("a.png")],
  );
  expect(ids).toEqual(["1"]);
  const [, again] = calls.map(({ at }) => at);
  expect(again).toBeGreaterThanOrEqual(41_000);
  expect(again).toBeLessThan(42_000);
});

test("a rate limit without a reset is waited for 1, 2 and 4 seconds", async () => {
  const { calls } = await upload(
    posts((_, count) => (count < 3 ? { status: 429, json: { error: "Too many requests" } } : done("1"))),
    [uploadOf("a.png")],
  );
  // A tenth more at most, so that those who were turned away together do not come back together.
  const waits = calls.map(({ at }, index) => (at - (calls[index - 1]?.at ?? 0)) / 1000);
  expect(waits.map((wait) => Math.floor(wait))).toEqual([0, 1, 2, 4]);
});

test("a rate limit that ends too late is told at once", async () => {
  const { error, calls } = await upload(
    posts(() => ({
      status: 429,
      json: { error: "Too many" },
      headers: { "x-ratelimit-reset": "2026-11-23T12:30:00Z" },
    })),
    [uploadOf("a.png")],
  );
  expect(calls).toHaveLength(1);
  expect(error).toMatchObject({ outcome: "not done", failure: { answer: { status: 429 } } });
});

const refusals: [status: number, sentence: string, cure: string][] = [
  [
    422,
    "Validation failed: File content type is invalid, File is invalid",
    "does not take this kind of file, or not as it is encoded. Convert it",
  ],
  [422, "File type of uploaded media could not be verified", "may be cut or damaged. Save it again."],
  [
    422,
    "Validation failed: Description is too long (maximum is 1500 characters)",
    "is longer than the server takes. Shorten it.",
  ],
  [422, "10000x10000 images are not supported", "more pixels than the server takes"],
  [422, "2000x2000 GIF files are not supported", "of a GIF that is much less"],
  [422, "120fps videos are not supported", "more frames a second"],
  [422, "Video has no video stream", "Save only its audio"],
  [422, "Validation failed: Thumbnail must be blank", "Leave `thumbnail` out."],
  [422, "error processing media", "Check that it opens, and save it again."],
  [500, "Error processing thumbnail for uploaded media", "Check that it opens, and save it again."],
  [422, "Something nobody has heard of", "Change what the server rejected, and run again."],
  [400, "media too large", "It is larger than the server takes. Make it smaller."],
  [413, "Request Entity Too Large", "larger than the server, or the proxy in front of it, lets through"],
];
test.each(refusals)("%i “%s” is final, and told with a cure", async (status, sentence, cure) => {
  const { error, calls, waiting } = await upload(
    posts(() => ({ status, json: { error: sentence } })),
    [uploadOf("docs/a.png")],
  );
  expect(calls).toHaveLength(1);
  expect(error?.message).toContain(`social.example refused docs/a.png: ${status} “${sentence}” (POST /api/v2/media).`);
  expect(error?.message).toContain(cure);
  expect(error).toMatchObject({ outcome: "not done" });
  expect(waiting()).toBe(0);
});

test("a server without any call for media says so", async () => {
  const { error } = await upload(() => ({ status: 404, json: { error: "Not found" } }), [uploadOf("a.png")]);
  expect(error?.message).toContain("refused a.png: 404 “Not found” (POST /api/v1/media).");
  expect(error?.message).toContain("The server takes no media through this API");
});

test("an answer that is no attachment is none", async () => {
  const { error } = await upload(() => ({ json: { ok: true } }), [uploadOf("a.png")]);
  expect(error?.message).toContain("answered 200 to POST /api/v2/media, but the answer is not a media attachment.");
  expect(error).toMatchObject({ outcome: "not done" });
});

test("a token without the scope: the scope is named", async () => {
  const { error } = await upload(
    posts(() => ({ status: 403, json: { error: "This action is outside the authorized scopes" } })),
    [uploadOf("a.png")],
  );
  expect(error?.message).toContain("it needs the scope write:media. Make a new token with write:media as well");
});

test.each([
  [
    200,
    "it lacks the scope write:media, or the server answers 401 to anything it rejects. Make a token with the scopes write:statuses and write:media; if it has them, look at the file.",
  ],
  [
    401,
    "Make a new token on social.example with the scopes write:statuses and write:media, and store it as the secret.",
  ],
])("a 401 is diagnosed by asking on, answered by %i: the scope is named", async (verified, words) => {
  const reply = ({ path }: Call): Reply => {
    if (path === "/api/v2/instance") return { json: { domain: "social.example", version: "4.6.0", configuration: {} } };
    if (path.endsWith("verify_credentials"))
      return { status: verified, json: verified === 200 ? { id: "1" } : { error: "Unauthorized" } };
    return { status: 401, json: { error: "Unauthorized" } };
  };
  const { error, client } = await upload(reply, [uploadOf("a.png")]);
  if (!(error instanceof MastodonError)) throw new Error("no error of the API");
  const diagnosed = await diagnose(error, client, { characters: 10 });
  expect(diagnosed.message).toContain(words);
  expect(diagnosed.outcome).toBe("not done");
});

test("when one fails, no other is sent, and what is up is deleted", async () => {
  const reply = ({ method, path, form }: Call): Reply => {
    if (method === "DELETE")
      return path === "/api/v1/media/first" ? { json: {} } : { status: 405, json: { error: "no" } };
    if (form.file === "first") return done("first", 100);
    if (form.file === "second") return done("second", 100);
    return { status: 422, json: { error: "File content type is invalid" }, after: 2800 };
  };
  const uploads = ["first", "second", "bad", "never"].map((name) => uploadOf(name));
  const { error, calls, waiting } = await upload(reply, uploads);
  expect(error?.message).toContain("refused bad: 422");
  expect(calls.map(({ method, path, form, at }) => [method, form.file ?? path, at])).toEqual([
    ["POST", "first", 0],
    ["POST", "second", 100],
    ["POST", "bad", 200],
    ["DELETE", "/api/v1/media/first", 3000],
    ["DELETE", "/api/v1/media/second", 3000],
  ]);
  expect(waiting()).toBe(0);
});

test("one that is still processed when it fails is deleted too", async () => {
  const reply = ({ method }: Call): Reply =>
    method === "GET"
      ? { status: 422, json: { error: "Error processing thumbnail for uploaded media" } }
      : { status: 202, json: { id: "1", url: null } };
  const { error, calls } = await upload(reply, [uploadOf("a.mp4"), uploadOf("never")]);
  expect(error?.message).toContain("could not process a.mp4");
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /api/v2/media",
    "GET /api/v1/media/1",
    "DELETE /api/v1/media/1",
  ]);
});

test("deleting never throws, and an id cannot lead elsewhere", async () => {
  const simulation = simulate(({ path }) => (path.endsWith("a") ? broken("ECONNRESET") : { status: 404, json: {} }));
  await simulation.run(deleteMedia(senderOf(simulation.client), ["a", "../statuses/1?x#y"]));
  expect(simulation.calls.map(({ path }) => path)).toEqual([
    "/api/v1/media/a",
    "/api/v1/media/..%2Fstatuses%2F1%3Fx%23y",
  ]);
});

test("a file that cannot be read ends the upload with its own sentence", async () => {
  const file = {
    ...fileOf("a.png"),
    // biome-ignore lint/correctness/useYield: it fails before
    async *read(): AsyncGenerator<Uint8Array> {
      throw new Error("a.png cannot be read (EIO).");
    },
  };
  const { error, calls } = await upload(() => done("1"), [uploadOf("a.png", { file })]);
  expect(error?.message).toBe("a.png cannot be read (EIO).");
  expect(error).not.toBeInstanceOf(MastodonError);
  expect(calls).toEqual([]);
});

test("what takes no longer than two seconds is not talked about", async () => {
  const { lines } = await upload(() => done("1", 1900), [uploadOf("a.png")]);
  expect(lines).toEqual([]);
});

test("what takes longer is told: what is sent, what is processed, a line every five seconds", async () => {
  const size = 99 * 1024 * 1024;
  const uploads = [
    uploadOf("docs/demo.mp4", { file: fileOf("demo.mp4", { type: "video/mp4", size, chunks: 9 }) }),
    uploadOf("a.png"),
  ];
  let looks = 0;
  const reply = ({ method, form }: Call): Reply => {
    if (form.file === "a.png") return done("1");
    if (method === "POST") return { status: 202, json: { id: "2", url: null }, after: 4000 };
    looks += 1;
    return looks < 6 ? { status: 206, json: { id: "2", url: null } } : done("2");
  };
  const { lines, waiting } = await upload(reply, uploads, { pace: 1000 });
  expect(lines).toEqual([
    "2 s Uploading docs/demo.mp4: 0 bytes of 99 MB sent",
    "7 s Uploading docs/demo.mp4: 55 MB of 99 MB sent",
    "12 s Uploading docs/demo.mp4: all 99 MB sent, the server has not answered yet",
    "18 s Uploading docs/demo.mp4: the server is still processing it; waiting up to 5 min more",
    "23 s Uploading docs/demo.mp4: the server is still processing it; waiting up to 5 min more",
    "28.4 s Uploading a.png: 0 bytes of 10 bytes sent",
  ]);
  expect(waiting()).toBe(0);
});

test("the run's time limit ends an upload, with a sentence that says how far it came", async () => {
  const file = fileOf("demo.mp4", { type: "video/mp4", size: 10 * 1024 * 1024, chunks: 10 });
  const { error, waiting } = await upload(() => done("1"), [uploadOf("demo.mp4", { file })], {
    pace: 1000,
    limit: 5500,
  });
  expect(error?.message).toBe(
    "4 MB of 10 MB of demo.mp4 were sent to social.example when the time limit was over. The line is slow for a file of this size. Set a longer `timeout`, or make the file smaller.",
  );
  expect(error).toMatchObject({ outcome: "not done" });
  expect(waiting()).toBe(0);
});

test("the same when all is sent and no answer comes", async () => {
  const { error } = await upload(() => done("1", 60_000), [uploadOf("demo.mp4")], { limit: 5000 });
  expect(error?.message).toContain(
    "had not answered to demo.mp4 when the time limit was over, though all of it was sent.",
  );
});
