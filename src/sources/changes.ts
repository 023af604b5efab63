import type { Environment } from "./environment.ts";
import { type Answer, askGithub, explainFailure, type GithubApi, statusOf } from "./github-api.ts";

/** A file that was added, changed or renamed. */
export interface Change {
  path: string;
  /** Where it may have been before; null where it was not there. */
  former: string | null;
  /** Whether its text may say of itself another thing than before, as that it is a draft; else it was as it is now. */
  mayDiffer: boolean;
  /** Whether a later commit may have taken it away again. */
  mayBeGone: boolean;
}

/** What a push or a pull request changed. */
export interface Changes {
  files: Change[];
  /** Paths that are gone. What is added may have been one of them. */
  removed: string[];
  /** Commit or branch that they are compared with; null where nothing was before. */
  before: string | null;
}

type Fields = Record<string, unknown>;

/** Most files of which GitHub tells when it compares two commits. */
const MOST_COMPARED = 300;

/** Most commits that are asked for one by one. */
const MOST_COMMITS = 50;

const ZEROS = /^0*$/;

/**
 * What the event changed: by the lists of its payload (Gitea, Forgejo), else by comparing its ends, else by its commits.
 *
 * @returns null where the event is about no change; why that cannot be told, as a clause, where nobody tells
 * @throws Error with one line where the API refuses
 */
export async function changesOf({ event, github }: Environment, api: GithubApi): Promise<Changes | string | null> {
  const ask = (route: string, values: Fields = {}) => askFor(api, github.repository, route, values);
  if (github.event_name === "push") return ofPush(event, ask);
  if (github.event_name === "merge_group") {
    const { base_sha: base, head_sha: head } = fieldsOf(event.merge_group);
    return compare(String(base), String(head), ask);
  }
  const pull = fieldsOf(event.pull_request);
  if (!/^pull_request(_target)?$/.test(github.event_name) || pull.number === undefined) return null;
  const files = await pages(`pulls/${pull.number}/files`, ask);
  return changesIn(files, String(fieldsOf(pull.base).sha));
}

type Ask = (route: string, values?: Fields) => Promise<Answer>;

async function ofPush(event: Fields, ask: Ask): Promise<Changes | string> {
  const before = String(event.before ?? "");
  const after = String(event.after ?? "");
  const commits = listOf(event.commits);
  if (event.deleted === true || ZEROS.test(after)) return { files: [], removed: [], before: null };
  const isListed =
    commits.length > 0 && commits.every(({ added, modified }) => Array.isArray(added) && Array.isArray(modified));
  // Gitea lists a few commits alone, and tells how many there are.
  if (isListed && Number(event.total_commits ?? commits.length) <= commits.length) {
    return inLists(commits, ZEROS.test(before) ? null : before);
  }
  const { default_branch: main, name } = { name: "", ...fieldsOf(event.repository) } as Fields;
  const isDefault = event.ref === `refs/heads/${main}`;
  if (ZEROS.test(before) && !isDefault && name !== "") return compare(String(main), after, ask);
  if (!ZEROS.test(before)) {
    try {
      return await compare(before, after, ask);
    } catch (error) {
      // What a force push took off may be gone.
      if (statusOf((error as Error).cause) !== 404) throw error;
    }
  }
  if (commits.length > MOST_COMMITS) return `the push has ${commits.length} commits and nothing to compare them with`;
  const all: Fields[] = [];
  for (const { id, sha } of commits) all.push(...listOf(fieldsOf((await ask(`commits/${id ?? sha}`)).data).files));
  return changesIn(all, null);
}

/** The net of some commits. What one adds and another removes is looked up. */
function inLists(commits: readonly Fields[], before: string | null): Changes {
  const paths = (name: string) =>
    commits.flatMap((commit) => (Array.isArray(commit[name]) ? commit[name].map(String) : []));
  const [added, modified, removed] = [new Set(paths("added")), new Set(paths("modified")), new Set(paths("removed"))];
  const files = [...new Set([...added, ...modified])].map((path) => {
    const isNew = before === null || (added.has(path) && !removed.has(path));
    return { path, former: isNew ? null : path, mayDiffer: true, mayBeGone: removed.has(path) };
  });
  return { files, removed: [...removed].filter((path) => !added.has(path)), before };
}

/** What differs between two commits, from where they part. A push that took commits off goes by their trees. */
async function compare(base: string, head: string, ask: Ask): Promise<Changes | string> {
  const ends = [base, head].map(encodeURIComponent).join("...");
  const { status, commits, files } = fieldsOf((await ask(`compare/${ends}`)).data);
  // Gitea has the files of each commit, and no more.
  const listed = Array.isArray(files) ? listOf(files) : listOf(commits).flatMap((commit) => listOf(commit.files));
  if (status !== "diverged" && listed.length < MOST_COMPARED) return changesIn(listed, base);
  const [old, now] = [await treeOf(base, ask), await treeOf(head, ask)];
  if (old === null || now === null) return "the push changed more files than the GitHub API tells of";
  const changed = [...now].filter(([path, id]) => old.get(path) !== id);
  return {
    files: changed.map(([path]) => ({ path, former: old.has(path) ? path : null, mayDiffer: true, mayBeGone: false })),
    removed: [...old.keys()].filter((path) => !now.has(path)),
    before: base,
  };
}

/** The files of a commit with the ids of their contents; null where they are too many. */
async function treeOf(commit: string, ask: Ask): Promise<Map<string, string> | null> {
  const { tree, truncated } = fieldsOf((await ask(`git/trees/${encodeURIComponent(commit)}`, { recursive: "1" })).data);
  if (truncated === true || !Array.isArray(tree)) return null;
  const blobs = listOf(tree).filter(({ type }) => type === "blob");
  return new Map(blobs.map(({ path, sha }) => [String(path), String(sha)]));
}

/**
 * Files as the GitHub API has them, of one or of several commits: `{filename, status, previous_filename, changes, patch}`.
 * What one commit adds, the next may change, rename or remove.
 */
function changesIn(listed: readonly Fields[], before: string | null): Changes {
  const named = listed.map(({ filename, previous_filename: previous, status, patch, changes }) => ({
    patch,
    changes,
    path: String(filename),
    previous: typeof previous === "string" && previous !== "" ? previous : String(filename),
    isNew: status === "added" || status === "copied",
    isGone: status === "removed" || status === "deleted",
  }));
  const added = new Set(named.flatMap(({ isNew, path }) => (isNew ? [path] : [])));
  const removed = named.flatMap(({ isGone, path }) => (isGone ? [path] : []));
  const left = new Set([...removed, ...named.flatMap(({ path, previous }) => (previous === path ? [] : [previous]))]);
  const files = new Map<string, Change>();
  for (const { path, previous, isNew, isGone, patch, changes } of named) {
    if (isGone) continue;
    if (!isNew && added.has(previous)) added.add(path);
    const former = isNew || added.has(path) ? null : previous;
    files.set(path, { path, former, mayDiffer: changes !== 0 && saysOtherThan(patch), mayBeGone: left.has(path) });
  }
  return { files: [...files.values()], removed, before };
}

/** Lines that may have been front matter, and one that may end it only now. */
const SAYS_OTHER = /^-[ \t]*(?:["'\w.-]+[ \t]*[:=]|[+-]{3}|[-\]}]|["'\w.-]+[ \t]*,?[ \t]*$)|^\+(?:-{3}|\+{3})[ \t]*$/m;

/** Whether what a patch changes may be front matter. Of a large change there is no patch. */
function saysOtherThan(patch: unknown): boolean {
  return typeof patch !== "string" || SAYS_OTHER.test(patch);
}

/** Most of a list that comes in pages. */
const PAGE = 100;

/** GitHub lists 3,000 files of a pull request at most. */
const MOST_PAGES = 30;

async function pages(route: string, ask: Ask): Promise<Fields[]> {
  const all: Fields[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const list = listOf((await ask(route, { per_page: PAGE, limit: PAGE, page })).data);
    all.push(...list);
    if (list.length < PAGE) break;
  }
  return all;
}

/**
 * The text of a file at a commit.
 *
 * @returns null where it is not there, or is no text
 */
export async function textAt(
  environment: Environment,
  api: GithubApi,
  path: string,
  ref: string,
): Promise<string | null> {
  const way = path.split("/").map(encodeURIComponent).join("/");
  try {
    const { data } = await askFor(api, environment.github.repository, `contents/${way}`, { ref });
    const { content, encoding } = fieldsOf(data);
    if (typeof content !== "string" || encoding !== "base64") return null;
    return Buffer.from(content, "base64")
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n");
  } catch (error) {
    if (statusOf((error as Error).cause) === 404) return null;
    throw error;
  }
}

async function askFor(api: GithubApi, repository: string, route: string, values: Fields): Promise<Answer> {
  const [owner = "", repo = ""] = repository.split("/");
  if (api.token === "") {
    throw new Error(
      "`files` needs `github-token`, which is empty. Leave it out for the default, `${{ github.token }}`.",
    );
  }
  try {
    return await askGithub(api, `GET /repos/{owner}/{repo}/${route}`, { owner, repo, ...values });
  } catch (cause) {
    const cures = {
      forbidden: "`github-token` may not read the repository. Give the job `permissions: { contents: read }`.",
      missing: "`github-token` may not see the repository. Give the job `permissions: { contents: read }`.",
    };
    const failed = `Asking ${api.apiUrl} what changed in ${repository} failed`;
    throw new Error(explainFailure(cause, failed, cures), { cause });
  }
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
