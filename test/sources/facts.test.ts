import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readInputs } from "../../src/inputs/inputs.ts";
import { collectFacts, freeTexts } from "../../src/sources/facts.ts";
import { environmentWith } from "./environment.ts";

const folder = new URL("../events/", import.meta.url);
const events = readdirSync(folder).filter((name) => name.endsWith(".json"));
const payload = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

const unreachable: typeof fetch = () => Promise.reject(new Error("A request was made."));

async function facts(
  changes: Parameters<typeof environmentWith>[0],
  inputs: Record<string, string> = {},
  fetch = unreachable,
) {
  const environment = environmentWith(changes);
  const raw = new Map(Object.entries({ "dry-run": "true", status: "Hello", "github-token": "t", ...inputs }));
  return collectFacts(await readInputs(raw, environment), environment, fetch);
}

const anyRelease: typeof fetch = async () =>
  new Response(JSON.stringify({ id: 9, tag_name: "v9", name: null }), {
    headers: { "content-type": "application/json" },
  });

describe("every payload gives all seven facts, without a request", () => {
  test.each(events)("%s", async (name) => {
    const event = payload(name);
    const found = await facts({
      event,
      github: { event_name: name.split(".")[0]!, repository: "Codertocat/Hello-World" },
    });
    expect(Object.keys(found)).toEqual(["event", "github", "release", "repository", "data", "entry", "feed"]);
    expect(found.event).toBe(event);
    expect(found.github.event).toBe(event);
    expect(found.repository).toMatchObject(event.repository as object);
    expect(found.repository).toHaveProperty("topics");
    if (event.release) expect(found.release).toMatchObject({ ...event.release, title: expect.any(String) });
    else expect(found.release).toBeNull();
    expect(found.data).toBeNull();
  });
});

describe("the repository", () => {
  test("without a payload is what the environment tells", async () => {
    const { repository } = await facts({ github: { repository: "o/r", server_url: "https://git.example" } });
    expect(repository).toEqual({
      full_name: "o/r",
      name: "r",
      owner: { login: "o" },
      html_url: "https://git.example/o/r",
      description: null,
      homepage: null,
      topics: [],
      private: null,
    });
  });

  test("is null where nothing is known", async () => {
    expect((await facts({})).repository).toBeNull();
  });
});

describe("the release", () => {
  const event = payload("release.published.undici.json");
  const github = { event_name: "release", repository: "nodejs/undici" };

  test("of the event needs no request, neither as `event` nor by its tag", async () => {
    for (const tag of ["event", "v7.2.0", "refs/tags/v7.2.0"]) {
      expect((await facts({ event, github }, { "release-tag": tag })).release?.tag_name).toBe("v7.2.0");
    }
  });

  test("of another tag and `latest` are loaded", async () => {
    for (const tag of ["latest", "v9"]) {
      const { release } = await facts({ event, github }, { "release-tag": tag }, anyRelease);
      expect(release).toMatchObject({ id: 9, version: "9", title: "undici 9", html_url: null });
    }
  });

  test("is needed by the default announcement alone", async () => {
    const push = { github: { ...github, event_name: "push" }, event: {} };
    expect((await facts(push)).release).toBeNull();
    const { announcement } = await import("../../src/inputs/names.ts");
    await expect(facts(push, { status: announcement })).rejects.toThrow(
      "The default announcement needs a release, and the event `push` has none. Set `release-tag` to `latest` or to a tag (if it is set, its expression evaluated to an empty string here, as when an earlier step made no release), or write your own `status`.",
    );
  });

  test("that is no mapping is none", async () => {
    for (const release of ["v1", 5, [], null]) expect((await facts({ event: { release }, github })).release).toBeNull();
  });
});

test("data is there as given", async () => {
  expect((await facts({}, { data: "a: 1" })).data).toEqual({ a: "1" });
});

test("free texts of an event by their names", () => {
  const namesIn = (name: string) => [...freeTexts({ event: payload(name), release: null }).keys()];
  expect(namesIn("push.commits.json").filter((name) => !/\.(?:email|username)$/.test(name))).toEqual([
    "event.commits[0].message",
    "event.commits[1].message",
    "event.commits[2].message",
    "event.head_commit.message",
  ]);
  expect(namesIn("release.published.json")).toEqual(["event.release.name", "event.release.body"]);
  expect(namesIn("pull_request.fork.json").filter((name) => !name.includes(".repo."))).toEqual([
    "event.pull_request.title",
    "event.pull_request.user.login",
    "event.pull_request.body",
    "event.pull_request.head.user.login",
    "event.sender.login",
  ]);
  expect(freeTexts({ event: { release: null, commits: "no list", head_commit: [] }, release: null }).size).toBe(0);
});

test("names, labels, branches and inputs are among them where they can do more than stand there", () => {
  const event = {
    ref: "refs/heads/@alice",
    repository: { owner: { login: "acme" } },
    issue: { title: "Title", user: { login: "acme" }, labels: [{ name: "good first issue" }, { name: "cc @bob" }] },
    comment: { body: "Body", user: { login: "eve" } },
    pull_request: { head: { ref: "{{ x }}" }, base: { ref: "main" } },
    head_commit: { message: "Message", author: { name: "@dave" } },
    label: { name: "@carol" },
    inputs: { who: "frank", text: "Big news", more: "by @grace" },
    client_payload: { deep: { list: ["@heidi"] } },
  };
  expect(Object.fromEntries(freeTexts({ event, release: null }))).toEqual({
    "event.ref": "refs/heads/@alice",
    "event.issue.title": "Title",
    "event.issue.labels[1].name": "cc @bob",
    "event.comment.body": "Body",
    "event.comment.user.login": "@eve",
    "event.pull_request.head.ref": "{{ x }}",
    "event.head_commit.message": "Message",
    "event.head_commit.author.name": "@dave",
    "event.label.name": "@carol",
    "event.inputs.who": "@frank",
    "event.inputs.more": "by @grace",
    "event.client_payload.deep.list[0]": "@heidi",
  });
});

test("who did something is among them, whatever the event calls them; the project itself is not", () => {
  const event = {
    sender: { login: "eve" },
    repository: { name: "undici", owner: { login: "acme" }, description: "By @own" },
    organization: { login: "acme", description: "@own" },
    release: { name: "v1", body: "", author: { login: "bob" }, html_url: "https://github.com/a/b{/c}" },
    head_commit: { message: "Message", author: { name: "Dave", username: "dave" } },
    pull_request: { head: { label: "eve:fix-@ann" }, assignees: [{ login: "carol" }], merged_by: { login: "acme" } },
    changes: { title: { from: "Was by @heidi" } },
    discussion: { category: { name: "{{ x }}" } },
    inputs: { package: "undici", short: "@li" },
  };
  expect(Object.fromEntries(freeTexts({ event, release: null }))).toEqual({
    "event.sender.login": "@eve",
    "event.release.name": "v1",
    "event.release.author.login": "@bob",
    "event.head_commit.message": "Message",
    "event.head_commit.author.name": "@Dave",
    "event.head_commit.author.username": "@dave",
    "event.pull_request.head.label": "eve:fix-@ann",
    "event.pull_request.assignees[0].login": "@carol",
    "event.changes.title.from": "Was by @heidi",
    "event.discussion.category.name": "{{ x }}",
    "event.inputs.short": "@li",
  });
});

test("an event that is nested as deep as JSON can be is read all the same", () => {
  const deep = JSON.parse(`${"[".repeat(100_000)}"@eve"${"]".repeat(100_000)}`);
  expect([...freeTexts({ event: { deep }, release: null }).values()]).toEqual(["@eve"]);
});
