import { type Counting, countCharacters } from "../length/length.ts";

export interface ComposeOptions {
  /** Characters that the instance allows in a status. */
  limit: number;
  counting: Counting;
  /** The content warning of each part; empty for none. */
  spoiler: string;
  /** Whether a status may have no text, since it has media. */
  mayBeEmpty?: boolean;
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

/** A text that cannot be posted within the limit. The message says in one line how long it is, what is allowed, what to do. */
export class TooLong extends Error {
  override name = "TooLong";
  /** The characters of the part, as counted, content warning included. */
  characters: number;
  limit: number;
  /** Which part, from 1 on. */
  part: number;

  constructor(message: string, found: { characters: number; limit: number; part: number }) {
    super(message);
    this.characters = found.characters;
    this.limit = found.limit;
    this.part = found.part;
  }
}

/** Whether a text shows nothing: white space, control and formatting characters alone make an empty status. */
export function isBlank(text: string): boolean {
  // A visible character of ASCII is the quick answer for almost every text.
  return !/[!-~]/.test(text) && !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
