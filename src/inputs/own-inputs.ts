import { posix } from "node:path";
import { OWN_KEY } from "../front-matter.ts";
import type { Inputs } from "./inputs.ts";
import { readMedia } from "./media.ts";
import { meantInput } from "./names.ts";
import { readPoll } from "./poll.ts";
import { isTemplate, readTemplated } from "./templated.ts";
import { parseContentType, shown } from "./values.ts";

/** Inputs that the front matter of a file may set for its own post, under `mastodon`. */
const keys = [
  "status",
  "language",
  "visibility",
  "spoiler-text",
  "content-type",
  "sensitive",
  "media",
  "poll",
  "scheduled-at",
  "in-reply-to-id",
] as const;
type Key = (typeof keys)[number];

/** A file, as far as it says something of its own post. */
interface SpeakingFile {
  /** Below the workspace. */
  place: string;
  /** Its front matter. */
  data: Record<string, unknown>;
  /** The line of a key, from 1. */
  lineOf(key: string): number;
}

/** What a file says of its own post. */
export interface OwnInputs {
  /** The inputs that it sets. */
  own: Partial<Inputs>;
  /** What is wrong, one sentence each that begins with its line. */
  problems: string[];
}

/**
 * What the front matter of a file sets for its own post, checked like inputs. All of it is data: texts become templates
 * that print them, so that no Liquid in them is rendered.
 */
export function readOwnInputs({ place, data, lineOf }: SpeakingFile): OwnInputs {
  const given = data[OWN_KEY];
  const problems: string[] = [];
  const refuse = (key: string, said: string) => problems.push(`line ${lineOf(key)}: ${said}`);
  let own: Partial<Inputs> = {};
  if (given === undefined || given === null || typeof given === "boolean") return { own, problems };
  if (typeof given !== "object" || Array.isArray(given)) {
    refuse(OWN_KEY, "`mastodon` must be a mapping such as `visibility: unlisted`, or `false` for no post.");
    return { own, problems };
  }
  for (const [key, value] of Object.entries(given as Record<string, unknown>)) {
    if (!isKey(key)) {
      refuse(key, `\`mastodon\` has an unknown key \`${key}\`. ${knownFor(key)}`);
      continue;
    }
    try {
      own = { ...own, ...read(key, value, place) };
    } catch (error) {
      for (const line of (error as Error).message.split("\n")) refuse(key, line);
    }
  }
  return { own, problems };
}

function isKey(key: string): key is Key {
  return keys.some((one) => one === key);
}

function knownFor(key: string): string {
  const meant = meantInput(key);
  return meant !== null && isKey(meant.name) ? meant.sentence : `It takes ${keys.join(", ")}.`;
}

function read(key: Key, value: unknown, place: string): Partial<Inputs> {
  if (value === null || value === "") return {};
  switch (key) {
    case "media":
      return { media: readMedia(value).map((request, index) => ofFile(request, value, index, place)) };
    case "poll": {
      const poll = readPoll(value);
      return { poll: { ...poll, options: poll.options.map((_, index) => printed(`poll.options[${index}]`)) } };
    }
    case "status":
      wordOf(key, value);
      return { status: { source: printed("status"), isTemplate: true, from: "front matter" } };
    case "spoiler-text":
      wordOf(key, value);
      return { spoilerText: printed(key) };
    case "scheduled-at":
      wordOf(key, value);
      return { scheduledAt: printed(key) };
    case "in-reply-to-id":
      wordOf(key, value);
      return { inReplyToId: printed(key) };
    case "content-type":
      return { contentType: parseContentType(wordOf(key, value)) };
    default:
      return readTemplated(key, wordOf(key, value));
  }
}

/** A template that prints what stands there. */
function printed(way: string): string {
  const keys = way.split(".").map((key) => key.replace(/^[\w-]+/, (name) => `["${name}"]`));
  return `{{ entry.data.${OWN_KEY}${keys.join("")} }}`;
}

function wordOf(key: Key, value: unknown): string {
  if (typeof value === "string" || typeof value === "boolean") return String(value).trim();
  throw new Error(`\`${key}\` must be a string.`);
}

type Media = Inputs["media"][number];

/** Paths are relative to the file; with `/` in front to the workspace. */
function ofFile(request: Media, value: unknown, index: number, place: string): Media {
  const placed = (file: string) => {
    if (file === "") return "";
    if (isTemplate(file)) throw new Error(`\`media\` holds Liquid, which front matter does not know: ${shown(file)}.`);
    return file.startsWith("/") ? file.slice(1) : posix.join(posix.dirname(place), file);
  };
  const { file, description, descriptionFile, focus, thumbnail } = request;
  const way = Array.isArray(value) ? `media[${index}].description` : "media.description";
  return {
    file: placed(file),
    description: description === "" ? "" : printed(way),
    descriptionFile: placed(descriptionFile),
    focus,
    thumbnail: placed(thumbnail),
  };
}
