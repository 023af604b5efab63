import { ask, type Told } from "./ask.ts";
import type { PracticeInstance } from "./server.ts";

/** A file for an upload. */
export interface TestFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** The beginning of a PNG, which is all that the practice instance looks at. */
export function png(width = 2, height = 1, length = 0): TestFile {
  const header = Buffer.alloc(Math.max(33, length));
  header.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return { name: "photo.png", type: "image/png", bytes: header };
}

export function gif(width = 2, height = 1, isMoving = false): TestFile {
  const header = Buffer.alloc(64);
  header.write("GIF89a", "latin1");
  header.writeUInt16LE(width, 6);
  header.writeUInt16LE(height, 8);
  if (isMoving) header.write("!\xff\x0bNETSCAPE2.0", 13, "latin1");
  return { name: "cat.gif", type: "image/gif", bytes: header };
}

export function jpeg(width = 2, height = 1): TestFile {
  const bytes = Buffer.from("ffd8ffe000104a46494600010100000100010000ffc0000b080000000001011100ffd9", "hex");
  bytes.writeUInt16BE(height, 25);
  bytes.writeUInt16BE(width, 27);
  return { name: "photo.jpg", type: "image/jpeg", bytes };
}

/** @param length in bytes, for a file as big as one likes */
export function mp4(length = 32): TestFile {
  const bytes = Buffer.alloc(Math.max(32, length));
  bytes.write("\0\0\0\x18ftypmp42", "latin1");
  return { name: "film.mp4", type: "video/mp4", bytes };
}

export function mp3(): TestFile {
  return { name: "song.mp3", type: "audio/mpeg", bytes: Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1") };
}

export function textFile(): TestFile {
  return { name: "notes.png", type: "image/png", bytes: Buffer.from("Hello") };
}

/** Sends files and fields in multipart; a file alone stands for the field `file`. */
export async function upload(
  instance: PracticeInstance,
  token: string,
  file: TestFile,
  fields: Record<string, string | TestFile> = {},
  request = "POST /api/v2/media",
): Promise<Told> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, file })) {
    if (typeof value === "string") body.set(name, value);
    else body.set(name, new Blob([new Uint8Array(value.bytes)], { type: value.type }), value.name);
  }
  return ask(instance, request, { token, body });
}
