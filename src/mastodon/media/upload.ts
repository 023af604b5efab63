import { formatCount } from "../../count.ts";
import type { FileSource } from "../../file.ts";
import type { MediaLimits } from "../limits.ts";

/** A file to attach to a status. */
export interface Upload {
  /** How messages name it, such as `docs/demo.png`. */
  label: string;
  file: FileSource;
  /** Alt text; empty for none. */
  description: string;
  /** `x,y`, each from -1 to 1: what previews are cropped around; empty for none. */
  focus: string;
  /** Preview of a video or a sound. */
  thumbnail: FileSource | null;
}

/** An upload under way. */
export interface Job {
  upload: Upload;
  /** Bytes of the file that have been handed to the connection. */
  sent: number;
  state: "sending" | "processing";
}

const UNITS = ["bytes", "kB", "MB", "GB"];

/**
 * A number of bytes for people, such as `99 MB` or `1.4 MB`, in steps of 1024 as Mastodon names its own limits.
 *
 * @param other a number that must not look the same, where the two are compared
 */
export function formatSize(bytes: number, other = bytes): string {
  const short = rounded(bytes);
  return bytes !== other && short === rounded(other) ? `${bytes} bytes` : short;
}

function rounded(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Math.round(value * 10) / 10} ${UNITS[unit]}`;
}

/**
 * What an instance would not take, one sentence for each. A limit that it does not announce refuses nothing.
 *
 * @param limits as the instance announces them
 */
export function refusedMedia(uploads: readonly Upload[], limits: MediaLimits): string[] {
  const problems: string[] = [];
  const { maxAttachments: most } = limits;
  if (uploads.length > most) {
    problems.push(`There are ${uploads.length} media, and the instance allows ${most} per status. Leave some out.`);
  }
  // A GIF counts as an image here, moving or not.
  const alone = limits.mixes ? undefined : uploads.find(({ file }) => !isImage(file.type));
  if (alone && uploads.length > 1) {
    problems.push(
      `${alone.label} is ${kindOf(alone.file.type)}, and the instance does not allow other media with it. Post it alone, or leave it out.`,
    );
  }
  for (const upload of uploads) problems.push(...refusedBy(upload, limits));
  return problems;
}

function refusedBy({ label, file, description, thumbnail }: Upload, limits: MediaLimits): string[] {
  const problems: string[] = [];
  const mostBytes = isImage(file.type) ? limits.imageBytes : limits.videoBytes;
  if (mostBytes !== null && file.size > mostBytes) {
    const most = formatSize(mostBytes, file.size);
    problems.push(
      `${label} has ${formatSize(file.size, mostBytes)}, and the instance allows ${most} for ${kindOf(file.type)}. Make it smaller.`,
    );
  }
  const family = file.type.split("/")[0]!;
  if (limits.types && !limits.types.some((type) => plainType(type) === plainType(file.type))) {
    const others = limits.types.filter((type) => type.startsWith(`${family}/`)).join(", ");
    const cure = others === "" ? "Leave it out." : `Convert it to one of: ${others}.`;
    problems.push(`${label} is ${file.type}, which the instance does not accept. ${cure}`);
  }
  // Mastodon counts code points here, not graphemes.
  const characters = [...description].length;
  if (characters > limits.maxDescription) {
    problems.push(
      `The description of ${label} has ${formatCount(characters)} characters, and the instance allows ${formatCount(limits.maxDescription)}. Shorten it.`,
    );
  }
  if (thumbnail && isImage(file.type)) {
    problems.push(`${label} is an image, and only video and audio can have a thumbnail. Leave \`thumbnail\` out.`);
  }
  return problems;
}

function isImage(type: string): boolean {
  return type.startsWith("image/");
}

function kindOf(type: string): string {
  if (isImage(type)) return "an image";
  return type.startsWith("video/") ? "a video" : "a sound";
}

/** Several names of one format, as servers and programs write them. */
const SAME = new Map([
  ["image/jpg", "image/jpeg"],
  ["image/heif", "image/heic"],
  ["audio/mp3", "audio/mpeg"],
  ["audio/m4a", "audio/mp4"],
  ["audio/wave", "audio/wav"],
  ["audio/vnd.wave", "audio/wav"],
  ["audio/pn-wave", "audio/wav"],
  ["audio/vorbis", "audio/ogg"],
  ["audio/opus", "audio/ogg"],
  ["video/vnd.avi", "video/avi"],
  ["video/msvideo", "video/avi"],
  ["video/m4v", "video/mp4"],
]);

function plainType(type: string): string {
  const plain = type.toLowerCase().replace(/;.*/, "").trim().replace("/x-", "/");
  return SAME.get(plain) ?? plain;
}
