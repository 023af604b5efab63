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
  const { releaseTag: tag, githubToken: token, data, status } = wanted;
  const hasOther = wanted.list !== null || wanted.feed !== null || wanted.link !== "";
  const repository = describeRepository(environment);
  const ofEvent = asObject(event.release);
  let release = ofEvent;
  if (tag !== "event" && ofEvent?.tag_name !== tag) {
    release = await loadRelease({ repository: github.repository, tag, apiUrl, token, fetch });
  }
  if (release === null && status.from === "default announcement" && !hasOther) {
    const wanted = github.ref_type === "tag" ? "`${{ github.ref_name }}`" : "`latest` or to a tag";
    throw new Error(
      `The default announcement needs a release, and the event \`${github.event_name}\` has none. Set \`release-tag\` to ${wanted}, or write your own \`status\`.`,
    );
  }
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

/**
 * Texts of others that an author may have pasted into a template with `${{ }}`, by their names as facts: free texts, and of
 * names, labels, branches and inputs those that can do more than stand there.
 */
export function freeTexts({ event, release }: Pick<Facts, "event" | "release">): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (name: string, value: unknown) => {
    if (typeof value === "string" && value.trim() !== "") texts.set(name, value);
  };
  // A label such as `good first issue` stands in a template by chance.
  const addName = (name: string, value: unknown) => {
    if (typeof value === "string" && /[@{]|^---/m.test(value)) texts.set(name, value);
  };
  // Behind an `@` that the author wrote.
  const addLogin = (name: string, value: unknown) => {
    const { login } = (asObject(event.repository)?.owner as { login?: unknown } | undefined) ?? {};
    if (typeof value === "string" && NAME.test(value) && value !== login) texts.set(name, `@${value}`);
  };
  for (const name of ["release", "issue", "pull_request", "discussion", "comment", "review", "milestone"]) {
    const thing = asObject(event[name]);
    for (const field of ["name", "title", "body", "description"]) add(`event.${name}.${field}`, thing?.[field]);
    addLogin(`event.${name}.user.login`, asObject(thing?.user)?.login);
    for (const end of ["head", "base"]) addName(`event.${name}.${end}.ref`, asObject(thing?.[end])?.ref);
    listOf(thing?.labels).forEach((label, index) => {
      addName(`event.${name}.labels[${index}].name`, label?.name);
    });
  }
  // A release that was loaded may have been pasted from the outputs of the step that made it.
  if (release !== null && asObject(event.release)?.body !== release.body) {
    for (const field of ["name", "body"]) add(`release.${field}`, release[field]);
  }
  const run = asObject(event.workflow_run);
  add("event.workflow_run.display_title", run?.display_title);
  addName("event.workflow_run.head_branch", run?.head_branch);
  addCommit("event.workflow_run.head_commit", asObject(run?.head_commit));
  addCommit("event.head_commit", asObject(event.head_commit));
  listOf(event.commits).forEach((commit, index) => {
    addCommit(`event.commits[${index}]`, commit);
  });
  addName("event.ref", event.ref);
  addName("event.label.name", asObject(event.label)?.name);
  for (const inputs of ["inputs", "client_payload"]) {
    for (const [name, value] of leavesOf(asObject(event[inputs]), `event.${inputs}`)) {
      addLogin(name, value);
      addName(name, value);
    }
  }
  return texts;

  function addCommit(name: string, commit: Record<string, unknown> | null): void {
    add(`${name}.message`, commit?.message);
    addName(`${name}.author.name`, asObject(commit?.author)?.name);
  }
}

/** What can be a user name behind an `@`. */
const NAME = /^[\w.-]+$/;

/** The values in a mapping, however deep, by their names. */
function* leavesOf(value: unknown, name: string): Generator<[name: string, value: unknown]> {
  if (value === null || typeof value !== "object") yield [name, value];
  else for (const [key, held] of Object.entries(value)) yield* leavesOf(held, `${name}.${key}`);
}

function listOf(value: unknown): (Record<string, unknown> | null)[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

function asObject(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
