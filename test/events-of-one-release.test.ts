import { describe, expect, test } from "vitest";
import { profiles } from "./instance/profiles.ts";
import { changedPayload } from "./payload.ts";
import type { Step, Workflow } from "./workflow.ts";
import { inWorkflow } from "./workflow.ts";

// GitHub sends up to four events for one release, and each may start a run: one post.

const actions = ["created", "published", "released", "prereleased"] as const;
type Action = (typeof actions)[number];

/** The run that an event of the one release starts, each a run of its own. */
function runOf(action: Action, release: Record<string, unknown> = {}): Step {
  const payload = changedPayload("release.published.undici", (event) => ({
    action,
    release: { ...event.release, ...release },
  }));
  const env = {
    GITHUB_EVENT_PATH: "event.json",
    GITHUB_EVENT_NAME: "release",
    GITHUB_RUN_ID: `1965000000${1 + actions.indexOf(action)}`,
  };
  return { files: { "event.json": payload }, env };
}

async function resultsOf({ step, time }: Workflow, order: readonly Action[]): Promise<(string | undefined)[]> {
  const results: (string | undefined)[] = [];
  for (const action of order) {
    results.push((await step({}, runOf(action))).outputs.result);
    await time.pass(1000);
  }
  return results;
}

function orders(of: readonly Action[]): Action[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => orders(of.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

const keeping = ["mastodon43", "mastodon45", "mastodon46", "hollo", "akkoma"] as const;

describe.each(keeping)("%s, which keeps keys", (server) => {
  test.each(orders(actions))("%s, %s, %s, %s", async (...order) => {
    await inWorkflow({ profile: profiles[server] }, async (workflow) => {
      expect(await resultsOf(workflow, order)).toEqual(["posted", "duplicate", "duplicate", "duplicate"]);
      expect(workflow.instance.published()).toHaveLength(1);
    });
  });

  test("the runs of all at once: `published` goes first, and the others find its post", async () => {
    await inWorkflow({ profile: profiles[server] }, async ({ instance, step }) => {
      const runs = await Promise.all(actions.map((action) => step({}, runOf(action))));
      const results = runs.map(({ outputs }) => outputs.result);
      expect(results).toEqual(["duplicate", "posted", "duplicate", "duplicate"]);
      expect(instance.published()).toHaveLength(1);
    });
  });
});

describe.each([...keeping, "gotosocial", "snac"] as const)("%s", (server) => {
  test.each(actions)("`%s` alone posts", async (action) => {
    await inWorkflow({ profile: profiles[server] }, async (workflow) => {
      expect(await resultsOf(workflow, [action])).toEqual(["posted"]);
    });
  });

  test.each(["created", "released", "prereleased"] as const)("`%s` finds what `published` posted", async (action) => {
    await inWorkflow({ profile: profiles[server] }, async (workflow) => {
      expect(await resultsOf(workflow, ["published", action])).toEqual(["posted", "duplicate"]);
    });
  });

  test("a text that changed behind its first paragraph is not posted again, and both are shown", async () => {
    await inWorkflow({ profile: profiles[server] }, async ({ instance, step }) => {
      const inputs = { status: "{{ release.title }}\n\n{{ release.body }}\n\n{{ release.html_url }}" };
      await step(inputs, runOf("published", { body: "One fix" }));
      const { outputs, stdout } = await step(inputs, runOf("released", { body: "Two fixes" }));
      expect(outputs).toMatchObject({ result: "duplicate", text: expect.stringContaining("One fix") });
      expect(stdout).toMatch(/::warning::.*One fix.*Two fixes.*`idempotency-key`/);
      expect(instance.published()).toHaveLength(1);
    });
  });

  test("a draft does not post", async () => {
    await inWorkflow({ profile: profiles[server] }, async ({ instance, step }) => {
      const { outputs } = await step({}, runOf("created", { draft: true, published_at: null }));
      expect(outputs.result).toBe("skipped");
      expect(instance.requests).toEqual([]);
    });
  });
});

describe.each(["mastodon43", "mastodon45", "mastodon46", "gotosocial", "hollo"] as const)(
  "%s, with a token that may only post",
  (server) => {
    test.each(["created", "released", "prereleased"] as const)("`%s` posts, with a warning", async (action) => {
      await inWorkflow({ profile: profiles[server], scopes: ["write:statuses"] }, async ({ instance, step }) => {
        const { outputs, stdout } = await step({}, runOf(action));
        expect(outputs.result).toBe("posted");
        expect(stdout).toMatch(/::warning::The action cannot see .* may be a second post.*`read:statuses`/);
        expect(instance.published()).toHaveLength(1);
      });
    });
  },
);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(["mastodon45", "mastodon46", "gotosocial", "snac"] as const)("%s, `release-tag: latest`", (server) => {
  /** A push, each a run of its own. */
  const push = ({ step }: Workflow, number: number) =>
    step(
      { "release-tag": "latest" },
      {
        files: {
          "event.json": changedPayload("release.published.undici", () => ({ action: undefined, release: undefined })),
        },
        env: { GITHUB_EVENT_PATH: "event.json", GITHUB_EVENT_NAME: "push", GITHUB_RUN_ID: String(number) },
      },
    );
  const release = ({ github }: Workflow, tag: string) =>
    fetch(`${github.url}/repos/nodejs/undici/releases`, {
      method: "POST",
      headers: { authorization: "Bearer t" },
      body: JSON.stringify({ tag_name: tag, name: tag }),
    });

  test("three pushes of a day make one post, the first after the next release a second one", async () => {
    await inWorkflow({ profile: profiles[server] }, async (workflow) => {
      const { instance, time } = workflow;
      await release(workflow, "v8.0.0");
      const results = [];
      for (const number of [1, 2, 3]) {
        results.push((await push(workflow, number)).outputs.result);
        await time.pass(8 * HOUR);
      }
      expect(results).toEqual(["posted", "duplicate", "duplicate"]);
      await release(workflow, "v8.0.1");
      const texts = [await push(workflow, 4), await push(workflow, 5)].map(({ outputs }) => [
        outputs.result,
        outputs.text,
      ]);
      expect(texts).toEqual([
        ["posted", expect.stringMatching(/^undici 8\.0\.1/)],
        ["duplicate", expect.stringMatching(/^undici 8\.0\.1/)],
      ]);
      expect(instance.published()).toHaveLength(2);
    });
  });

  test("a release older than `max-age` is not announced", async () => {
    await inWorkflow({ profile: profiles[server] }, async (workflow) => {
      const { instance, time } = workflow;
      await release(workflow, "v8.0.0");
      await time.pass(8 * DAY);
      const { exitCode, outputs } = await push(workflow, 1);
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ result: "skipped", results: "[]", reason: expect.stringContaining("`max-age`") });
      expect(instance.requests).toEqual([]);
    });
  });
});
