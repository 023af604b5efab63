import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { type Random, random } from "../chaos/random.ts";
import { BLOG } from "../feed.ts";
import { makeGitRepository, type Tree } from "../git-repository.ts";
import { startGithubApi } from "../github-api.ts";
import { profiles } from "../instance/profiles.ts";
import { startInstance } from "../instance/server.ts";
import { runAction, source } from "../runner.ts";
import { sharedTime } from "../shared-time.ts";
import { faultFor, rounds } from "./faults.ts";

/** A page of a site, wherever it lies now. */
interface Page {
  number: number;
  path: string;
  isDraft: boolean;
  edits: number;
}

/**
 * People add pages, keep them as drafts, publish, edit, rename and remove them, and rewrite the branch; a push carries one
 * or more of these. Runs fail, and are run again. In the end each page that was ever public has one post, and no other has.
 */
test.each(rounds(25))("a site, world %i", async (seed) => {
  const dice = random(seed);
  const time = sharedTime();
  const instance = await startInstance({ profile: profiles.mastodon46, now: time.now, sleep: time.sleep });
  const repository = makeGitRepository();
  const began = time.now();
  const api = await startGithubApi(undefined, began, time.now, (request) => repository.answer(request));
  const folder = mkdtempSync(join(tmpdir(), "event-"));
  try {
    const token = instance.createToken({ scopes: ["read:statuses", "write:statuses", "profile"] });
    const isGitea = dice.chance(0.3);
    let pages: Page[] = [];
    const everPublic = new Set<number>();
    let count = 0;
    const log: string[] = [];
    /** The pages after each commit of the branch. */
    let history: { id: string; pages: Page[] }[] = [];
    const commit = () => {
      const id = repository.commit(
        { ...treeOf(pages), "README.md": `A site, ${history.length}` },
        history.at(-1)?.id ?? null,
      );
      history.push({ id, pages: pages.map((page) => ({ ...page })) });
    };
    commit();

    for (let push = 0; push < 20; push += 1) {
      const before = history.at(-1)!;
      // Somebody rewrites the last commits: what they did is done anew, in one commit, or is lost.
      if (dice.chance(0.15) && history.length > 3 && !isGitea) {
        history = history.slice(0, -dice.integer(1, 2));
        if (dice.chance(0.3)) pages = history.at(-1)!.pages.map((page) => ({ ...page }));
      }
      for (let commits = dice.integer(1, 2); commits > 0; commits -= 1) {
        for (let changes = dice.integer(1, 2); changes > 0; changes -= 1) count += change(pages, count, dice);
        commit();
      }
      const after = history.at(-1)!;
      // What a rewritten branch brought back was public before.
      for (const { number, isDraft } of after.pages) if (!isDraft) everPublic.add(number);
      const commits = repository.between(before.id, after.id).map((id) => ({
        id,
        ...(isGitea ? repository.listsOf(id) : {}),
      }));
      const event = {
        ref: "refs/heads/main",
        before: before.id,
        after: after.id,
        commits,
        repository: { full_name: "octo/site", name: "site", default_branch: "main" },
      };
      writeFileSync(join(folder, "push.json"), JSON.stringify(event));
      if (dice.chance(0.4)) instance.fault(faultFor(dice));
      let attempt = 0;
      let result: string | undefined;
      do {
        attempt += 1;
        const outcome = await runAction({
          target: source,
          time,
          event: join(folder, "push.json"),
          inputs: {
            "instance-url": instance.origin,
            "access-token": token,
            files: "posts/**/*.md",
            link: `${BLOG}/{{ entry.data.id }}/`,
            "max-posts": "20",
            timeout: "2 minutes",
          },
          env: {
            GITHUB_API_URL: api.url,
            GITHUB_RUN_ATTEMPT: String(attempt),
            GITHUB_RUN_ID: "19650000001",
            GITHUB_REF_NAME: "main",
          },
          files: treeOf(pages),
          prepare: (workspace) => mkdirSync(join(workspace, ".git")),
        });
        ({ result } = outcome.outputs);
        log.push(`push ${push}, attempt ${attempt}\n${outcome.stdout}`);
        await time.pass(60_000);
      } while (["failed", "partial", "unknown"].includes(result ?? "") && attempt < 12);
      hold(
        instance.published().map(({ text }) => text),
        everPublic,
        count,
        log,
      );
      await time.pass(dice.integer(1, 8) * 3_600_000);
    }
  } finally {
    rmSync(folder, { recursive: true });
    repository.close();
    await Promise.all([instance.close(), api.close()]);
  }
});

/** @returns how many pages are new */
function change(pages: Page[], count: number, dice: Random): number {
  const page = pages.length > 0 ? dice.pick(pages) : null;
  const kind = dice.pick(["add", "add", "draft", "publish", "edit", "rename", "remove"]);
  if (page === null || kind === "add" || kind === "draft") {
    pages.push({ number: count + 1, path: `posts/page-${count + 1}.md`, isDraft: kind === "draft", edits: 0 });
    return 1;
  }
  if (kind === "publish") page.isDraft = false;
  if (kind === "edit") page.edits += 1;
  if (kind === "rename") page.path = `posts/${dice.integer(1, 9)}/page-${page.number}-${dice.integer(1, 99)}.md`;
  if (kind === "remove" && dice.chance(0.5)) pages.splice(pages.indexOf(page), 1);
  return 0;
}

function treeOf(pages: readonly Page[]): Tree {
  return Object.fromEntries(
    pages.map(({ number, path, isDraft, edits }) => {
      // Else git takes a new page for a removed one, renamed.
      const lines = Array.from({ length: 12 }, (_, line) => `${(number * 7919 + line * 104_729) ** 2}`);
      const body = `What page ${number} says.\n\n${lines.join("\n")}\n`;
      const more = Array.from({ length: edits }, (_, edit) => `\nEdited ${edit + 1} times.\n`).join("");
      return [path, `---\ntitle: Page ${number}\nid: ${number}\ndraft: ${isDraft}\n---\n\n${body}${more}`];
    }),
  );
}

function hold(texts: readonly string[], everPublic: ReadonlySet<number>, count: number, log: readonly string[]): void {
  for (let number = 1; number <= count; number += 1) {
    const found = texts.filter((text) => text.includes(`${BLOG}/${number}/`)).length;
    if (found === (everPublic.has(number) ? 1 : 0)) continue;
    throw new Error(
      `Page ${number} was posted ${found} times, and was ${everPublic.has(number) ? "" : "never "}public.\n${log.slice(-4).join("\n---\n")}`,
    );
  }
}
