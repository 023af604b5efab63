import type { FileSource } from "../multipart.ts";

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
