import { announcement } from "./announcement.ts";
import { parseData } from "./data.ts";
import { formatDuration, parseDuration } from "./duration.ts";
import type { Environment } from "./environment.ts";
import { type InputName, unknownInputs } from "./input-names.ts";
import { parseInstanceUrl } from "./instance-url.ts";
import { explainMissingToken } from "./missing-token.ts";
import { readWorkspaceFile } from "./workspace-file.ts";

export type Visibility = (typeof visibilities)[number];
export type Overflow = (typeof overflows)[number];
export type Mentions = (typeof mentionRules)[number];

const visibilities = ["public", "unlisted", "private", "direct"] as const;
const overflows = ["truncate", "thread", "fail"] as const;
const mentionRules = ["template", "all", "none"] as const;

/** The defaults that action.yml writes down, for runs without a runner (a test holds the two together). */
export const inputDefaults = {
  status: announcement,
  "release-tag": "event",
  overflow: "truncate",
  "max-parts": "10",
  mentions: "template",
  "on-missing-token": "fail",
  "dry-run": "false",
  timeout: "5 minutes",
} satisfies Partial<Record<InputName, string>>;

const MISSING_URL =
  "`instance-url` is empty. Likely causes: no variable or secret of that name in this repository, organization or environment, or a job without its `environment:`. Set it under Settings › Secrets and variables › Actions › Variables and pass `instance-url: ${{ vars.MASTODON_URL }}`.";

/** Everything that the workflow's author asked for, checked and typed. */
export interface Inputs {
  /** Origin such as `https://fosstodon.org`; empty only for a dry run or a skipped one. */
  instanceUrl: string;
  /** Empty only for a dry run, or where the missing token is allowed to skip. */
  accessToken: string;
  /** The text to post: a template, or with `isTemplate: false` data that is posted as it is. */
  status: {
    source: string;
    isTemplate: boolean;
    from: "default announcement" | "status" | "template-file" | "status-file";
  };
  data: Record<string, unknown> | null;
  releaseTag: string;
  githubToken: string;
  /** Template; empty for none. */
  spoilerText: string;
  /** Absent: the account's own default. */
  visibility: Visibility | undefined;
  language: string | undefined;
  sensitive: boolean | undefined;
  overflow: Overflow;
  maxParts: number;
  mentions: Mentions;
  /** Template; empty for a derived identity. */
  idempotencyKey: string;
  onMissingToken: "fail" | "skip";
  dryRun: boolean;
  /** Milliseconds for the whole run. */
  timeout: number;
  /** Why nothing is to be posted for want of a token, where the author allows that; else null. */
  skip: string | null;
  /** What the author should know, though nothing is wrong. */
  remarks: string[];
}

/** The inputs as a runner hands them over. An input that is absent and has no default is an empty string. */
export type RawInputs = Map<string, string>;

/** All of what is wrong with the inputs, so that one run is enough to mend them. */
export class InputError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** Collects `INPUT_*`, the way a runner hands inputs to an action. */
export function collectInputs(env: NodeJS.ProcessEnv = process.env): RawInputs {
  const raw: RawInputs = new Map();
  for (const [key, value] of Object.entries(env)) {
    if (/^INPUT_./i.test(key)) raw.set(key.slice("INPUT_".length).toLowerCase(), value ?? "");
  }
  return raw;
}

/** What must never be shown: to be masked before anything else happens. */
export function secretsOf(raw: RawInputs): string[] {
  return ["access-token", "github-token"].map((name) => (raw.get(name) ?? "").trim()).filter((secret) => secret !== "");
}

/**
 * Checks and types all inputs.
 *
 * @throws InputError with one sentence for each wrong input, all in one go
 */
export async function readInputs(raw: RawInputs, environment: Environment): Promise<Inputs> {
  const problems: string[] = [];
  const remarks: string[] = [];
  const strange = unknownInputs([...raw.keys()]);
  // Such a runner's own leftovers are never the author's mistake, so they are only told.
  (environment.leaksInputs ? remarks : problems).push(...strange);

  const text = (name: InputName) => (raw.get(name) ?? "").trim();
  const checked = <T>(fallback: T, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      problems.push((error as Error).message);
      return fallback;
    }
  };

  const inputs: Inputs = {
    instanceUrl: checked("", () => (text("instance-url") === "" ? "" : parseInstanceUrl(text("instance-url")))),
    accessToken: checked("", () => parseToken(raw.get("access-token") ?? "", remarks)),
    status: checked({ source: "", isTemplate: false, from: "status" }, () => readStatus(raw, environment.folders)),
    data: null,
    releaseTag: checked("event", () => given(raw, "release-tag")),
    githubToken: text("github-token"),
    spoilerText: text("spoiler-text"),
    visibility: checked(undefined, () =>
      optional(text("visibility"), (value) => oneOf("visibility", value, visibilities)),
    ),
    language: checked(undefined, () => optional(text("language"), parseLanguage)),
    sensitive: checked(undefined, () => optional(text("sensitive"), (value) => parseBoolean("sensitive", value))),
    overflow: checked("truncate", () => oneOf("overflow", given(raw, "overflow"), overflows)),
    maxParts: checked(10, () => parseCount("max-parts", given(raw, "max-parts"))),
    mentions: checked("template", () => oneOf("mentions", given(raw, "mentions"), mentionRules)),
    idempotencyKey: text("idempotency-key"),
    onMissingToken: checked(
      "fail",
      () => oneOf("on-missing-token", text("on-missing-token"), ["fail", "skip"]) ?? "fail",
    ),
    dryRun: checked(false, () => parseBoolean("dry-run", given(raw, "dry-run"))),
    timeout: checked(0, () => parseTimeout(given(raw, "timeout"))),
    skip: null,
    remarks,
  };
  if (!inputs.dryRun) {
    if (text("access-token") === "") {
      const { byDesign, reason } = explainMissingToken(environment);
      if (byDesign && inputs.onMissingToken === "skip") inputs.skip = `\`access-token\` is empty. ${reason}`;
      else problems.push(`\`access-token\` is empty. ${reason}`);
    }
    if (text("instance-url") === "" && inputs.skip === null) problems.push(MISSING_URL);
  }
  try {
    if (text("data") !== "") inputs.data = await parseData(raw.get("data")!);
  } catch (error) {
    problems.push((error as Error).message);
  }
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}

function readStatus(raw: RawInputs, folders: readonly string[]): Inputs["status"] {
  const status = (raw.get("status") ?? announcement).replaceAll("\r\n", "\n");
  const isDefault = status.trim() === announcement.trim();
  const templateFile = (raw.get("template-file") ?? "").trim();
  const statusFile = (raw.get("status-file") ?? "").trim();

  // `status` has a default, so an author who names a file leaves it as that default.
  const named = [isDefault ? "" : "status", templateFile && "template-file", statusFile && "status-file"].filter(
    Boolean,
  );
  if (named.length > 1) {
    throw new Error(`${named.map((name) => `\`${name}\``).join(" and ")} exclude each other. Keep one.`);
  }
  if (templateFile) {
    const source = readWorkspaceFile("template-file", templateFile, folders);
    if (source.includes("${{")) {
      throw new Error(
        `\`template-file\`: ${templateFile} contains \`\${{\`, which only workflow files understand. Write \`{{ event.… }}\` or pass the value through \`data\`.`,
      );
    }
    if (source.trim() === "") throw new Error(`\`template-file\`: ${templateFile} is empty.`);
    return { source, isTemplate: true, from: "template-file" };
  }
  if (statusFile) {
    const source = readWorkspaceFile("status-file", statusFile, folders);
    if (source.trim() === "") throw new Error(`\`status-file\`: ${statusFile} is empty.`);
    return { source, isTemplate: false, from: "status-file" };
  }
  if (status.trim() === "") throw emptyInput("status", "to announce a release");
  return { source: status, isTemplate: true, from: isDefault ? "default announcement" : "status" };
}

/** Trims what a copy and paste leaves around a token, and refuses what cannot be one. */
function parseToken(value: string, remarks: string[]): string {
  const token = value.trim();
  if (token !== value && token !== "") {
    remarks.push("`access-token` had white space around it, which was taken off. Store the secret anew without it.");
  }
  if (/^(['"`]).*\1$/s.test(token)) {
    throw new Error("`access-token` stands in quotes. Store the secret without them.");
  }
  if (/^bearer\s/i.test(token)) {
    throw new Error("`access-token` begins with the word Bearer. Store the token alone.");
  }
  if (/\s/.test(token)) {
    throw new Error(
      "`access-token` has white space inside it, so it is more than a token, or two of them. Store the token alone, on one line.",
    );
  }
  if (/[^\x21-\x7E]/.test(token)) {
    throw new Error("`access-token` has a character that no token has. Copy the token anew and store it.");
  }
  return token;
}

function parseLanguage(value: string): string {
  const tag = value.replaceAll("_", "-");
  try {
    Intl.getCanonicalLocales(tag);
  } catch {
    throw new Error(
      `\`language\` is no language tag: ${JSON.stringify(value)}. Use ISO 639 or BCP 47, such as \`en\` or \`pt-BR\`.`,
    );
  }
  return tag;
}

function parseBoolean(name: InputName, value: string): boolean {
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  throw new Error(`\`${name}\` is ${JSON.stringify(value)}. Write \`true\` or \`false\`.`);
}

function parseCount(name: InputName, value: string): number {
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new Error(`\`${name}\` is ${JSON.stringify(value)}. Write a whole number from 1 to 999.`);
}

function parseTimeout(value: string): number {
  const milliseconds = parseDuration(value);
  if (milliseconds === null) {
    throw new Error(
      `\`timeout\` is ${JSON.stringify(value)}. Write a number and a unit, such as \`90 seconds\` or \`5 minutes\`.`,
    );
  }
  if (milliseconds < 1000 || milliseconds > 21_600_000) {
    throw new Error(`\`timeout\` is ${formatDuration(milliseconds)}. It must lie between 1 second and 6 hours.`);
  }
  return milliseconds;
}

function oneOf<T extends string>(name: InputName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((option) => option === value.toLowerCase());
  if (found) return found;
  // The words of the web interface, for those who know a visibility by them.
  const byWeb: Record<string, string> = {
    "quiet public": "unlisted",
    quiet: "unlisted",
    followers: "private",
    "followers only": "private",
    "followers-only": "private",
    mention: "direct",
    "private mention": "direct",
  };
  const meant = name === "visibility" ? byWeb[value.toLowerCase()] : undefined;
  const cure = meant ? `Write \`${meant}\`.` : `Write one of: ${allowed.join(", ")}.`;
  throw new Error(`\`${name}\` is ${JSON.stringify(value)}. ${cure}`);
}

function optional<T>(value: string, parse: (value: string) => T): T | undefined {
  return value === "" ? undefined : parse(value);
}

/** An input that has a default: what was given, trimmed. */
function given(raw: RawInputs, name: Exclude<keyof typeof inputDefaults, "status">): string {
  const value = (raw.get(name) ?? inputDefaults[name]).trim();
  if (value === "") throw emptyInput(name, `for its default, \`${inputDefaults[name]}\``);
  return value;
}

/** A runner hands over an empty string when an expression came to nothing; the default would hide that. */
function emptyInput(name: InputName, otherwise: string): Error {
  return new Error(
    `\`${name}\` is given but empty. Its expression came to nothing: a step that made no release, an output misspelled, or a variable not granted here. Leave \`${name}\` out ${otherwise}.`,
  );
}
