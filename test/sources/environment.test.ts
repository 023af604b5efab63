import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readEnvironment } from "../../src/sources/environment.ts";

const home = mkdtempSync(join(tmpdir(), "environment-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function eventFile(text: string): string {
  const path = join(home, "event.json");
  writeFileSync(path, text);
  return path;
}

describe("where a runner sets less", () => {
  test("nothing at all", () => {
    const { github, event, apiUrl, place, folders, proxies, secrets, leaksInputs } = readEnvironment({});
    expect(github).toMatchObject({ repository: "", server_url: "https://github.com", run_attempt: "1", run_url: "" });
    expect({ event, apiUrl, place, secrets, leaksInputs }).toEqual({
      event: {},
      apiUrl: "https://api.github.com",
      place: ["", "", ""],
      secrets: [],
      leaksInputs: false,
    });
    expect(folders).toEqual([process.cwd()]);
    expect(proxies).toEqual({ http: "", https: "", no: "" });
  });

  test.each([
    ["refs/tags/v1", "v1", "tag"],
    ["refs/heads/feature/x", "feature/x", "branch"],
    ["refs/pull/3/merge", "3/merge", "branch"],
    ["", "", ""],
  ])("the ref %j alone", (ref, name, type) => {
    expect(readEnvironment({ GITHUB_REF: ref }).github).toMatchObject({ ref_name: name, ref_type: type });
  });

  test.each([
    ["o/r/.github/workflows/a.yml@refs/tags/v1@2", "o/r/.github/workflows/a.yml"],
    ["", "Release"],
  ])("the workflow by its file in %j, else by its name", (ref, workflow) => {
    const names = { GITHUB_WORKFLOW_REF: ref, GITHUB_WORKFLOW: "Release", GITHUB_JOB: "j", GITHUB_ACTION: "s" };
    expect(readEnvironment(names).place).toEqual([workflow, "j", "s"]);
  });

  test.each(["ACT", "GITEA_ACTIONS", "FORGEJO_ACTIONS"])("%s may leak inputs", (name) => {
    expect(readEnvironment({ [name]: "true" }).leaksInputs).toBe(true);
  });
});

describe("the payload", () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ["", {}],
    [" \n", {}],
    ["null", {}],
    ["[1]", {}],
    ['"text"', {}],
  ])("%j", (text, event) => {
    expect(readEnvironment({ GITHUB_EVENT_PATH: eventFile(text) }).event).toEqual(event);
  });

  test("that is broken", () => {
    expect(() => readEnvironment({ GITHUB_EVENT_PATH: eventFile("{") })).toThrow("is not JSON. With act, check");
  });

  test("that is not there, and that is a folder", () => {
    expect(readEnvironment({ GITHUB_EVENT_PATH: join(home, "none.json") }).event).toEqual({});
    expect(() => readEnvironment({ GITHUB_EVENT_PATH: home })).toThrow("The payload of the event cannot be read");
  });
});

describe("proxies", () => {
  test("in both spellings, the lower case first", () => {
    expect(readEnvironment({ HTTPS_PROXY: "http://a", NO_PROXY: "b" }).proxies).toEqual({
      http: "",
      https: "http://a",
      no: "b",
    });
    expect(readEnvironment({ HTTP_PROXY: "http://a", http_proxy: "http://b" }).proxies.http).toBe("http://b");
  });

  test.each([
    ["http://proxy.example:8080", []],
    ["http://user@proxy.example", []],
    ["http://user:hunter2@proxy.example:8080", ["hunter2"]],
    ["user:hunter2@proxy.example:8080", ["hunter2"]],
    ["http://user:p%40ss@proxy.example", ["p%40ss", "p@ss"]],
    ["http://user:100%@proxy.example", ["100%"]],
  ])("the password of %s is a secret", (proxy, secrets) => {
    expect(readEnvironment({ https_proxy: proxy }).secrets).toEqual(secrets);
  });
});
