import { expect, test } from "vitest";
import type { MediaLimits } from "../../src/mastodon/limits.ts";
import { formatSize, refusedMedia, type Upload } from "../../src/mastodon/media/upload.ts";
import { fileOf, uploadOf } from "./media-simulation.ts";

/** What Mastodon 4.6 announces. */
const mastodon: MediaLimits = {
  maxAttachments: 4,
  maxDescription: 10_000,
  imageBytes: 16_777_216,
  videoBytes: 103_809_024,
  types: [
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/heic",
    "video/webm",
    "video/mp4",
    "audio/wave",
    "audio/mp3",
    "audio/x-m4a",
    "audio/x-flac",
  ],
  mixes: false,
};
const unsaid: MediaLimits = {
  maxAttachments: 4,
  maxDescription: 1500,
  imageBytes: null,
  videoBytes: null,
  types: null,
  mixes: true,
};

const of = (type: string, size = 1000, options: Partial<Upload> = {}) =>
  uploadOf("a.file", { file: fileOf("a.file", { type, size }), ...options });
const image = of("image/png");

test.each<[string, Upload[]]>([
  ["nothing", []],
  ["four images", [image, image, image, image]],
  ["GIFs beside images", [of("image/gif"), image]],
  ["a video alone", [of("video/mp4", 103_809_024)]],
  ["an image of just the size", [of("image/png", 16_777_216)]],
  ["a description of as many code points as allowed", [of("image/png", 1, { description: "😀".repeat(10_000) })]],
  ["a video with a thumbnail", [of("video/mp4", 1, { thumbnail: fileOf("t.png") })]],
  ["types by their other names", [of("audio/wav")]],
  ["types by their other names", [of("audio/mpeg")]],
  ["types by their other names", [of("audio/mp4")]],
  ["types by their other names", [of("audio/flac")]],
  ["types by their other names", [of("image/heif")]],
])("%s may go", (_, uploads) => {
  expect(refusedMedia(uploads, mastodon)).toEqual([]);
});

test.each<[string, Upload[], string[]]>([
  [
    "too many",
    [image, image, image, image, image],
    ["There are 5 media, and the instance allows 4 per status. Leave some out."],
  ],
  [
    "a video beside an image",
    [image, of("video/mp4")],
    ["a.file is a video, and the instance does not allow other media with it. Post it alone, or leave it out."],
  ],
  [
    "two sounds",
    [of("audio/mpeg"), of("audio/mpeg")],
    ["a.file is a sound, and the instance does not allow other media with it. Post it alone, or leave it out."],
  ],
  [
    "an image that is too large",
    [of("image/png", 20 * 1024 * 1024)],
    ["a.file has 20 MB, and the instance allows 16 MB for an image. Make it smaller."],
  ],
  [
    "a GIF is an image",
    [of("image/gif", 20 * 1024 * 1024)],
    ["a.file has 20 MB, and the instance allows 16 MB for an image. Make it smaller."],
  ],
  [
    "a byte too many",
    [of("video/mp4", 103_809_025)],
    ["a.file has 103809025 bytes, and the instance allows 103809024 bytes for a video. Make it smaller."],
  ],
  [
    "a sound that is too large",
    [of("audio/mpeg", 200 * 1024 * 1024)],
    ["a.file has 200 MB, and the instance allows 99 MB for a sound. Make it smaller."],
  ],
  [
    "a type that is not announced",
    [of("image/bmp")],
    [
      "a.file is image/bmp, which the instance does not accept. Convert it to one of: image/jpeg, image/png, image/gif, image/heic.",
    ],
  ],
  [
    "a description that is too long",
    [of("image/png", 1, { description: "x".repeat(10_001) })],
    ["The description of a.file has 10,001 characters, and the instance allows 10,000. Shorten it."],
  ],
  [
    "a thumbnail of an image",
    [of("image/png", 1, { thumbnail: fileOf("t.png") })],
    ["a.file is an image, and only video and audio can have a thumbnail. Leave `thumbnail` out."],
  ],
])("%s may not", (_, uploads, problems) => {
  expect(refusedMedia(uploads, mastodon)).toEqual(problems);
});

test("some instances take a video beside other media", () => {
  expect(refusedMedia([image, of("video/mp4"), of("audio/mpeg")], { ...mastodon, mixes: true })).toEqual([]);
});

test("all that is wrong is told at once", () => {
  const bad = of("image/bmp", 20 * 1024 * 1024, { description: "x".repeat(10_001) });
  expect(refusedMedia([bad, bad], mastodon)).toHaveLength(6);
});

test("what an instance does not announce refuses nothing", () => {
  expect(refusedMedia([of("image/x-strange", 1e12)], unsaid)).toEqual([]);
});

test("where no type of that kind is taken, the cure is to leave it out", () => {
  expect(refusedMedia([of("audio/mpeg")], { ...mastodon, types: ["image/png"] })).toEqual([
    "a.file is audio/mpeg, which the instance does not accept. Leave it out.",
  ]);
});

test.each([
  [0, "0 bytes"],
  [1023, "1023 bytes"],
  [1024, "1 kB"],
  [1_468_006, "1.4 MB"],
  [103_809_024, "99 MB"],
  [5 * 1024 ** 3, "5 GB"],
  [5 * 1024 ** 4, "5120 GB"],
])("%i bytes read as %s", (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test("two numbers that would look the same are written out", () => {
  expect(formatSize(103_809_025, 103_809_024)).toBe("103809025 bytes");
  expect(formatSize(1024, 1024)).toBe("1 kB");
});
