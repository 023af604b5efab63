import type { Environment } from "../sources/environment.ts";
import { oneLine } from "../visible.ts";
import { contradictions } from "./contradictions.ts";
import { type MediaRequest, parseMedia } from "./media.ts";
import { explainMissing } from "./missing.ts";
import { announcement, type InputName, inputNames, undeclared } from "./names.ts";
import { type PollRequest, parsePoll } from "./poll.ts";
import { parseFiles, parseMaxAge, readFeedInput, refusedSources, whyRehearsal } from "./several.ts";
import { readStatusSource, type StatusSource } from "./status-source.ts";
import { isTemplate, readTemplated, type TemplatedName, templatedNames } from "./templated.ts";
import {
  type ContentType,
  type DuplicateCheck,
  parseBoolean,
  parseChoice,
  parseContentType,
  parseCount,
  parseDuplicateCheck,
  parseInstanceUrl,
  parseTimeout,
  parseToken,
  type Visibility,
} from "./values.ts";
import { parseData } from "./yaml.ts";

type Overflow = (typeof overflows)[number];
export type Mentions = (typeof mentionRules)[number];
export type QuotePolicy = (typeof quotePolicies)[number];

const overflows = ["truncate", "thread", "fail"] as const;
const mentionRules = ["template", "all", "none"] as const;
const quotePolicies = ["public", "followers", "nobody"] as const;

/** The defaults that action.yml writes down, for runs without a runner (a test holds the two together). */
export const inputDefaults = {
  status: announcement,
  "wait-for-link": "false",
  "max-posts": "5",
  "max-age": "7 days",
  "release-tag": "event",
  "content-type": "text/plain",
  overflow: "truncate",
  "max-parts": "10",
  mentions: "template",
  pin: "false",
  "duplicate-check": "rerun",
  "on-missing-token": "fail",
  "dry-run": "false",
  timeout: "5 minutes",
} satisfies Partial<Record<InputName, string>>;

const TOKEN_AS_URL =
  "`instance-url` holds a token. Set it to the address of the instance, such as https://mastodon.social, and check which secret or variable it is taken from.";

/** Everything that the workflow's author asked for, checked and typed. */
export interface Inputs {
  /** Origin such as `https://fosstodon.org`; empty only for a dry run or a skipped one. */
  instanceUrl: string;
  /** Empty only for a dry run, or where the missing token is allowed to skip. */
  accessToken: string;
  status: StatusSource;
  data: Record<string, unknown> | null;
  /** `data` where it is a list: a post for each element. */
  list: readonly unknown[] | null;
  /** The feed whose new entries are posted; its bytes are null where it is on the web. */
  feed: { name: string; bytes: Uint8Array | null } | null;
  /** Globs of the files that are posted about; null for none. */
  files: string[] | null;
  /** Template of the address of what a post is about; empty for none. */
  link: string;
  /** Whether a post waits until the page at its link is there. */
  waitForLink: boolean;
  /** Most posts of one run. */
  maxPosts: number;
  /** How old an entry may be to be new, in milliseconds. */
  maxAge: number;
  /** `event`, `latest`, or a tag. */
  releaseTag: string;
  githubToken: string;
  /** Template; empty for none. */
  spoilerText: string;
  /** What the text is written in. */
  contentType: ContentType;
  /** Absent: the account's own default. */
  visibility: Visibility | undefined;
  language: string | undefined;
  sensitive: boolean | undefined;
  media: MediaRequest[];
  poll: PollRequest | null;
  /** Templates; empty for none. */
  scheduledAt: string;
  inReplyToId: string;
  quotedStatusId: string;
  /** Template, or `auto`; empty to post anew. */
  editStatusId: string;
  quoteApprovalPolicy: QuotePolicy | undefined;
  pin: boolean;
  overflow: Overflow;
  maxParts: number;
  mentions: Mentions;
  duplicateCheck: DuplicateCheck;
  /** Template; empty for a derived identity. */
  idempotencyKey: string;
  onMissingToken: "fail" | "skip";
  dryRun: boolean;
  /** Milliseconds for the whole run. */
  timeout: number;
  /** Those of `releaseTag`, `visibility`, `language`, `sensitive` and `pin` that are not known until they are rendered. */
  templates: Partial<Record<TemplatedName, string>>;
  /** Why the run only rehearses, though nobody asked for it; empty where it does not. */
  rehearsal: string;
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
    const lines = problems.map((problem) => oneLine(problem.replaceAll("\r", "\n")));
    super(lines.join("\n"));
    this.problems = lines;
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
  const known = new Set<string>(inputNames);
  const { near, others, meant } = undeclared([...raw.keys()].filter((name) => !known.has(name)));
  // The inputs of an enclosing action, which such a runner hands over too, are never the author's mistake.
  (environment.leaksInputs ? remarks : problems).push(...near);
  remarks.push(...others);

  const text = (name: InputName) => (raw.get(name) ?? "").trim();
  const checked = <T>(fallback: T, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      problems.push((error as Error).message);
      return fallback;
    }
  };

  const status = await readStatus(raw, environment.folders).catch((error: Error): StatusSource => {
    problems.push(error.message);
    return { source: "", isTemplate: false, from: "status" };
  });
  const inputs: Inputs = {
    instanceUrl: checked("", () => {
      const url = text("instance-url");
      // The same secret in both would be looked up as a host name, in lower case, where no mask finds it.
      if (url !== "" && secretsOf(raw).some((secret) => !secret.includes("://") && url.includes(secret)))
        throw new Error(TOKEN_AS_URL);
      return url === "" ? "" : parseInstanceUrl(url);
    }),
    accessToken: checked("", () => parseToken(raw.get("access-token") ?? "", remarks)),
    status,
    data: null,
    list: null,
    feed: null,
    files: checked(null, () => optional(text("files"), (value) => parseFiles(value, environment.folders)) ?? null),
    link: text("link"),
    waitForLink: checked(false, () => parseBoolean("wait-for-link", given(raw, "wait-for-link"))),
    maxAge: checked(0, () => parseMaxAge(given(raw, "max-age"))),
    maxPosts: checked(5, () => parseCount("max-posts", given(raw, "max-posts"))),
    releaseTag: "event",
    githubToken: text("github-token"),
    spoilerText: text("spoiler-text"),
    contentType: checked("text/plain", () => parseContentType(text("content-type") || inputDefaults["content-type"])),
    visibility: undefined,
    language: undefined,
    sensitive: undefined,
    media: [],
    poll: null,
    scheduledAt: text("scheduled-at"),
    inReplyToId: text("in-reply-to-id"),
    quotedStatusId: text("quoted-status-id"),
    editStatusId: text("edit-status-id"),
    quoteApprovalPolicy: checked(undefined, () =>
      optional(text("quote-approval-policy"), (value) => parseChoice("quote-approval-policy", value, quotePolicies)),
    ),
    pin: false,
    overflow: checked("truncate", () => parseChoice("overflow", given(raw, "overflow"), overflows)),
    maxParts: checked(10, () => parseCount("max-parts", given(raw, "max-parts"))),
    mentions: checked("template", () => parseChoice("mentions", given(raw, "mentions"), mentionRules)),
    duplicateCheck: checked("rerun", () => parseDuplicateCheck(given(raw, "duplicate-check"))),
    idempotencyKey: text("idempotency-key"),
    onMissingToken: checked("fail", () =>
      parseChoice("on-missing-token", given(raw, "on-missing-token"), ["fail", "skip"]),
    ),
    dryRun: checked(false, () => parseDryRun(raw, environment)),
    timeout: checked(0, () => parseTimeout(given(raw, "timeout"))),
    templates: {},
    rehearsal: "",
    skip: null,
    remarks,
  };
  for (const name of templatedNames) {
    if (isTemplate(text(name))) inputs.templates[name] = text(name);
    else
      Object.assign(
        inputs,
        checked({}, () => readTemplated(name, text(name))),
      );
  }
  if (text("feed") !== "") {
    inputs.feed = await readFeedInput(text("feed"), environment.folders).catch((error: Error) => {
      problems.push(error.message);
      return null;
    });
  }
  const rehearsal = inputs.dryRun ? null : whyRehearsal(inputs, environment);
  if (rehearsal !== null) {
    inputs.dryRun = true;
    inputs.rehearsal = rehearsal;
  }
  // What stands there under another name is not told to be missing, too.
  const [url, token] = (["instance-url", "access-token"] as const).map(
    (name) => text(name) || (meant.has(name) ? "?" : ""),
  );
  if (!inputs.dryRun && (url === "" || token === "")) {
    const missing = explainMissing({ url: url!, token: token! }, inputs.onMissingToken, environment);
    inputs.skip = missing.skip;
    problems.push(...missing.problems);
  }
  const parsed = async (name: InputName, parse: (value: string) => Promise<void>) => {
    if (text(name) === "") return;
    try {
      await parse(raw.get(name)!);
    } catch (error) {
      problems.push(...(error as Error).message.split("\n"));
    }
  };
  await parsed("data", async (value) => {
    const data = await parseData(value);
    if (Array.isArray(data)) inputs.list = data;
    else inputs.data = data;
  });
  await parsed("media", async (value) => {
    inputs.media = await parseMedia(value);
  });
  await parsed("poll", async (value) => {
    inputs.poll = await parsePoll(value);
  });
  problems.push(...contradictions(inputs), ...refusedSources(inputs));
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}

async function readStatus(raw: RawInputs, folders: readonly string[]): Promise<StatusSource> {
  const found = await readStatusSource(raw, folders);
  if (found === null) {
    throw new Error(
      "`status` is given but empty: its expression evaluated to an empty string, such as `inputs.text` outside `workflow_dispatch`. Give it something to fall back on (`${{ inputs.text || '…' }}`), or `{{ blank }}` for media alone; leave it out to announce a release.",
    );
  }
  return found;
}

function optional<T>(value: string, parse: (value: string) => T): T | undefined {
  return value === "" ? undefined : parse(value);
}

/** An input that has a default: what was given, trimmed. An expression that evaluates to an empty string means the default. */
function given(raw: RawInputs, name: Exclude<keyof typeof inputDefaults, "status">): string {
  return (raw.get(name) ?? "").trim() || inputDefaults[name];
}

/** By hand an empty `dry-run` may come from a misspelled name, which would turn a rehearsal into a post. */
function parseDryRun(raw: RawInputs, { github }: Environment): boolean {
  if (raw.get("dry-run")?.trim() === "" && github.event_name === "workflow_dispatch") {
    throw new Error(
      "`dry-run` is given but empty: the workflow has no input of that name, or it is misspelled. Write `${{ inputs.dry-run }}` as the workflow's input is called, or `false`.",
    );
  }
  return parseBoolean("dry-run", given(raw, "dry-run"));
}
