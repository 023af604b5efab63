import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { GithubAnswer } from "./github-api.ts";

/** All files of a commit by their paths. */
export type Tree = Record<string, string>;

/** A real git repository, and what the GitHub API says of it: git itself tells what differs. */
export interface GitRepository {
  /** @returns the id of the new commit @param parent null for one without */
  commit(tree: Tree, parent: string | null): string;
  /** Puts a branch onto a commit. */
  branch(name: string, commit: string): void;
  treeOf(commit: string): Tree;
  /** Commits that one has and another has not, the oldest first. */
  between(before: string | null, after: string): string[];
  /** The paths that a commit added, changed and removed, as Gitea's payloads have them. */
  listsOf(commit: string): { added: string[]; modified: string[]; removed: string[] };
  /**
   * Answers a request of the GitHub API; null for one that is about something else.
   *
   * @param pulls the two ends of pull requests by their numbers
   */
  answer(request: string, pulls?: Record<number, readonly [base: string, head: string]>): GithubAnswer | null;
  close(): void;
}

/** Of more files GitHub does not tell in one answer. */
const MOST_FILES = 300;

/** What git takes for a commit without any file. */
const EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

const NOT_FOUND = { status: 404, body: { message: "Not Found", status: "404" } };

export function makeGitRepository(): GitRepository {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const person = { NAME: "Practice", EMAIL: "practice@example.org", DATE: "2026-01-01T00:00:00Z" };
  const env: Record<string, string> = { PATH: process.env.PATH ?? "", HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
  for (const [name, value] of Object.entries(person)) {
    env[`GIT_AUTHOR_${name}`] = value;
    env[`GIT_COMMITTER_${name}`] = value;
  }
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const lines = (...args: string[]) =>
    git(...args)
      .split("\n")
      .filter((line) => line !== "");
  git("init", "--quiet", "--initial-branch=main");
  git("config", "core.autocrlf", "false");

  const knows = (ref: string) => {
    try {
      return git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`).trim();
    } catch {
      return "";
    }
  };
  const mergeBase = (one: string, other: string) => {
    try {
      return git("merge-base", one, other).trim();
    } catch {
      return "";
    }
  };
  const parentOf = (commit: string) => git("rev-list", "--parents", "-n", "1", commit).trim().split(" ")[1] ?? EMPTY;

  /** Files as GitHub has them. */
  function filesBetween(before: string, after: string): Record<string, unknown>[] {
    const words = { A: "added", M: "modified", D: "removed", R: "renamed", C: "copied", T: "changed" };
    return lines("-c", "core.quotepath=false", "diff", "--name-status", "-M50%", before, after).map((line) => {
      const [kind = "", first = "", second] = line.split("\t");
      const filename = second ?? first;
      const diff = git("diff", "-M50%", before, after, "--", first, filename);
      const patch = diff.slice(Math.max(0, diff.indexOf("\n@@") + 1));
      const changes = patch.split("\n").filter((one) => /^[+-]/.test(one)).length;
      return {
        filename,
        status: words[kind[0] as keyof typeof words],
        changes: diff.includes("\n@@") ? changes : 0,
        ...(diff.includes("\n@@") ? { patch } : {}),
        ...(second === undefined ? {} : { previous_filename: first }),
      };
    });
  }

  function compare(base: string, head: string): GithubAnswer {
    const [one, other] = [knows(base), knows(head)];
    if (one === "" || other === "") return NOT_FOUND;
    const common = mergeBase(one, other);
    if (common === "") return NOT_FOUND;
    const status = one === other ? "identical" : common === one ? "ahead" : common === other ? "behind" : "diverged";
    const files = filesBetween(common, other).slice(0, MOST_FILES);
    return { status: 200, body: { status, commits: [], files } };
  }

  return {
    commit(tree, parent) {
      if (parent !== null) git("checkout", "--quiet", "--force", "--detach", parent);
      git("read-tree", "--empty");
      git("clean", "-fdxq");
      for (const [path, text] of Object.entries(tree)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      git("add", "--all", "--force");
      const made = git(
        "commit-tree",
        git("write-tree").trim(),
        ...(parent ? ["-p", parent] : []),
        "-m",
        "A change",
      ).trim();
      git("update-ref", `refs/heads/at-${made}`, made);
      return made;
    },
    branch: (name, commit) => void git("update-ref", `refs/heads/${name}`, commit),
    treeOf: (commit) =>
      Object.fromEntries(
        lines("-c", "core.quotepath=false", "ls-tree", "-r", "--name-only", commit).map((path) => [
          path,
          git("show", `${commit}:${path}`),
        ]),
      ),
    between: (before, after) =>
      lines("rev-list", "--reverse", after, ...(before === null || knows(before) === "" ? [] : [`^${before}`])),
    listsOf(commit) {
      const of = (filter: string) =>
        lines(
          "-c",
          "core.quotepath=false",
          "diff",
          "--no-renames",
          "--name-only",
          `--diff-filter=${filter}`,
          parentOf(commit),
          commit,
        );
      return { added: of("A"), modified: of("M"), removed: of("D") };
    },
    answer(request, pulls = {}) {
      const { pathname, searchParams } = new URL(request.replace(/^GET /, ""), "https://api.example");
      const way = decodeURIComponent(pathname).replace(/^\/repos\/[^/]+\/[^/]+\//, "");
      const [, base, head] = /^compare\/(.+?)\.\.\.(.+)$/.exec(way) ?? [];
      if (base && head) return compare(base, head);
      const [, path] = /^contents\/(.+)$/.exec(way) ?? [];
      if (path) {
        const ref = knows(searchParams.get("ref") ?? "");
        try {
          const content = Buffer.from(git("show", `${ref}:${path}`)).toString("base64");
          return { status: 200, body: { type: "file", path, encoding: "base64", content } };
        } catch {
          return NOT_FOUND;
        }
      }
      const [, tree] = /^git\/trees\/(.+)$/.exec(way) ?? [];
      if (tree) {
        if (knows(tree) === "") return NOT_FOUND;
        const blobs = lines("-c", "core.quotepath=false", "ls-tree", "-r", tree).map((line) => {
          const [info = "", path] = line.split("\t");
          return { path, type: "blob", sha: info.split(" ")[2] };
        });
        return { status: 200, body: { truncated: false, tree: blobs } };
      }
      const [, commit] = /^commits\/(.+)$/.exec(way) ?? [];
      if (commit)
        return knows(commit)
          ? { status: 200, body: { sha: commit, files: filesBetween(parentOf(commit), commit) } }
          : NOT_FOUND;
      const [, pull] = /^pulls\/(\d+)\/files$/.exec(way) ?? [];
      const ends = pulls[Number(pull)];
      if (!ends) return null;
      const page = Number(searchParams.get("page") ?? 1);
      const size = Number(searchParams.get("per_page") ?? 30);
      const files = filesBetween(mergeBase(...ends), ends[1]);
      return { status: 200, body: files.slice((page - 1) * size, page * size) };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
