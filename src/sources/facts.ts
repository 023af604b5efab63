import type { Entry } from "./entry.ts";
import type { Environment, GithubFacts } from "./environment.ts";
import type { FeedFacts } from "./feed.ts";
import { loadRelease } from "./github.ts";
import { describeRelease, type Release } from "./release.ts";

/** What a template may know. Each of the seven always exists; what the run does not tell is null. */
export interface Facts {
  event: Record<string, unknown>;
  github: GithubFacts & { event: Record<string, unknown> };
  release: Release | null;
  repository: Record<string, unknown> | null;
  /** The input `data`; of a list the element that this post is about. */
  data: unknown;
  /** What this post is about. */
  entry: Entry | null;
  feed: FeedFacts | null;
}

/** What the author asked for, as far as facts come from it. */
export interface Wanted {
  /** `event`, `latest`, or a tag. */
  releaseTag: string;
  githubToken: string;
  data: Record<string, unknown> | null;
  /** Where the text comes from: the default announcement needs something to announce. */
  status: { from: string };
  /** Where there is something besides the event and the release; null or empty for none. */
  list: readonly unknown[] | null;
  feed: unknown;
  files: unknown;
  link: string;
}

/**
 * Gathers the facts of a run; loads the release that `release-tag` asks for, unless the event already has it.
 *
 * @param fetch opens connections, shaped like the global one
 * @throws Error with one line when the release cannot be loaded, or the default announcement has none to announce
 */
export async function collectFacts(
  wanted: Wanted,
  environment: Environment,
  fetch: typeof globalThis.fetch,
): Promise<Facts> {
  const { event, github, apiUrl } = environment;
  const { releaseTag: tag, githubToken: token, status } = wanted;
  const hasOther = [wanted.list, wanted.feed, wanted.files].some((one) => one !== null) || wanted.link !== "";
  const ofEvent = asObject(event.release);
  let release = ofEvent;
  if (tag !== "event" && ofEvent?.tag_name !== tag) {
    release = await loadRelease({ repository: github.repository, tag, apiUrl, token, fetch });
  }
  if (release === null && status.from === "default announcement" && !hasOther) {
    const wanted = github.ref_type === "tag" ? "`${{ github.ref_name }}`" : "`latest` or to a tag";
    throw new Error(
      `The default announcement needs a release, and the event \`${github.event_name}\` has none. Set \`release-tag\` to ${wanted} (if it is set, its expression evaluated to an empty string here, as when an earlier step made no release), or write your own \`status\`.`,
    );
  }
  return factsOf(environment, wanted.data, release);
}

/** What a run tells of itself, before anything is loaded. */
export function factsOf(
  environment: Environment,
  data: Wanted["data"],
  release: Record<string, unknown> | null = asObject(environment.event.release),
): Facts {
  const { event, github } = environment;
  const repository = describeRepository(environment);
  return {
    event,
    github: { ...github, event },
    release: release && describeRelease(release, String(repository?.name ?? "")),
    repository,
    data,
    entry: null,
    feed: null,
  };
}

/** The repository as the event has it, else as far as the environment tells. */
function describeRepository({ event, github }: Environment): Record<string, unknown> | null {
  const told = asObject(event.repository);
  if (told === null && github.repository === "") return null;
  const [owner = "", name = ""] = github.repository.split("/");
  return {
    full_name: github.repository,
    name,
    owner: { login: owner },
    html_url: `${github.server_url}/${github.repository}`,
    description: null,
    homepage: null,
    topics: [],
    private: null,
    ...told,
  };
}

/** Fields of an event that hold free text: it stands in a template by no chance. */
const FREE_TEXT = /\.(?:title|body|message|display_title|release\.name|milestone\.description)$/;
/** Fields that name an account, and all that whoever started the run could fill in. */
const ACCOUNT = /\.(?:login|username|author\.name)$|^event\.(?:inputs|client_payload)\./;
/** What of an event is nobody else's. */
const OWN = ["repository", "organization", "enterprise", "installation"];

/**
 * Texts of others that an author may have pasted into a template with `${{ }}`, by their names as facts: all free texts of
 * the event, and of names, labels, branches and inputs those that can do more than stand there. A name that an author may
 * have put an `@` before has it here.
 */
export function freeTexts({ event, release }: Pick<Facts, "event" | "release">): Map<string, string> {
  const texts = new Map<string, string>();
  const { owner, name: project } = asObject(event.repository) ?? {};
  const own = [asObject(owner)?.login, project];
  for (const [name, value] of stringsIn(event, "event")) {
    if (value.trim() === "" || /^https?:/.test(value)) continue;
    if (FREE_TEXT.test(name)) texts.set(name, value);
    // A label such as `good first issue` stands in a template by chance.
    else if (/[@{]|^---/m.test(value)) texts.set(name, value);
    else if (ACCOUNT.test(name) && NAME.test(value) && !own.includes(value)) texts.set(name, `@${value}`);
  }
  // A release that was loaded may have been pasted from the outputs of the step that made it.
  if (release !== null && asObject(event.release)?.body !== release.body) {
    for (const field of ["name", "body"] as const) {
      const value = release[field];
      if (typeof value === "string" && value.trim() !== "") texts.set(`release.${field}`, value);
    }
  }
  return texts;
}

/** What can be a user name behind an `@`. */
const NAME = /^[\w.-]+$/;

/** All strings in a payload that are somebody else's, by their names in a template, however deep. */
function* stringsIn(value: unknown, name: string): Generator<[name: string, value: string]> {
  const rest: [string, unknown][] = [[name, value]];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [name, value] = next;
    if (typeof value === "string") yield [name, value];
    if (value === null || typeof value !== "object") continue;
    const held = Object.entries(value).filter(([key]) => name !== "event" || !OWN.includes(key));
    const nameOf = (key: string) => (Array.isArray(value) ? `${name}[${key}]` : `${name}.${key}`);
    for (const [key, one] of held.reverse()) rest.push([nameOf(key), one]);
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
