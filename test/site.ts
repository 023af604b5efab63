import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type GitRepository, makeGitRepository, type Tree } from "./git-repository.ts";
import { startGithubApi } from "./github-api.ts";
import type { Scenario, World } from "./scenario.ts";

/** What happens to a site that is kept in a repository. */
interface Happening {
  /** Its commits, each with all files, the oldest first. `on` is the number of the one before it, unless it is that. */
  commits: { tree: Tree; on?: number | null }[];
  /** Numbers of the two ends of the event; `before` is null for a new branch. The last two unless given. */
  before?: number | null;
  after?: number;
  /** `push` unless given. */
  event?: string;
  branch?: string;
  /** More of the payload. */
  payload?: Record<string, unknown>;
  /** Whether the payload lists the files of each commit, as Gitea's does. */
  lists?: boolean;
  /** Where in the workspace the checkout lies; null for none. */
  checkout?: string | null;
  /** What else is in the workspace. */
  built?: Record<string, string | Uint8Array>;
  /** Whether the commit before is lost, as after a force push long ago. */
  isLost?: boolean;
  /** What the GitHub API must have been asked for, without `/repos/octo/site/` and ids; not looked at unless given. */
  asked?: string[];
}

/** A run about what happened to a site. */
export function about(happening: Happening): Pick<Scenario, "arrange" | "prepare" | "event"> {
  const { commits, event = "push", branch = "main", checkout = "", built = {} } = happening;
  const after = happening.after ?? commits.length - 1;
  const before = happening.before === undefined ? after - 1 : happening.before;
  return {
    event: null,
    prepare(workspace) {
      if (checkout !== null) mkdirSync(join(workspace, checkout, ".git"), { recursive: true });
      const tree = checkout === null ? {} : commits[after]!.tree;
      const files = Object.entries(tree).map(([path, text]) => [join(checkout ?? "", path), text]);
      for (const [path, text] of [...files, ...Object.entries(built)]) {
        mkdirSync(dirname(join(workspace, path!)), { recursive: true });
        writeFileSync(join(workspace, path!), text!);
      }
    },
    async arrange(world) {
      const repository = makeGitRepository();
      const ids: string[] = [];
      for (const { tree, on = ids.length - 1 } of commits) {
        ids.push(repository.commit(tree, on === null || on < 0 ? null : ids[on]!));
      }
      // The default branch is where the event found it.
      repository.branch("main", ids[Math.max(0, branch === "main" ? after : after - 1)]!);
      const head = ids[after]!;
      const base = before === null || before < 0 ? null : ids[before]!;
      await tell(world, { ...happening, event, branch }, repository, base, head);
    },
  };
}

const LOST = "1".repeat(40);

async function tell(
  world: World,
  { event, branch, lists = false, payload = {}, isLost = false, asked }: Happening & { event: string; branch: string },
  repository: GitRepository,
  base: string | null,
  head: string,
): Promise<void> {
  const known = isLost ? LOST : base;
  const commits = repository.between(base, head).map((id) => ({
    id,
    message: "A change",
    ...(lists ? repository.listsOf(id) : {}),
  }));
  const push = { ref: `refs/heads/${branch}`, before: known ?? "0".repeat(40), after: head, commits };
  const pull = { number: 7, pull_request: { number: 7, base: { sha: base, ref: "main" }, head: { sha: head } } };
  const merge = { merge_group: { base_sha: base, head_sha: head } };
  const ofEvent =
    event === "push" ? push : event.startsWith("pull_request") ? pull : event === "merge_group" ? merge : {};
  const whole = {
    repository: { full_name: "octo/site", name: "site", default_branch: "main" },
    ...ofEvent,
    ...payload,
  };
  const folder = mkdtempSync(join(tmpdir(), "event-"));
  writeFileSync(join(folder, "event.json"), JSON.stringify(whole));
  const api = await startGithubApi(undefined, undefined, world.time.now, (request) =>
    repository.answer(request, { 7: [base ?? head, head] }),
  );
  const isPull = event.startsWith("pull_request");
  Object.assign(world.env, {
    GITHUB_API_URL: api.url,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_REF: isPull ? "refs/pull/7/merge" : `refs/heads/${branch}`,
    GITHUB_REF_NAME: isPull ? "7/merge" : branch,
    GITHUB_REF_TYPE: "branch",
    GITHUB_REPOSITORY: "octo/site",
    GITHUB_SHA: head,
    GITHUB_WORKFLOW_REF: "octo/site/.github/workflows/post.yml@refs/heads/main",
  });
  world.name(api.url, "http://127.0.0.1:4000");
  world.closes({
    async close() {
      await api.close();
      repository.close();
      rmSync(folder, { recursive: true });
      const seen = api.requests.map((request) =>
        request.replace("GET /repos/octo/site/", "").replaceAll(/[0-9a-f]{40}/g, "<id>"),
      );
      if (asked && seen.join("\n") !== asked.join("\n"))
        throw new Error(`The GitHub API was asked for:\n${seen.join("\n")}`);
    },
  });
}

/** A page as Jekyll and Hugo have it. */
export function page(front: string, body = "Some text."): string {
  return `---\n${front}\n---\n\n${body}\n`;
}
