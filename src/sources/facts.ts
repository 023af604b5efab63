import type { Environment, GithubFacts } from "./environment.ts";
import { loadRelease } from "./github.ts";
import { describeRelease, type Release } from "./release.ts";

/** What a template may know. Each of the five always exists; what the run does not tell is null. */
export interface Facts {
  event: Record<string, unknown>;
  github: GithubFacts & { event: Record<string, unknown> };
  release: Release | null;
  repository: Record<string, unknown> | null;
  data: Record<string, unknown> | null;
}

/** What the author asked for, as far as facts come from it. */
export interface Wanted {
  /** `event`, `latest`, or a tag. */
  releaseTag: string;
  githubToken: string;
  data: Record<string, unknown> | null;
  /** Where the text comes from: the default announcement needs a release. */
  status: { from: string };
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
  const repository = describeRepository(environment);
  const ofEvent = asObject(event.release);
  let release = ofEvent;
  if (tag !== "event" && ofEvent?.tag_name !== tag) {
    release = await loadRelease({ repository: github.repository, tag, apiUrl, token, fetch });
  }
  if (release === null && status.from === "default announcement") {
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

/** Free texts of strangers, which an author may have pasted into a template with `${{ }}`, by their names as facts. */
export function freeTexts({ event, release }: Pick<Facts, "event" | "release">): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (name: string, value: unknown) => {
    if (typeof value === "string" && value.trim() !== "") texts.set(name, value);
  };
  for (const name of ["release", "issue", "pull_request", "discussion", "comment", "review", "milestone"]) {
    const thing = asObject(event[name]);
    for (const field of ["name", "title", "body", "description"]) add(`event.${name}.${field}`, thing?.[field]);
  }
  // A release that was loaded may have been pasted from the outputs of the step that made it.
  if (release !== null && asObject(event.release)?.body !== release.body) {
    for (const field of ["name", "body"]) add(`release.${field}`, release[field]);
  }
  const run = asObject(event.workflow_run);
  add("event.workflow_run.display_title", run?.display_title);
  add("event.workflow_run.head_commit.message", asObject(run?.head_commit)?.message);
  add("event.head_commit.message", asObject(event.head_commit)?.message);
  const commits = Array.isArray(event.commits) ? event.commits : [];
  commits.forEach((commit, index) => {
    add(`event.commits[${index}].message`, asObject(commit)?.message);
  });
  return texts;
}

function asObject(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
