import { describe, expect, test } from "vitest";
import { loadRelease } from "../../src/sources/github.ts";

interface Seen {
  url: string;
  authorization: string | null;
}

function source(answer: () => Response | Promise<Response>, tag = "latest") {
  const seen: Seen[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    seen.push({ url: String(url), authorization: new Headers(init?.headers).get("authorization") });
    return answer();
  };
  const load = () =>
    loadRelease({ repository: "o/r", tag, apiUrl: "https://ghes.example/api/v3", token: "ght", fetch });
  return { load, seen };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

const message = (load: () => Promise<unknown>) => load().then(String, (error: Error) => error.message);

test("asks the server that the environment names, with the token", async () => {
  const { load, seen } = source(json(200, { id: 1, tag_name: "v1" }));
  expect(await load()).toEqual({ id: 1, tag_name: "v1" });
  expect(seen).toEqual([{ url: "https://ghes.example/api/v3/repos/o/r/releases/latest", authorization: "token ght" }]);
});

test.each([
  ["v1.0.0", "v1.0.0"],
  ["@scope/pkg@1.0.0", "%40scope%2Fpkg%401.0.0"],
  ["v1.0.0+build", "v1.0.0%2Bbuild"],
  ["../../latest", "..%2F..%2Flatest"],
])("asks for the tag %s", async (tag, path) => {
  const { load, seen } = source(json(200, { tag_name: tag }), tag);
  await load();
  expect(seen[0]?.url).toBe(`https://ghes.example/api/v3/repos/o/r/releases/tags/${path}`);
});

test("follows a renamed repository once, on the same server alone", async () => {
  const answers = [
    json(301, {}, { location: "/api/v3/repositories/1/releases/latest" }),
    json(200, { tag_name: "v1" }),
  ];
  const { load, seen } = source(() => answers.shift()!());
  expect(await load()).toEqual({ tag_name: "v1" });
  expect(seen[1]?.url).toBe("https://ghes.example/api/v3/repositories/1/releases/latest");
  const elsewhere = source(json(301, {}, { location: "https://other.example/" }));
  await message(elsewhere.load);
  expect(elsewhere.seen).toHaveLength(1);
});

describe("says what is wrong", () => {
  test.each<[string, () => Response, string[]]>([
    [
      "a missing release",
      json(404, { message: "Not Found" }),
      ["404 “Not Found”", "There is no published release yet"],
    ],
    [
      "a missing permission",
      json(403, { message: "Resource not accessible by integration" }),
      ["403 “Resource not accessible", "`permissions: { contents: read }`"],
    ],
    ["a bad token", json(401, { message: "Bad credentials" }), ["401 “Bad credentials”", "is wrong or expired"]],
    [
      "a rate limit",
      json(
        403,
        { message: "API rate limit exceeded" },
        { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1800000000" },
      ),
      ["rate limit is used up until 2027-01-15 08:00 UTC (403 “API rate limit exceeded”)"],
    ],
    [
      "a secondary rate limit, which tells no time",
      json(429, { message: "You have exceeded a secondary rate limit" }),
      ["rate limit is used up (429 “You have", "Run again later"],
    ],
    [
      "a rate limit until a time that no date can hold",
      json(403, { message: "API rate limit exceeded" }, { "x-ratelimit-reset": "99999999999999999999" }),
      ["rate limit is used up (403 “API"],
    ],
    [
      "a login page",
      () =>
        new Response("<html><title>Sign in</title></html>", { status: 200, headers: { "content-type": "text/html" } }),
      ["200, but the answer is not a release: “Sign in”.", "GITHUB_API_URL is not"],
    ],
    ["an object that is no release", json(200, { id: 1 }), ["200, but the answer is not a release. "]],
    ["a release with an empty tag", json(200, { tag_name: "" }), ["200, but the answer is not a release. "]],
    ["nothing", json(200, null), ["200, but the answer is not a release. "]],
    [
      "a redirect to another server",
      json(301, {}, { location: "http://ghes.example/api/v3/repositories/1/releases/latest" }),
      ["301, a redirect to http://ghes.example/api/v3/repositories/1/releases/latest, which is not followed"],
    ],
    ["a redirect to nowhere", json(302, { tag_name: "v1" }), ["302, a redirect. The repository was moved"]],
    [
      "a server that is down",
      json(503, { message: "Unavailable" }),
      ["503 “Unavailable”. The GitHub API has a problem."],
    ],
    [
      "a web page",
      () =>
        new Response("<html><title>Unicorn!</title></html>", { status: 502, headers: { "content-type": "text/html" } }),
      ["502 “Unicorn!”."],
    ],
    ["an empty answer", () => new Response(null, { status: 500 }), ["500"]],
    ["any other", json(451, { message: "Blocked" }), ["451 “Blocked”."]],
  ])("%s", async (_, answer, sentences) => {
    const said = await message(source(answer).load);
    expect(said).toMatch(/^Loading the latest release of o\/r from https:\/\/ghes.example\/api\/v3 failed: /);
    for (const sentence of sentences) expect(said).toContain(sentence);
    expect(said).toMatch(/^.{1,500}$/);
  });

  test("a tag without a release", async () => {
    const said = await message(source(json(404, { message: "Not Found" }), "v9").load);
    expect(said).toContain("Loading the release v9 of o/r");
    expect(said).toContain("No published release has this tag (a draft is not found by its tag)");
  });

  test("no connection", async () => {
    const refused = () => Promise.reject(new Error("connect ECONNREFUSED 127.0.0.1:9"));
    expect(await message(source(refused).load)).toContain("failed: connect ECONNREFUSED 127.0.0.1:9. Run again");
  });

  test("no answer in time", async () => {
    const late = () => Promise.reject(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    expect(await message(source(late).load)).toContain("no answer came within `timeout`. Run again");
  });

  test("no repository, no token", async () => {
    const { fetch } = globalThis;
    const known = { repository: "o/r", tag: "latest", apiUrl: "https://ghes.example", token: "t", fetch };
    await expect(loadRelease({ ...known, repository: "" })).rejects.toThrow("does not set GITHUB_REPOSITORY");
    await expect(loadRelease({ ...known, token: "" })).rejects.toThrow(
      "`release-tag` needs `github-token`, which is empty.",
    );
  });
});
