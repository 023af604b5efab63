import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEAD, kindOfMedia } from "../../src/inputs/media-files.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
/** Enough of nothing in particular to fill the space behind a signature. */
const rest = Buffer.alloc(200, 1);

describe("the first bytes tell, whatever the file is called", () => {
  test.each<[string, Buffer]>([
    ["image/png", Buffer.concat([latin("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), rest])],
    ["image/png", Buffer.concat([latin("\x89PNG\r\n\x1A\n\0\0\0\x08acTL"), rest])],
    ["image/jpeg", Buffer.concat([latin("\xFF\xD8\xFF\xE0\0\x10JFIF\0"), rest])],
    ["image/gif", Buffer.concat([latin("GIF89a"), rest])],
    ["image/webp", Buffer.concat([latin("RIFF\0\0\0\0WEBPVP8 "), rest])],
    ["image/avif", Buffer.concat([latin("\0\0\0\x1Cftypavif\0\0\0\0"), rest])],
    ["image/heic", Buffer.concat([latin("\0\0\0\x1Cftypheic\0\0\0\0"), rest])],
    ["image/bmp", Buffer.concat([latin("BM"), rest])],
    ["video/mp4", Buffer.concat([latin("\0\0\0\x18ftypisom\0\0\x02\0isomiso2"), rest])],
    ["video/quicktime", Buffer.concat([latin("\0\0\0\x14ftypqt  \0\0\0\0"), rest])],
    ["video/webm", Buffer.concat([latin("\x1A\x45\xDF\xA3\x87\x42\x82\x84webm"), rest])],
    ["audio/mpeg", Buffer.concat([latin("\xFF\xFB\x90\x00"), rest])],
    // The tag of an MP3 may hold a cover that is larger than what is read here.
    ["audio/mpeg", Buffer.concat([latin("ID3\x03\0\0\x00\x7F\x7F\x7F"), Buffer.alloc(HEAD - 10, 1)])],
    ["audio/wav", Buffer.concat([latin("RIFF\0\0\0\0WAVEfmt "), rest])],
    ["audio/flac", Buffer.concat([latin("fLaC"), rest])],
    ["audio/ogg", Buffer.concat([latin("OggS\0\x02"), Buffer.alloc(22, 0), latin("OpusHead"), rest])],
    ["audio/x-m4a", Buffer.concat([latin("\0\0\0\x18ftypM4A \0\0\0\0"), rest])],
  ])("%s", async (type, head) => {
    expect(await kindOfMedia(head)).toEqual({ type, refusal: "" });
  });
});

describe("what is no image, video or sound is named", () => {
  test.each<[string, Buffer]>([
    ["is an SVG drawing, which instances do not take. Convert it to PNG.", latin('<svg xmlns="x">')],
    ["is an SVG drawing", latin('<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>')],
    ["is an SVG drawing", Buffer.from('\uFEFF  <!DOCTYPE svg PUBLIC "x">')],
    ["is a web page. If it was downloaded,", latin("<!DOCTYPE html>\n<html>")],
    ["is a web page.", latin("\n<html lang=en>")],
    [
      "is a pointer of Git LFS, not the file itself. Set `lfs: true`",
      latin("version https://git-lfs.github.com/spec/v1\noid sha256:1\n"),
    ],
    ["is a PDF document. Make an image of its page.", latin("%PDF-1.7\n")],
    [
      "is a ZIP archive. Unpack it in an earlier step.",
      latin("PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\0\0a.txt"),
    ],
    ["is a gzip archive. Unpack it", latin("\x1F\x8B\x08\0\0\0\0\0")],
    [
      "is application/xml, but media must be images, video or audio. Check the path.",
      latin('<?xml version="1.0"?><feed>'),
    ],
    [
      "is a text file, but media must be images, video or audio. Check the path.",
      Buffer.from("Größe: 10 €\n".repeat(50)),
    ],
    ["is a text", latin('{"error":"not found"}')],
    ["is of an unknown type, but media must be images, video or audio. Is it damaged?", Buffer.alloc(100)],
  ])("%s", async (sentence, head) => {
    const { type, refusal } = await kindOfMedia(head);
    expect(type).toBe("");
    expect(refusal).toContain(sentence);
  });
});

test("whatever the bytes, there is an answer", async () => {
  const starts = [
    "PK\x03\x04",
    "ID3",
    "RIFF",
    "OggS",
    "\x1A\x45\xDF\xA3",
    "\0\0\0\x18ftyp",
    "\x1F\x8B",
    "II*\0",
    "\x30\x26\xB2\x75",
    "\x89PNG\r\n\x1A\n",
    "",
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, more) => {
      const { type, refusal } = await kindOfMedia(Buffer.concat([latin(start), more]));
      expect(type === "").toBe(refusal !== "");
      expect(refusal).not.toContain("\n");
    }),
    { numRuns: 1000 },
  );
});
