import { formatDuration, parseDuration } from "../time.ts";
import { meantBy } from "./names.ts";
import { shown } from "./values.ts";
import { parseYaml } from "./yaml.ts";

/** A poll as the author asks for it, by the API's names. */
export interface PollRequest {
  /** Templates, two or more. */
  options: string[];
  /** Seconds. */
  expires_in: number;
  multiple: boolean;
  hide_totals: boolean;
}

const keys = ["options", "expires-in", "multiple", "hide-totals"] as const;
type Key = (typeof keys)[number];

/** What a key is called elsewhere, and what it is called here. */
const otherNames: Record<string, Key> = {
  choices: "options",
  answers: "options",
  duration: "expires-in",
  expires: "expires-in",
  expiry: "expires-in",
  "multiple-choice": "multiple",
  "hide-results": "hide-totals",
};

/** Ten years. No instance lets a poll run as long; seconds. */
const LONGEST = 3650 * 86_400;

/** How long the web interface has a poll run, unless one chooses otherwise. */
const DAY = 86_400;

const SHAPE =
  "Write a mapping such as `options: [Yes, No]` and `expires-in: 1 day`, or pass an expression as `${{ toJSON(…) }}`.";

/**
 * Parses the input `poll`: a YAML mapping, or JSON. How many options there may be, and how long they and the poll, only
 * an instance can tell.
 *
 * @throws Error with one line for each thing that is wrong
 */
export async function parsePoll(text: string): Promise<PollRequest> {
  return readPoll(await parseYaml("poll", text));
}

/** The same of what is parsed already. */
export function readPoll(value: unknown): PollRequest {
  if (Array.isArray(value)) throw new Error("`poll` is a list. Put it under `options:`.");
  if (value === null || typeof value !== "object") throw new Error(`\`poll\` must be a mapping. ${SHAPE}`);

  const problems: string[] = [];
  const given = new Map(Object.entries(value));
  for (const name of given.keys()) {
    if (keys.some((key) => key === name)) continue;
    const cure = meantBy(name, keys, otherNames)?.sentence ?? `Known keys: ${keys.join(", ")}.`;
    problems.push(`\`poll\` has an unknown key \`${name}\`. ${cure}`);
  }
  const poll: PollRequest = {
    options: readOptions(given.get("options"), problems),
    expires_in: readExpiry(given.get("expires-in"), problems),
    multiple: readBoolean("multiple", given.get("multiple"), problems),
    hide_totals: readBoolean("hide-totals", given.get("hide-totals"), problems),
  };
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return poll;
}

function readOptions(value: unknown, problems: string[]): string[] {
  if (value === undefined || value === null) {
    problems.push("`poll` has no `options`. Write two or more, each on its own line after `- `.");
    return [];
  }
  if (!Array.isArray(value)) {
    problems.push("The `options` of `poll` must be a list. Write each on its own line after `- `.");
    return [];
  }
  if (value.length < 2) {
    problems.push(`\`poll\` has ${value.length === 0 ? "no option" : "one option"}. It takes two or more.`);
  }
  return value.map((option, index) => readOption(option, index + 1, problems));
}

function readOption(option: unknown, place: number, problems: string[]): string {
  if (typeof option === "boolean") return String(option);
  if (typeof option === "string" && option.trim() !== "") return option;
  problems.push(
    option !== null && typeof option === "object"
      ? `Option ${place} of \`poll\` must be a string. If it contains a colon, bracket or brace, quote it.`
      : `Option ${place} of \`poll\` is empty. Give it a text, or leave it out.`,
  );
  return "";
}

function readExpiry(value: unknown, problems: string[]): number {
  if (value === undefined || value === null) return DAY;
  // The API's own way: a number of seconds.
  const isSeconds = typeof value === "string" && /^\d+$/.test(value.trim());
  const milliseconds = isSeconds ? Number(value) * 1000 : typeof value === "string" ? parseDuration(value) : null;
  if (milliseconds === null) {
    problems.push(
      `\`expires-in\` of \`poll\` is ${shown(asWritten(value))}. Write a number and a unit, such as \`2 hours\` or \`1 day\`, or a number of seconds.`,
    );
  } else if (milliseconds < 1000) {
    problems.push(`\`expires-in\` of \`poll\` is ${formatDuration(milliseconds)}. Give people the time to vote.`);
  } else if (milliseconds > LONGEST * 1000) {
    problems.push(`\`expires-in\` of \`poll\` is ${shown(asWritten(value))}. No poll runs for more than ten years.`);
  }
  return Math.round((milliseconds ?? 0) / 1000);
}

function readBoolean(key: Key, value: unknown, problems: string[]): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "boolean") return value;
  const word = asWritten(value).trim().toLowerCase();
  if (word !== "true" && word !== "false") {
    problems.push(`\`${key}\` of \`poll\` is ${shown(asWritten(value))}. Write \`true\` or \`false\`.`);
  }
  return word === "true";
}

function asWritten(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
