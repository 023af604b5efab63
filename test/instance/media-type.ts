import type { MediaKind } from "./store.ts";

/** What a file is by its first bytes, whatever its name and its sender say. */
export interface MediaType {
  type: string;
  kind: MediaKind;
  /** Pixels; null where the first bytes do not tell. */
  size: { width: number; height: number } | null;
}

/**
 * @param length of the whole file
 * @returns null for a file of no type that Mastodon takes; "broken" for one that begins as an image and has
 * no size
 */
export function mediaType(head: Buffer, length: number): MediaType | "broken" | null {
  const type = typeOf(head);
  if (type === null) return null;
  if (type === "image/gif") {
    const size = head.length < 10 ? null : { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
    // Browsers put this extension into what moves.
    return size ? { type, kind: head.includes("NETSCAPE2.0") ? "gifv" : "image", size } : "broken";
  }
  if (type === "image/png") {
    if (head.length < 24 || endsWithinChunk(head, length)) return "broken";
    return { type, kind: "image", size: { width: head.readUInt32BE(16), height: head.readUInt32BE(20) } };
  }
  if (type === "image/jpeg") return head.length < 20 ? "broken" : { type, kind: "image", size: sizeOfJpeg(head) };
  return { type, kind: type.split("/")[0] as MediaKind, size: null };
}

/** Whether a PNG ends within one of its chunks. What follows after the last one is none's business. */
function endsWithinChunk(head: Buffer, length: number): boolean {
  let at = 8;
  while (/^[a-zA-Z]{4}/.test(head.toString("latin1", at + 4, at + 8))) at += 12 + head.readUInt32BE(at);
  return at > length || (length < at + 8 && head.subarray(at).some((byte) => byte !== 0));
}

function typeOf(head: Buffer): string | null {
  const text = (start: number, end: number) => head.toString("latin1", start, end);
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (text(0, 3) === "\xff\xd8\xff") return "image/jpeg";
  if (/^GIF8[79]a$/.test(text(0, 6))) return "image/gif";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "image/webp";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WAVE") return "audio/wav";
  if (text(4, 8) === "ftyp") return typeOfBrand(text(8, 12));
  if (text(0, 4) === "\x1aE\xdf\xa3") return head.includes("webm") ? "video/webm" : null;
  if (text(0, 4) === "OggS") return head.includes("theora") ? "video/ogg" : "audio/ogg";
  if (text(0, 4) === "fLaC") return "audio/flac";
  if (/^\xff[\xf1\xf9]/.test(text(0, 2))) return "audio/aac";
  if (/^(?:ID3|\xff[\xe2-\xfb])/.test(text(0, 3))) return "audio/mpeg";
  return null;
}

function typeOfBrand(brand: string): string {
  if (/^avi[fs]$/.test(brand)) return "image/avif";
  if (/^hei[cx]$/.test(brand)) return "image/heic";
  if (/^mif1|^msf1/.test(brand)) return "image/heif";
  if (brand === "qt  ") return "video/quicktime";
  if (/^M4[AB] $/.test(brand)) return "audio/mp4";
  return "video/mp4";
}

/** The frame header of a JPEG comes after as many other segments as the camera liked to write. */
function sizeOfJpeg(head: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 <= head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
  }
  return null;
}
