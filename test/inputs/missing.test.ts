import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explainMissingToken } from "../../src/inputs/missing.ts";
import { environmentWith } from "../sources/environment.ts";

const fork: Record<string, unknown> = JSON.parse(
  readFileSync(new URL("../events/pull_request.fork.json", import.meta.url), "utf8"),
);
const pull = fork.pull_request as { head: object; base: { repo: object } };

const explain = (event_name: string, event: Record<string, unknown>, actor = "octocat") =>
  explainMissingToken(environmentWith({ github: { event_name, actor }, event }));

describe("withheld by design", () => {
  test.each(["pull_request", "pull_request_review", "pull_request_review_comment"])("%s from a fork", (event) => {
    expect(explain(event, fork)).toMatchObject({
      byDesign: true,
      cause: "Secrets are not passed to workflows of pull requests from forks.",
    });
  });

  test("a pull request from a fork that was deleted meanwhile", () => {
    const event = { ...fork, pull_request: { ...pull, head: { ...pull.head, repo: null } } };
    expect(explain("pull_request", event).byDesign).toBe(true);
  });

  test("a run that Dependabot started", () => {
    const { byDesign, cause } = explain("push", { repository: { fork: false } }, "dependabot[bot]");
    expect([byDesign, cause]).toEqual([true, "Runs started by Dependabot get Dependabot's own secrets only."]);
  });

  test("a fork of the repository", () => {
    expect(explain("schedule", { repository: { fork: true } }).cause).toContain("This repository is a fork");
  });
});

describe("not withheld", () => {
  test.each([
    ["pull_request_target from a fork", "pull_request_target", fork],
    [
      "a pull request from a branch",
      "pull_request",
      { ...fork, pull_request: { ...pull, head: { ...pull.head, repo: pull.base.repo } } },
    ],
    ["a release", "release", { repository: { fork: false } }],
    ["no payload at all", "", {}],
    ["a payload full of null", "push", { repository: null, pull_request: null }],
  ])("%s", (_, eventName, event) => {
    const { byDesign, cause, cure } = explain(eventName, event);
    expect(byDesign).toBe(false);
    expect(cause).toContain("`secrets: inherit`");
    expect(cure).toContain("access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}");
  });
});
