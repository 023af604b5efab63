import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rssOf, startWeb } from "../../feed.ts";
import type { GithubApi } from "../../github-api.ts";
import type { PracticeInstance } from "../../instance/server.ts";
import { finish, NotHere } from "../process.ts";
import type { RunLog, Step, WorkflowRun } from "./act.ts";
import { installOldNode } from "./old-node.ts";
import { cloneOfThis, practiceRepository } from "./repositories.ts";

/** Whole workflows, and what has to be true once a runner has run them. */

export interface World {
  instance: PracticeInstance;
  github: GithubApi;
  /** Of the account on the instance. */
  token: string;
  /** What the GitHub API says that a push changed. */
  changed: { filename: string; status: string }[];
  /**
   * Runs a workflow of the practice repository, with the secrets and variables that the documentation names.
   *
   * @param workflow name of its file
   * @param event name of a file in test/events, without its ending
   */
  run(workflow: string, event: string, changes?: Changes): Promise<RunLog>;
  /** A clone of this repository. */
  clone: string;
}

export interface Changes extends Partial<Omit<WorkflowRun, "event">> {
  /** Fields of the payload to replace. */
  payload?: Record<string, unknown>;
}

export interface Job {
  name: string;
  /** @throws AssertionError */
  attempt(world: World): Promise<void>;
}

export const payloadOf = (event: string) =>
  JSON.parse(readFileSync(new URL(`../../events/${event}.json`, import.meta.url), "utf8"));
const RELEASE = "release.published.undici";
const { repository: undici } = payloadOf(RELEASE);

const ANNOUNCEMENT = `undici 7.2.0

An HTTP/1.1 client, written from scratch for Node.js

https://github.com/nodejs/undici/releases/tag/v7.2.0

#Client #Fetch #Http #Nodejs`;

const TIP = `"Don't" say \`{{ release.title }}\` — say 'why' 🎉

::warning::$HOME is not %0A expanded`;

/** The texts on the instance, oldest first. */
const texts = ({ instance }: World, username?: string) => instance.published(username).map(({ text }) => text);

function step({ steps }: RunLog, name: string): Step {
  const found = steps[name];
  assert.ok(found, `there is no step ${name}; there are ${Object.keys(steps).join(", ")}`);
  return found;
}

/** The step that posts has succeeded, and says of the newest status what the instance has. */
function assertPosted({ instance }: World, { outcome, outputs }: Step, username?: string): void {
  const [status] = instance.published(username).slice(-1);
  assert.ok(status, `nothing is posted: ${JSON.stringify(outputs)}`);
  const { id, url, uri } = status;
  const { result, text } = outputs;
  assert.deepEqual(
    { outcome, result, text, id: outputs.id, url: outputs.url, uri: outputs.uri, ids: outputs.ids, urls: outputs.urls },
    {
      outcome: "success",
      result: "posted",
      text: status.text,
      id,
      url,
      uri,
      ids: JSON.stringify([id]),
      urls: JSON.stringify([url]),
    },
  );
}

/** What the files in .changeset make of the version. */
function nextVersion(clone: string): string {
  const numbers = JSON.parse(readFileSync(join(clone, "package.json"), "utf8"))
    .version.split(".")
    .map(Number);
  const changes = readdirSync(join(clone, ".changeset"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(clone, ".changeset", name), "utf8"));
  const place = ["major", "minor", "patch"].findIndex((kind) => changes.some((text) => text.includes(`: ${kind}\n`)));
  if (place < 0) throw new NotHere("no change waits in .changeset to be released");
  return numbers
    .map((number: number, index: number) => (index < place ? number : index === place ? number + 1 : 0))
    .join(".");
}

/** How npm reaches its registry on this machine, and what it has of it already: the release installs packages. */
function registrySettings(): Record<string, string> {
  const names = ["registry", "userconfig", "cafile", "cache"].map((name) => `npm_config_${name}`);
  const entries = [...names, "NODE_EXTRA_CA_CERTS"].map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

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

export const jobs: Job[] = [
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
  {
    name: "examples/list-from-a-step.yml: a post for each of a script's list",
    async attempt(world) {
      const log = await world.run("list-from-a-step.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [
        "Tuesday: Rust and tea\n\nhttps://meetups.example.com/1",
        'Friday: Quotes "and" `ticks`\n\nhttps://meetups.example.com/2',
      ]);
    },
  },
  {
    name: "examples/changesets.yml: a post for each package",
    async attempt(world) {
      const log = await world.run("changesets.yml", "push.commits");
      assert.deepEqual(log.jobs, { release: "success" });
      assert.deepEqual(
        texts(world).map((text) => text.split("\n")[0]),
        ["@\u200Cacme/core 2.0.0 is out.", "@\u200Cacme/cli 1.4.1 is out."],
      );
    },
  },
  {
    name: "examples/release.yml: a release with the default text; its re-run posts nothing more",
    async attempt(world) {
      const log = await world.run("release.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), [ANNOUNCEMENT]);
      assertPosted(world, step(log, "announce/0"));
      assert.equal(step(log, "announce/0").outputs.characters, "121");
      assert.match(step(log, "announce/0").summary, />Posted<\/a> by .*@poster/);

      const rerun = await world.run("release.yml", RELEASE, { env: { GITHUB_RUN_ATTEMPT: "2" } });
      assert.deepEqual(rerun.jobs, { announce: "success" });
      assert.equal(step(rerun, "announce/0").outputs.result, "duplicate");
      assert.equal(step(rerun, "announce/0").outputs.url, step(log, "announce/0").outputs.url);
      assert.equal(texts(world).length, 1);
    },
  },
  {
    name: "examples/release.yml: the secret is missing",
    async attempt(world) {
      const log = await world.run("release.yml", RELEASE, { secrets: {} });
      assert.deepEqual(log.jobs, { announce: "failure" });
      const { outcome, outputs } = step(log, "announce/0");
      assert.deepEqual([outcome, outputs.result], ["failure", "failed"]);
      assert.match(outputs.reason ?? "", /^`access-token` is empty\. .*MASTODON_ACCESS_TOKEN/);
      assert.deepEqual(world.instance.requests, []);
    },
  },
  {
    name: "examples/release-in-the-same-job.yml: a release made earlier in the job",
    async attempt(world) {
      const log = await world.run("release-in-the-same-job.yml", "push.commits");
      assert.deepEqual(log.jobs, { release: "success" });
      assert.deepEqual(texts(world), [
        "Hello-World 7.3.0\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/v7.3.0",
      ]);
      assertPosted(world, step(log, "release/1"));
      assert.deepEqual(world.github.requests, [
        "POST /repos/Codertocat/Hello-World/releases",
        "GET /repos/Codertocat/Hello-World/releases/tags/v7.3.0",
      ]);
    },
  },
  {
    name: "examples/release-without-prereleases.yml: a release that is none",
    async attempt(world) {
      const log = await world.run("release-without-prereleases.yml", "release.released");
      assert.deepEqual(log.jobs, { announce: "success" });
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/semantic-release.yml: a release made earlier in the job",
    async attempt(world) {
      const log = await world.run("semantic-release.yml", "push.commits");
      assert.deepEqual(log.jobs, { release: "success" });
      assertPosted(world, step(log, "release/2"));
      assert.match(texts(world)[0]!, /^Hello-World 7\.3\.0\n/);
    },
  },
  {
    name: "examples/goreleaser.yml: the release of a tag",
    async attempt(world) {
      const log = await world.run("goreleaser.yml", "push.tag");
      assert.deepEqual(log.jobs, { release: "success" });
      assertPosted(world, step(log, "release/3"));
      assert.match(texts(world)[0]!, /\/releases\/tag\/simple-tag$/m);
    },
  },
  {
    name: "examples/tag.yml: a tag without a release",
    async attempt(world) {
      const log = await world.run("tag.yml", "push.tag");
      assert.deepEqual(log.jobs, { announce: "success" });
      assertPosted(world, step(log, "announce/0"));
      assert.match(texts(world)[0]!, /^Hello-World simple-tag is out!\n\nhttps:\S+\/releases\/tag\/simple-tag$/);
    },
  },
  {
    name: "examples/poll-below-the-announcement.yml: two posts about one release, the second a reply to the first",
    async attempt(world) {
      const log = await world.run("poll-below-the-announcement.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), [ANNOUNCEMENT, "When will you update to 7.2.0?"]);
      const [announcement, poll] = world.instance.published();
      assert.deepEqual([poll?.inReplyTo?.id, poll?.poll?.options.length], [announcement?.id, 3]);
    },
  },
  {
    name: "examples/reply-to-the-announcement.yml: a reply from another job",
    async attempt(world) {
      const log = await world.run("reply-to-the-announcement.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success", binaries: "success" });
      const [announcement, reply] = world.instance.published();
      assert.equal(reply?.inReplyTo?.id, announcement?.id);
      assert.match(reply?.text ?? "", /^The binaries are there: https:/);
    },
  },
  {
    name: "examples/release-and-rehearsal.yml: a release is announced",
    async attempt(world) {
      const log = await world.run("release-and-rehearsal.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), [ANNOUNCEMENT]);
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/release-and-rehearsal.yml: started by hand, it only rehearses",
    async attempt(world) {
      const payload = { repository: undici, inputs: { tag: "v7.2.0", "dry-run": "true" } };
      const log = await world.run("release-and-rehearsal.yml", "workflow_dispatch", { payload });
      assert.deepEqual(log.jobs, { announce: "success" });
      const { outputs } = step(log, "announce/0");
      assert.deepEqual([outputs.result, outputs.text], ["dry-run", ANNOUNCEMENT]);
      assert.deepEqual(texts(world), []);
    },
  },
  {
    name: "examples/private-repository.yml: only what the text names goes out",
    async attempt(world) {
      const log = await world.run("private-repository.yml", "release.published.private");
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), ["Version 0.0.1 is here.\n\nhttps://example.org/news/0.0.1"]);
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/ghes.yml: a release on GitHub Enterprise Server",
    async attempt(world) {
      const log = await world.run("ghes.yml", "release.published.ghes");
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.match(texts(world)[0]!, /^https:\/\/octocoders\.github\.io\/\S+\/releases\/tag\//m);
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/forgejo.yml: all but the address of the action, which act does not know",
    async attempt(world) {
      const log = await world.run("forgejo.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/text-from-a-step.yml: an output of a step as data",
    async attempt(world) {
      const log = await world.run("text-from-a-step.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.match(texts(world)[0]!, /^1 commits this week in \S+\n\nhttps:\S+\/commits$/);
    },
  },
  {
    name: "examples/bot.yml: a text from a script: quotes, an emoji, {{, a workflow command",
    async attempt(world) {
      const log = await world.run("bot.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [TIP]);
      assertPosted(world, step(log, "post/2"));
      const [status] = world.instance.published();
      assert.deepEqual([status?.language, status?.visibility], ["en", "unlisted"]);
    },
  },
  {
    name: "the same text from an output of a step",
    async attempt(world) {
      const log = await world.run("text-from-output.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [TIP]);
      assertPosted(world, step(log, "post/post"));
    },
  },
  {
    name: "examples/picture.yml: a picture made by an earlier step",
    async attempt(world) {
      const log = await world.run("picture.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), ["Downloads, month by month: https://github.com/octo-org/octo-repo"]);
      assertPosted(world, step(log, "post/2"));
      const media = world.instance.published().flatMap((status) => status.media);
      assert.deepEqual(
        media.map(({ kind, size, description }) => ({ kind, size, description })),
        [
          {
            kind: "image",
            size: { width: 120, height: 100 },
            description: "Bar chart: 40 in September, 70 in October, 100 in November.",
          },
        ],
      );
    },
  },
  {
    name: "examples/accounts.yml: two accounts, one with a bad token",
    async attempt(world) {
      const { origin } = world.instance;
      const log = await world.run("accounts.yml", RELEASE, {
        variables: { PROJECT_MASTODON_URL: origin, TEAM_MASTODON_URL: origin },
        secrets: { PROJECT_MASTODON_ACCESS_TOKEN: "a-token-of-nobody", TEAM_MASTODON_ACCESS_TOKEN: world.token },
      });
      // act fails all legs of a matrix with one; their steps tell.
      assert.deepEqual(texts(world), [ANNOUNCEMENT]);
      assertPosted(world, step(log, "announce-2/0"));
      const { outcome, outputs } = step(log, "announce-1/0");
      assert.deepEqual([outcome, outputs.result], ["failure", "failed"]);
      assert.match(outputs.reason ?? "", /token/);
    },
  },
  {
    name: "examples/accounts.yml: two accounts, both post",
    async attempt(world) {
      const { origin } = world.instance;
      const log = await world.run("accounts.yml", RELEASE, {
        variables: { PROJECT_MASTODON_URL: origin, TEAM_MASTODON_URL: origin },
        secrets: {
          PROJECT_MASTODON_ACCESS_TOKEN: world.token,
          TEAM_MASTODON_ACCESS_TOKEN: world.instance.createToken({ username: "team" }),
        },
      });
      assert.deepEqual(log.jobs, { "announce-1": "success", "announce-2": "success" });
      assert.deepEqual([texts(world), texts(world, "team")], [[ANNOUNCEMENT], [ANNOUNCEMENT]]);
      assertPosted(world, step(log, "announce-1/0"));
      assertPosted(world, step(log, "announce-2/0"), "team");
    },
  },
  {
    name: "examples/rehearsal.yml: a rehearsal by hand, without any secret",
    async attempt(world) {
      const payload = { repository: undici, inputs: { tag: "v7.2.0" } };
      const log = await world.run("rehearsal.yml", "workflow_dispatch", { payload, secrets: {}, variables: {} });
      assert.deepEqual(log.jobs, { rehearse: "success" });
      const { outcome, outputs } = step(log, "rehearse/0");
      assert.deepEqual([outcome, outputs.result, outputs.text], ["success", "dry-run", ANNOUNCEMENT]);
      assert.deepEqual(world.instance.requests, []);
    },
  },
  {
    name: "examples/rehearsal.yml: the newest release, with a token",
    async attempt(world) {
      // The form's own default, `latest`.
      const log = await world.run("rehearsal.yml", "workflow_dispatch", {
        payload: { repository: undici, inputs: {} },
      });
      assert.deepEqual(log.jobs, { rehearse: "success" });
      const { outputs } = step(log, "rehearse/0");
      assert.deepEqual([outputs.result, outputs.text], ["dry-run", ANNOUNCEMENT]);
      assert.deepEqual(texts(world), []);
      assert.deepEqual(world.github.requests, ["GET /repos/nodejs/undici/releases/latest"]);
    },
  },
  {
    name: "continue-on-error: the release goes on, and sees what happened",
    async attempt(world) {
      const log = await world.run("continue-on-error.yml", RELEASE, { secrets: { WRONG_TOKEN: "a-token-of-nobody" } });
      assert.deepEqual(log.jobs, { release: "success" });
      const { outputs } = step(log, "release/publish");
      assert.deepEqual([outputs.result, outputs.conclusion], ["failed", "success"]);
      assert.match(outputs.reason ?? "", /token/);
      assert.deepEqual(texts(world), []);
    },
  },
  {
    name: "outputs in later steps and in another job; a reply to an earlier step's post",
    async attempt(world) {
      const log = await world.run("outputs.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success", after: "success" });
      const [first, reply] = world.instance.published();
      assert.equal(reply?.inReplyTo?.id, first?.id);
      assert.deepEqual(step(log, "announce/show").outputs, { url: first?.url, limit: "" });
      assert.deepEqual(step(log, "after/show").outputs, {
        result: "posted",
        "first-url": reply?.url,
        text: ANNOUNCEMENT,
      });
    },
  },
  {
    name: "a composite action around ours",
    async attempt(world) {
      const log = await world.run("composite.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), ["undici 7.2.0 by way of a composite action"]);
      assertPosted(world, step(log, "announce/announce/post"));
      assert.equal(step(log, "announce/show").outputs.url, world.instance.published()[0]?.url);
    },
  },
  {
    name: "a reusable workflow around ours",
    async attempt(world) {
      const log = await world.run("reusable.yml", RELEASE);
      assert.deepEqual(log.jobs, { post: "success", after: "success" });
      assert.deepEqual(texts(world), ['"Hello" {{ world }}: undici 7.2.0 by way of a reusable workflow']);
      assertPosted(world, step(log, "post/post"));
      assert.equal(step(log, "after/show").outputs.url, world.instance.published()[0]?.url);
    },
  },
  {
    name: "working-directory: paths start at the workspace all the same, and the error says so",
    async attempt(world) {
      const log = await world.run("working-directory.yml", "push.commits");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [TIP]);
      assertPosted(world, step(log, "post/right"));
      assert.match(
        step(log, "post/wrong").outputs.reason ?? "",
        /Write `scripts\/tip\.txt`.*`working-directory` does not apply/,
      );
    },
  },
  {
    name: "a pull request from a fork, where there are no secrets: on-missing-token: skip",
    async attempt(world) {
      const log = await world.run("fork.yml", "pull_request.fork", { secrets: {} });
      assert.deepEqual(log.jobs, { post: "success" });
      assert.equal(step(log, "post/post").outputs.result, "skipped");
      assert.deepEqual(world.instance.requests, []);
    },
  },
  {
    name: "a token that is no secret of the repository is masked from then on",
    async attempt(world) {
      const variables = { MASTODON_URL: world.instance.origin, TOKEN_OF_A_VAULT: world.token };
      const log = await world.run("masking.yml", "push.commits", { variables, secrets: {}, masks: true });
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), ["Hello"]);
      assert.match(log.text, /The token is \*\*\*\./);
    },
  },
  {
    name: "uses: ./ after actions/checkout: the job of .github/workflows/ci.yml",
    async attempt(world) {
      const log = await world.run("ci.yml", "push.commits", {
        repository: world.clone,
        job: "action",
        matrix: "os:ubuntu-latest",
        secrets: {},
      });
      assert.deepEqual(log.jobs, { action: "success" });
      assert.equal(step(log, "action/post").outputs.result, "posted");
      assert.equal(step(log, "action/wrong").outcome, "failure");
      assert.match(log.text, /As it should be: http:/);
    },
  },
  {
    name: "a rehearsal of .github/workflows/release.yml, without the tests that it waits for",
    async attempt(world) {
      const repository = await cloneOfThis({
        edit(folder) {
          const path = join(folder, ".github/workflows/release.yml");
          writeFileSync(path, readFileSync(path, "utf8").replace("    needs: test\n", ""));
        },
      });
      const version = nextVersion(repository);
      const log = await world.run("release.yml", "workflow_dispatch", {
        repository,
        job: "release",
        payload: { inputs: { version, rehearsal: "true" } },
        secrets: {},
        env: registrySettings(),
      });
      assert.deepEqual(log.jobs, { release: "success" });
      assert.match(log.text, new RegExp(`Committed and tagged v${version} and v${version.split(".")[0]}\\.`));
      assert.match(log.text, /CHANGELOG\.md +\|/);
      const { outputs } = step(log, "release/6");
      assert.deepEqual([outputs.result, outputs.text?.includes(`/releases/tag/v${version}`)], ["dry-run", true]);
      assert.deepEqual(texts(world), []);
    },
  },
  {
    name: "Node 18 on the runner: one line, from the action and from the token command",
    async attempt(world) {
      const nodeFolder = await installOldNode();
      const log = await world.run("release.yml", RELEASE, { nodeFolder });
      assert.deepEqual(log.jobs, { announce: "failure" });
      const said = log.text.split("\n").filter((line) => /::error|\| /.test(line));
      assert.equal(said.length, 1, said.join("\n"));
      assert.match(said[0]!, /::error::This action needs Node 20 or newer; this runner has 18\.20\.8\. \S/);
      assert.deepEqual(world.instance.requests, []);

      const command = { command: join(nodeFolder, "node"), args: [join(world.clone, "dist/token.js"), "--help"] };
      const { code, stdout, stderr } = await finish(command, 30);
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, /^mastodon-token needs Node 20 or newer; this is 18\.20\.8\. [^\n]+\n$/);
    },
  },
];
