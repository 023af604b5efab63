import { type Counting, countCharacters } from "../length/length.ts";
import type { TooLong } from "./too-long.ts";

export interface ComposeOptions {
  /** Characters that the instance allows in a status. */
  limit: number;
  counting: Counting;
  /** The content warning of each part; empty for none. */
  spoiler: string;
  overflow: "truncate" | "thread" | "fail";
  /** Most parts of a thread, 1 or more. */
  maxParts: number;
}

/** The text of one status, and its characters as counted, content warning included. */
export interface Part {
  text: string;
  characters: number;
}

export interface Cut {
  /** Which part, from 1 on. */
  part: number;
  /** Graphemes taken away. */
  removed: number;
  /** The first graphemes of what went, 60 at most, on one line. */
  beginning: string;
  /** A `fit` piece that went entirely. */
  whole: boolean;
}

export interface Composition {
  /** None of them empty, and none over the limit, unless `tooLong` says so. */
  parts: Part[];
  cuts: Cut[];
  /** Why this cannot be posted, where `overflow` is `fail` or finds no way; then the parts are the drafts, uncut. */
  tooLong: TooLong | null;
}

/** A text as a part, counted. */
export function toPart(text: string, { spoiler, counting }: ComposeOptions): Part {
  return { text, characters: countCharacters(text, spoiler, counting) };
}
