import { expect, test } from "vitest";
import { ask, post, start, type Told } from "./ask.ts";
import type { MediaFeatures } from "./features.ts";
import { gif, jpeg, mp3, mp4, png, textFile, upload } from "./files.ts";
import { mastodon45, type Profile, profiles } from "./profiles.ts";
import type { PracticeInstance } from "./server.ts";
import type { ServerName } from "./server-name.ts";

function withMedia(media: Partial<MediaFeatures>, profile: Profile = mastodon45): Profile {
  return { ...profile, features: { ...profile.features, media: { ...profile.features.media, ...media } } };
}

async function begin(profile: Profile = mastodon45): Promise<{ instance: PracticeInstance; token: string }> {
  const instance = await start({ profile });
  return { instance, token: instance.createToken() };
}

const outcome = ({ status, json }: Told) => [status, json?.error];
const show = (instance: PracticeInstance, token: string, { json }: Told) =>
  ask(instance, `GET /api/v1/media/${json.id}`, { token });

test.each([
  ["PNG", png(), "image"],
  ["JPEG", jpeg(), "image"],
  ["GIF that stands", gif(), "image"],
])("a %s is processed at once: 200 with url", async (_name, file, type) => {
  const { instance, token } = await begin();
  const told = await upload(instance, token, file);
  expect(told.status).toBe(200);
  expect(told.json).toMatchObject({
    type,
    url: expect.stringContaining(instance.origin),
    meta: {
      original: { width: 2, height: 1, size: "2x1", aspect: 2 },
      small: { width: 2, height: 1, size: "2x1", aspect: 2 },
    },
    description: null,
  });
  expect((await show(instance, token, told)).status).toBe(200);
});

test.each([
  ["video", mp4(), "video"],
  ["audio", mp3(), "audio"],
  ["GIF that moves", gif(2, 1, true), "gifv"],
])("a %s is 202 without url, then 206, then 200", async (_name, file, type) => {
  const { instance, token } = await begin();
  const told = await upload(instance, token, file);
  expect(told.status).toBe(202);
  expect(told.json).toMatchObject({ type, url: null, preview_url: type === "audio" ? null : expect.any(String) });
  const first = await show(instance, token, told);
  expect([first.status, first.json.url]).toEqual([206, null]);
  const second = await show(instance, token, told);
  expect([second.status, typeof second.json.url]).toEqual([200, "string"]);
});

test("processing can take time instead of questions", async () => {
  let now = new Date("2026-03-01T00:00:00Z");
  const instance = await start({ profile: withMedia({ processing: { milliseconds: 5000 } }), now: () => now });
  const token = instance.createToken();
  const told = await upload(instance, token, mp4());
  expect((await show(instance, token, told)).status).toBe(206);
  now = new Date("2026-03-01T00:00:04.999Z");
  expect((await show(instance, token, told)).status).toBe(206);
  now = new Date("2026-03-01T00:00:05Z");
  expect((await show(instance, token, told)).status).toBe(200);
});

test("processing that fails is a 422 in the end, and the file cannot be attached", async () => {
  const { instance, token } = await begin(withMedia({ processingFails: true }));
  const told = await upload(instance, token, mp4());
  expect((await show(instance, token, told)).status).toBe(206);
  expect(outcome(await show(instance, token, told))).toEqual([422, "Error processing thumbnail for uploaded media"]);
  expect((await post(instance, token, { status: "x", media_ids: [told.json.id] })).status).toBe(422);
});

test("v1 answers when everything is done", async () => {
  const { instance, token } = await begin();
  const told = await upload(instance, token, mp4(), {}, "POST /api/v1/media");
  expect([told.status, typeof told.json.url]).toEqual([200, "string"]);
});

test("a server may lack v2", async () => {
  const { instance, token } = await begin(withMedia({ uploads: ["v1"] }));
  expect((await upload(instance, token, png())).status).toBe(404);
  expect((await upload(instance, token, png(), {}, "POST /api/v1/media")).status).toBe(200);
});

test("description and focus are kept, and can be changed until it is attached", async () => {
  const { instance, token } = await begin();
  const told = await upload(instance, token, png(), { description: " A cat. ", focus: "-0.5,2" });
  expect(told.json).toMatchObject({ description: " A cat. ", meta: { focus: { x: -0.5, y: 2 } } });
  const put = (json: unknown) => ask(instance, `PUT /api/v1/media/${told.json.id}`, { token, json });
  expect((await put({ description: "A dog." })).json).toMatchObject({
    description: "A dog.",
    meta: { focus: { x: -0.5, y: 2 } },
  });
  await post(instance, token, { media_ids: [told.json.id] });
  expect((await put({ description: "Late" })).status).toBe(404);
  expect((await show(instance, token, told)).status).toBe(404);
});

test("PUT answers 206 while the file is processed", async () => {
  const { instance, token } = await begin();
  const { json } = await upload(instance, token, mp4());
  expect((await ask(instance, `PUT /api/v1/media/${json.id}`, { token, json: { description: "x" } })).status).toBe(206);
});

test("descriptions have a limit in code points", async () => {
  const { instance, token } = await begin();
  expect((await upload(instance, token, png(), { description: "👩‍👩‍👧".repeat(300) })).status).toBe(200);
  const error = "Validation failed: Description is too long (maximum is 1500 characters)";
  const told = await upload(instance, token, png(), { description: "👩‍👩‍👧".repeat(301) });
  expect(outcome(told)).toEqual([422, error]);
  const { json } = await upload(instance, token, png());
  const put = await ask(instance, `PUT /api/v1/media/${json.id}`, { token, json: { description: "x".repeat(1501) } });
  expect(outcome(put)).toEqual([422, error]);
});

test("since 4.6 a description may have 10 000 characters", async () => {
  const { instance, token } = await begin(profiles.mastodon46);
  expect((await upload(instance, token, png(), { description: "x".repeat(10_000) })).status).toBe(200);
  expect((await upload(instance, token, png(), { description: "x".repeat(10_001) })).status).toBe(422);
});

test("an image has no thumbnail, a video may", async () => {
  const { instance, token } = await begin();
  const told = await upload(instance, token, png(), { thumbnail: png() });
  expect(outcome(told)).toEqual([422, "Validation failed: Thumbnail must be blank"]);
  expect((await upload(instance, token, mp4(), { thumbnail: png() })).status).toBe(202);
  expect(instance.media()[0]?.thumbnail?.filename).toBe("photo.png");
});

test.each([
  [
    "what is no media",
    { ...textFile(), type: "text/plain" },
    "Validation failed: File content type is invalid, File is invalid",
  ],
  [
    "what is sent as media and is none",
    textFile(),
    "Validation failed: File has contents that are not what they are reported to be",
  ],
  ["too many pixels", png(5761, 5760), "5761x5760 images are not supported"],
  ["a GIF with too many", gif(961, 960), "961x960 GIF files are not supported"],
  [
    "an image of 16 MiB",
    png(2, 1, 16_777_216),
    "Validation failed: File must be less than 16 MB, File file size must be less than 16 MB",
  ],
])("%s is refused", async (_name, file, error) => {
  const { instance, token } = await begin();
  expect(outcome(await upload(instance, token, file))).toEqual([422, error]);
  expect(instance.media()).toEqual([]);
});

test.each([
  ["a header", 12],
  ["an end", 40],
])("a PNG without %s is an error of the server", async (_name, length) => {
  const { instance, token } = await begin();
  const bytes = Buffer.concat([png().bytes, Buffer.from("\0\0\0\x09IDAT")]).subarray(0, length);
  const told = await upload(instance, token, { ...png(), bytes });
  expect(outcome(told)).toEqual([500, "Error processing thumbnail for uploaded media"]);
  expect(instance.media()).toEqual([]);
});

test("a request above 99 MB is the proxy's page, and the log stays short", async () => {
  const { instance, token } = await begin();
  const told = await upload(instance, token, mp4(103_809_024));
  expect([told.status, told.headers.get("content-type")]).toEqual([413, "text/html"]);
  expect(told.body).toContain("413 Request Entity Too Large");
  expect(instance.requests[0]?.body).toBe("file=film.mp4 (video/mp4, 103809024 bytes)");
}, 30_000);

test("without a file there is nothing to keep", async () => {
  const { instance, token } = await begin();
  const told = await ask(instance, "POST /api/v2/media", { token, form: { description: "x" } });
  expect(outcome(told)).toEqual([422, "Validation failed: File can't be blank"]);
});

test("all four calls want write:media, and show nobody else's", async () => {
  const { instance, token } = await begin();
  const { json } = await upload(instance, token, png());
  const blind = instance.createToken({ scopes: ["read", "write:statuses"] });
  expect((await upload(instance, blind, png())).status).toBe(403);
  const alice = instance.createToken({ scopes: ["write"], username: "alice" });
  for (const method of ["GET", "PUT", "DELETE"]) {
    const request = `${method} /api/v1/media/${json.id}`;
    expect((await ask(instance, request, { token: blind })).status).toBe(403);
    expect(outcome(await ask(instance, request, { token: alice }))).toEqual([404, "Record not found"]);
    expect(outcome(await ask(instance, `${method} /api/v1/media/1`, { token }))).toEqual([404, "Record not found"]);
  }
});

test("since 4.4 an upload can be deleted, but not from under a status", async () => {
  const { instance, token } = await begin();
  const remove = async ({ json }: Told) => ask(instance, `DELETE /api/v1/media/${json.id}`, { token });
  const [free, used] = [await upload(instance, token, png()), await upload(instance, token, png())];
  const gone = await remove(free);
  expect([gone.status, gone.json]).toEqual([200, {}]);
  expect((await show(instance, token, free)).status).toBe(404);
  await post(instance, token, { media_ids: [used.json.id] });
  expect(outcome(await remove(used))).toEqual([422, "Media attachment is currently used by a status"]);
});

test.each(["mastodon42", "mastodon43"] as const)("on %s nothing deletes an upload", async (name) => {
  const { instance, token } = await begin(profiles[name]);
  const { json } = await upload(instance, token, png());
  expect((await ask(instance, `DELETE /api/v1/media/${json.id}`, { token })).status).toBe(404);
  expect(instance.media()).toHaveLength(1);
});

test("30 uploads in 30 minutes, v1 and v2 together", async () => {
  const instance = await start({ now: () => new Date("2026-03-01T00:10:00Z") });
  const token = instance.createToken();
  for (let count = 0; count < 30; count++) {
    const told = await upload(instance, token, png(), {}, `POST /api/v${(count % 2) + 1}/media`);
    expect(told.status).toBe(200);
  }
  const told = await upload(instance, token, png());
  expect(outcome(told)).toEqual([429, "Too many requests"]);
  expect(told.headers.get("x-ratelimit-reset")).toBe("2026-03-01T00:30:00.000000Z");
});

test("media stand in the status in the order of the ids, and make up for the text", async () => {
  const { instance, token } = await begin();
  const ids: string[] = [];
  for (const description of ["a", "b", "c", "d"]) {
    ids.unshift((await upload(instance, token, png(), { description })).json.id);
  }
  const { json } = await post(instance, token, { media_ids: ids });
  expect(json.media_attachments.map(({ description }: { description: string }) => description)).toEqual([..."dcba"]);
  expect(json.content).toBe("");
});

test("in a form too, and a repeated id counts once", async () => {
  const { instance, token } = await begin();
  const { id } = (await upload(instance, token, png())).json;
  const form = `status=x&media_ids[]=${id}&media_ids[]=${id}`;
  const told = await ask(instance, "POST /api/v1/statuses", { token, form });
  expect(told.json.media_attachments).toMatchObject([{ id }]);
});

test("a video stands alone", async () => {
  const { instance, token } = await begin(withMedia({ processing: { requests: 0 } }));
  const [image, video] = [await upload(instance, token, png()), await upload(instance, token, mp4())];
  const told = await post(instance, token, { status: "x", media_ids: [image.json.id, video.json.id] });
  expect(outcome(told)).toEqual([422, "Cannot attach a video to a post that already contains images"]);
  expect((await post(instance, token, { media_ids: [video.json.id] })).status).toBe(200);
});

test("what is not processed cannot be attached yet", async () => {
  const { instance, token } = await begin();
  const told = await upload(instance, token, mp4());
  const attempt = () => post(instance, token, { status: "x", media_ids: [told.json.id] });
  const error = "Cannot attach files that have not finished processing. Try again in a moment!";
  expect(outcome(await attempt())).toEqual([422, error]);
  await show(instance, token, told);
  expect((await attempt()).status).toBe(200);
});

test("unknown, foreign and attached ids are named together", async () => {
  const { instance, token } = await begin();
  const alice = instance.createToken({ username: "alice" });
  const foreign = (await upload(instance, alice, png())).json.id;
  const own = (await upload(instance, token, png())).json.id;
  const free = (await upload(instance, token, png())).json.id;
  await post(instance, token, { media_ids: [own] });
  const told = await post(instance, token, { status: "x", media_ids: ["7", free, foreign, own] });
  expect(outcome(told)).toEqual([422, `Media 7, ${foreign}, ${own} not found or already attached to another post`]);
});

test("Mastodon 4.2 leaves out the ids that it does not know", async () => {
  const { instance, token } = await begin(profiles.mastodon42);
  const { id } = (await upload(instance, token, png())).json;
  const told = await post(instance, token, { status: "x", media_ids: ["7", id] });
  expect(told.json.media_attachments).toMatchObject([{ id }]);
  expect((await post(instance, token, { status: "y", media_ids: [id] })).json.media_attachments).toEqual([]);
});

const everything = ["read", "write"];

test.each([
  ["gotosocial", 200, "string"],
  ["hollo", 200, "string"],
  ["snac", 200, "string"],
  ["akkoma", 202, "string"],
  ["pixelfed", 202, "object"],
] as const)("%s answers an upload with %i and a url of type %s", async (name, status, type) => {
  const { instance } = await begin(profiles[name]);
  const token = instance.createToken({ scopes: everything });
  for (const file of name === "pixelfed" ? [png()] : [png(), mp4()]) {
    const told = await upload(instance, token, file);
    expect([told.status, typeof told.json.url]).toEqual([status, type]);
  }
});

test("Akkoma shows uploads to read:media only", async () => {
  const { instance } = await begin(profiles.akkoma);
  const token = instance.createToken({ scopes: ["write:media", "write:statuses"] });
  const told = await upload(instance, token, png());
  expect((await show(instance, token, told)).status).toBe(403);
  expect((await show(instance, instance.createToken({ scopes: ["read:media"] }), told)).status).toBe(200);
  expect((await post(instance, token, { status: "x", media_ids: [told.json.id] })).status).toBe(200);
});

test("snac shows no upload, and names it like a file", async () => {
  const { instance, token } = await begin(profiles.snac);
  const told = await upload(instance, token, png());
  expect(told.json.id).toMatch(/^post-.+\.png$/);
  expect((await show(instance, token, told)).status).toBe(404);
  expect((await post(instance, token, { media_ids: [told.json.id] })).json.media_attachments).toHaveLength(1);
});

test.each([
  ["gotosocial", 422, '{"error":"error processing media"}'],
  ["hollo", 500, ""],
] as const)("%s answers what is no media with %i", async (name, status, body) => {
  const { instance, token } = await begin(profiles[name]);
  const told = await upload(instance, token, textFile());
  expect([told.status, told.body]).toEqual([status, body]);
});

test("Hollo believes the sender about the type", async () => {
  const { instance, token } = await begin(profiles.hollo);
  const told = await upload(instance, token, { ...png(), type: "application/octet-stream" });
  expect([told.status, told.json.type]).toEqual([200, "unknown"]);
});

test("Hollo ignores the focus, and media_ids in a form", async () => {
  const { instance, token } = await begin(profiles.hollo);
  const { json } = await upload(instance, token, png(), { focus: "0.5,0.5" });
  expect(json.meta.focus).toEqual({ x: 0, y: 0 });
  const form = `status=x&media_ids[]=${json.id}`;
  const told = await ask(instance, "POST /api/v1/statuses", { token, form });
  expect([told.status, told.json.media_attachments]).toEqual([200, []]);
  expect((await post(instance, token, { media_ids: [json.id] })).json.media_attachments).toHaveLength(1);
});

test.each<[ServerName, number, string | undefined]>([
  ["hollo", 422, "Media not found"],
  ["gotosocial", 400, "Bad Request: media not found: 123"],
  ["snac", 200, undefined],
])("%s answers an unknown media id with %i", async (name, status, error) => {
  const { instance, token } = await begin(profiles[name]);
  expect(outcome(await post(instance, token, { status: "x", media_ids: ["123"] }))).toEqual([status, error]);
});

test.each<[ServerName, number, RegExp]>([
  ["hollo", 422, /^Media not found$/],
  ["gotosocial", 400, /^Bad Request: media already attached to status: \w+$/],
  ["snac", 200, /^undefined$/],
])("%s answers a media id that is attached with %i", async (name, status, error) => {
  const { instance, token } = await begin(profiles[name]);
  const { id } = (await upload(instance, token, png())).json;
  await post(instance, token, { status: "x", media_ids: [id] });
  const told = await post(instance, token, { status: "x", media_ids: [id] });
  expect(told.status).toBe(status);
  expect(String(told.json.error)).toMatch(error);
});
