import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// The payloads are the ground that facts and whole runs stand on: a file that lost a key, or that nobody can tell the
// origin of, would make other tests lie.

// biome-ignore lint/suspicious/noExplicitAny: a payload is whatever GitHub sent; the tests below are its types
type Payload = Record<string, any>;

const folder = new URL("./events/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
const parse = (file: string) => JSON.parse(read(file)) as Payload;
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
const readme = read("README.md");

const always: Record<string, string[]> = {
  issues: ["action", "issue", "repository", "sender"],
  pull_request: ["action", "number", "pull_request", "repository", "sender"],
  push: "ref before after created deleted forced base_ref compare commits head_commit repository pusher sender".split(
    " ",
  ),
  release: ["action", "release", "repository", "sender"],
  repository_dispatch: ["action", "branch", "client_payload", "repository", "sender"],
  schedule: ["schedule", "workflow", "repository"],
  workflow_dispatch: ["inputs", "ref", "workflow", "repository", "sender"],
  workflow_run: ["action", "workflow", "workflow_run", "repository", "sender"],
};

const ofRepository = [
  ..."id node_id name full_name private owner html_url description fork url releases_url tags_url".split(" "),
  ..."created_at updated_at pushed_at clone_url homepage language license default_branch".split(" "),
];
const ofUser = "login id node_id avatar_url url html_url type site_admin".split(" ");
const ofRelease = [
  ..."url assets_url upload_url html_url id node_id tag_name target_commitish name draft author prerelease".split(" "),
  ..."created_at published_at assets tarball_url zipball_url body".split(" "),
];
const ofCommit = "id tree_id distinct message timestamp url author committer added removed modified".split(" ");

const missing = (value: Payload, keys: string[]) => keys.filter((key) => !(key in value));

const tokens = [
  /\bgh[pousr]_\w{16,}/,
  /\bgithub_pat_\w+/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bxox[abposr]-[\w-]+/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}/,
  /\b(?:npm|glpat|sk)[_-]\w{20,}/,
  /-----BEGIN [A-Z ]+-----/,
  /\bBearer\s+[\w.~+/-]{16,}/i,
  /[?&](?:access_|api_)?(?:token|key|secret)=/i,
  /\/\/[^/\s"@]+:[^/\s"@]+@/,
];

describe.each(files)("%s", (file) => {
  const payload = parse(file);
  const [event = "", action = ""] = file.split(".");

  test("has the keys that its event always has", () => {
    expect(Object.keys(always)).toContain(event);
    expect(missing(payload, always[event]!)).toEqual([]);
    expect(missing(payload.repository, ofRepository)).toEqual([]);
    expect(missing(payload.repository.owner, ofUser)).toEqual([]);
    if (payload.sender) expect(missing(payload.sender, ofUser)).toEqual([]);
  });

  test("does what its name says", () => {
    if (event === "release" || event === "issues") expect(payload.action).toBe(action);
  });

  test("is about one repository", () => {
    const { full_name, name, owner, html_url } = payload.repository;
    expect(full_name).toBe(`${owner.login}/${name}`);
    expect(new URL(html_url).pathname).toBe(`/${full_name}`);
    const page = payload.release?.html_url ?? payload.compare ?? payload.workflow_run?.html_url ?? html_url;
    expect(page.startsWith(html_url)).toBe(true);
  });

  test("shows every character in the file, indented by two spaces", () => {
    const text = read(file);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(text).toMatch(/^\{\n {2}"/);
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("has nothing that looks like a token", () => {
    expect(tokens.filter((token) => token.test(read(file)))).toEqual([]);
  });
});

test("README lists every file, and no other", () => {
  const listed = [...readme.matchAll(/^\| `([^`]+\.json)` \|/gm)].map(([, file]) => file);
  expect(listed.sort()).toEqual(files.sort());
});

describe("releases", () => {
  const releases = files.filter((file) => file.startsWith("release."));

  test.each(releases)("%s is complete", (file) => {
    const { release } = parse(file);
    expect(missing(release, ofRelease)).toEqual([]);
    expect(missing(release.author, ofUser)).toEqual([]);
    expect(release.published_at === null).toBe(release.draft);
  });

  test("every action is there", () => {
    const actions = new Set(releases.map((file) => parse(file).action));
    expect([...actions].sort()).toEqual(
      ["created", "deleted", "edited", "prereleased", "published", "released", "unpublished"].sort(),
    );
  });

  test("published, released and prereleased are events of one release", () => {
    expect(parse("release.released.json").release).toEqual(parse("release.published.json").release);
    expect(parse("release.prereleased.json").release).toEqual(parse("release.published.prerelease.json").release);
    expect(parse("release.prereleased.json").release.prerelease).toBe(true);
  });

  test("the special ones are special", () => {
    const noname = parse("release.published.noname.json");
    expect([noname.release.name, noname.release.body, noname.repository.description]).toEqual([null, null, null]);
    expect(parse("release.created.draft.json").release.draft).toBe(true);
    expect(parse("release.published.private.json").repository).toMatchObject({ private: true, visibility: "private" });
    expect(parse("release.published.ghes.json").repository.html_url).not.toMatch(/github\.com/);
    expect(parse("release.published.undici.json")).toMatchObject({
      release: { name: "v7.2.0", html_url: "https://github.com/nodejs/undici/releases/tag/v7.2.0" },
      repository: { full_name: "nodejs/undici", private: false, topics: ["client", "fetch", "http", "nodejs"] },
      organization: { login: "nodejs" },
    });
  });

  test("the long body has about 20,000 characters and 200 pull requests", () => {
    const { body } = parse("release.published.long.json").release;
    expect(body.length).toBeGreaterThan(19_000);
    expect(body.length).toBeLessThan(23_000);
    expect(body.match(/^\* .+ by @\S+ in https:\/\/github\.com\/\S+\/pull\/\d+$/gm)).toHaveLength(200);
    expect(new Set(body.match(/(?<= by )@\S+/g)).size).toBeGreaterThan(20);
  });

  test.each([
    ["workflow commands", /^::error::|^::add-mask::|^::stop-commands::|^##\[set-output name=x\]y$/m, 4],
    ["an output", /^::set-output name=url::https:\/\/evil\.example\/$/m, 1],
    ["commands behind other line breaks", /[\r\v\f\x85\u2028\u2029]::error::/, 6],
    ["escape sequences", /\x1b\[2J|\x1b\]8;;|\x9b31m/, 4],
    ["bidirectional overrides", /[\u202a-\u202e\u2066-\u2069]/, 4],
    ["HTML", /<script>|<img src=x onerror=|<\/details>/, 3],
    ["Markdown", /\]\(javascript:|^```$|^\| .* \|$/m, 3],
    ["mentions", /@everyone|@scope\/pkg/, 2],
    ["Liquid", /\{\{ github \}\}|\{% raw %\}/, 2],
  ])("the hostile body has %s", (_, pattern, least) => {
    const { body } = parse("release.published.hostile.json").release;
    expect(body.match(new RegExp(pattern, `${pattern.flags}g`))?.length ?? 0).toBeGreaterThanOrEqual(least);
  });

  test("the hostile name has a command on a line of its own", () => {
    expect(parse("release.published.hostile.json").release.name).toMatch(/^::error /m);
  });
});

describe("pushes", () => {
  test("of a tag", () => {
    const push = parse("push.tag.json");
    expect(push).toMatchObject({ ref: "refs/tags/simple-tag", created: true, deleted: false, commits: [] });
    expect(missing(push.head_commit, ofCommit)).toEqual([]);
  });

  test("of commits by several authors, the last of them the head", () => {
    const push = parse("push.commits.json");
    expect(push.commits.flatMap((commit: Payload) => missing(commit, ofCommit))).toEqual([]);
    expect(new Set(push.commits.map((commit: Payload) => commit.author.username)).size).toBe(3);
    expect(push.head_commit).toEqual(push.commits.at(-1));
    expect(push.after).toBe(push.head_commit.id);
  });

  test("that deletes a branch", () => {
    const push = parse("push.branch.deleted.json");
    expect(push).toMatchObject({ deleted: true, after: "0".repeat(40), commits: [], head_commit: null });
    expect(push.ref).toMatch(/^refs\/heads\//);
  });
});

test.each([
  ["pull_request.fork.json", "opened", false],
  ["pull_request.fork.merged.json", "closed", true],
])("%s comes from a fork", (file, action, merged) => {
  const payload = parse(file);
  const { head, base, user } = payload.pull_request;
  expect(payload.action).toBe(action);
  expect(payload.pull_request.merged).toBe(merged);
  expect(head.repo).toMatchObject({ fork: true, full_name: "octocat/Hello-World", owner: { login: user.login } });
  expect(base.repo.full_name).toBe(payload.repository.full_name);
  expect(head.repo.id).not.toBe(base.repo.id);
});

test("inputs of workflow_dispatch are strings, values of client_payload have their types", () => {
  const inputs: unknown[] = Object.values(parse("workflow_dispatch.json").inputs);
  expect(inputs.length).toBeGreaterThan(1);
  expect(inputs.filter((value) => typeof value !== "string")).toEqual([]);
  expect(parse("repository_dispatch.json").client_payload).toMatchObject({ version: "1.10", final: true, count: 3 });
});
