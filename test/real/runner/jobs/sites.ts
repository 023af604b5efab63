import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rssOf, startWeb } from "../../../feed.ts";
import type { RunLog } from "../act.ts";
import { type Job, payloadOf, step, texts, type World } from "../job.ts";
import { practiceRepository } from "../repositories.ts";

/** Where the sites of the examples are published. */
const BLOG = "https://blog.example.com";

/**
 * Runs a workflow about a site, of which all pages are published.
 *
 * @param feed of the site, unless it has none
 * @param changed what the push added
 */
async function runSite(world: World, workflow: string, event: string, { feed = "", added = "" } = {}): Promise<RunLog> {
  const web = await startWeb({ "/index.xml": { body: feed }, "*": { body: "A page" } });
  try {
    const repository = await practiceRepository({
      edit(folder) {
        const path = join(folder, ".github/workflows", workflow);
        writeFileSync(path, readFileSync(path, "utf8").replaceAll(BLOG, web.origin));
        writeFileSync(join(folder, "feed.xml"), feed.replaceAll(BLOG, web.origin));
        mkdirSync(join(folder, "artifacts"), { recursive: true });
      },
    });
    if (added !== "") world.changed.push({ filename: added, status: "added" });
    const payload = {
      ref: "refs/heads/main",
      before: "1".repeat(40),
      commits: [{ id: "2".repeat(40) }],
      repository: ofSite,
    };
    const log = await world.run(workflow, event, {
      repository,
      payload: event.startsWith("push") ? payload : {},
      env: {
        GITHUB_REF: "refs/heads/main",
        GITHUB_REF_NAME: "main",
        GITHUB_REF_TYPE: "branch",
        PRACTICE_ARTIFACTS: join(repository, "artifacts"),
        PRACTICE_FEED: join(repository, "feed.xml"),
      },
    });
    for (const status of world.instance.published()) status.text = status.text.replaceAll(web.origin, BLOG);
    return log;
  } finally {
    await web.close();
  }
}

const ofSite = { ...payloadOf("push.commits").repository, default_branch: "main" };

const FEED = rssOf([
  { title: "Second", path: "/2/", age: 3_600_000 },
  { title: "First", path: "/1/", age: 7_200_000 },
]);

/** Posts about the pages of a site, and those that are files themselves. */
export const sites: Job[] = [
  {
    name: "examples/feed.yml: a feed on a schedule",
    async attempt(world) {
      const log = await runSite(world, "feed.yml", "schedule", { feed: FEED });
      assert.deepEqual(log.jobs, { post: "success" });
      assert.equal(step(log, "post/0").outputs.result, "posted");
      assert.deepEqual(texts(world), [`First\n\n${BLOG}/1/`, `Second\n\n${BLOG}/2/`]);
    },
  },
  {
    name: "examples/hugo-pages.yml: the feed that an earlier job built, once its pages are up",
    async attempt(world) {
      const log = await runSite(world, "hugo-pages.yml", "push.commits", { feed: FEED });
      assert.deepEqual(log.jobs, { build: "success", deploy: "success", announce: "success" });
      assert.deepEqual(texts(world), [`First\n\n${BLOG}/1/`, `Second\n\n${BLOG}/2/`]);
    },
  },
  ...(
    [
      [
        "jekyll.yml",
        "_posts/2026-11-29-welcome-to-jekyll.md",
        `Welcome to Jekyll\n\nThe first paragraph.\n\n${BLOG}/2026/11/29/welcome-to-jekyll.html\n\n#Jekyll #Update`,
      ],
      ["astro.yml", "src/content/blog/first-post.mdx", `First post\n\nWhat it is about\n\n${BLOG}/blog/first-post/`],
      [
        "mkdocs.yml",
        "docs/blog/posts/hello.md",
        `Happy new year\n\nWe wish you all the best.\n\n${BLOG}/blog/2026/11/29/hello/`,
      ],
    ] as const
  ).map(([workflow, added, text]) => ({
    name: `examples/${workflow}: a new post of a push`,
    async attempt(world: World) {
      const log = await runSite(world, workflow, "push.commits", { added });
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [text]);
      assert.equal(JSON.parse(step(log, "post/1").outputs.results ?? "")[0].entry, added);
    },
  })),
  {
    name: "examples/posts-by-pull-request.yml: a file that is a thread",
    async attempt(world) {
      const log = await runSite(world, "posts-by-pull-request.yml", "push.commits", { added: "posts/hello.md" });
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), ["Hello @friend@example.org, we begin.\n\n1/2", "And go on.\n\n2/2"]);
    },
  },
  {
    name: "examples/posts-by-pull-request.yml: the same in a pull request from a fork: rehearsed, without any secret",
    async attempt(world) {
      world.changed.push({ filename: "posts/hello.md", status: "added" });
      const changes = { secrets: {}, variables: {}, env: { GITHUB_REF: "refs/pull/7/merge" } };
      const log = await world.run("posts-by-pull-request.yml", "pull_request.fork", changes);
      assert.deepEqual(log.jobs, { post: "success" });
      assert.equal(step(log, "post/1").outputs.result, "dry-run");
      assert.match(log.text, /posts\/hello\.md: Would be posted in 2 parts, 29 of 500 characters/);
      assert.deepEqual(world.instance.requests, []);
    },
  },
];
