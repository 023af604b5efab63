import { describe, expect, test } from "vitest";
import { rssOf } from "./feed.ts";
import { startGithubApi } from "./github-api.ts";
import { apiError } from "./instance/faults.ts";
import { profiles } from "./instance/profiles.ts";
import { type InstanceOptions, startInstance } from "./instance/server.ts";
import { runAction, source } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

// Servers whose times tell nothing: what ran before is one post, or the step says that it cannot know.

const HOUR = 3_600_000;
const POST = { method: "POST", path: "/api/v1/statuses" };
const READ = { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] };

interface Server extends Pick<InstanceOptions, "clockAhead" | "tellsDate"> {
  /** What it tells in place of the time at which a status was made. */
  createdAt?: unknown;
}

const servers: Record<string, Server> = {
  "a clock two hours behind, told by `Date`": { clockAhead: -2 * HOUR },
  "a clock two hours ahead, told by `Date`": { clockAhead: 2 * HOUR },
  "no `Date`": { tellsDate: false },
  "no `Date`, and a clock two hours behind": { tellsDate: false, clockAhead: -2 * HOUR },
  "no `Date`, and a clock two hours ahead": { tellsDate: false, clockAhead: 2 * HOUR },
  "no `Date`, and a clock three hours ahead": { tellsDate: false, clockAhead: 3 * HOUR },
  "a `created_at` in words": { createdAt: "yesterday" },
  "a `created_at` that is a number": { createdAt: 1_700_000_000 },
  "no `created_at`": { createdAt: undefined },
};

const feed = { status: "", feed: "public/index.xml" };
const list = { data: "[{ text: One }, { text: Two }, { text: Three }]", status: "{{ data.text }}" };
const thread = { status: "One\n---\nTwo\n---\nThree" };

interface Way {
  inputs: Record<string, string>;
  event?: string;
  /** Of the second run; 1 unless given. */
  attempt?: number;
  /** Whether the first run fails at its third status. */
  isCut?: boolean;
}

const ways: Record<string, Way> = {
  "a re-run": { inputs: { status: "Out now" }, attempt: 2 },
  "a list's re-run": { inputs: list, attempt: 2 },
  "a list's re-run, after one of it was refused": { inputs: list, attempt: 2, isCut: true },
  "a thread's re-run": { inputs: thread, attempt: 2 },
  "a thread's re-run, after its end was refused": { inputs: thread, attempt: 2, isCut: true },
  "a duration": { inputs: { status: "Out now", "duplicate-check": "24 hours" } },
  "a feed": { inputs: feed, event: "schedule" },
  "another event of the release": { inputs: { status: "Out: {{ release.html_url }}" }, event: "release.released" },
};

describe.each(["gotosocial", "mastodon46"] as const)("%s", (profile) => {
  describe.each(Object.entries(servers))("%s", (_, { createdAt, ...options }) => {
    test.each(Object.entries(ways))("%s", async (_way, { inputs, event, attempt = 1, isCut = false }) => {
      const time = sharedTime();
      const instance = await startInstance({
        profile: profiles[profile],
        now: time.now,
        sleep: time.sleep,
        ...options,
      });
      if (isCut) instance.fault({ ...POST, after: 2, answer: apiError(422, "Validation failed: Text is odd") });
      if ("createdAt" in servers[_]!) {
        const rewrite = (entity: Record<string, unknown>) =>
          "content" in entity ? { ...entity, created_at: createdAt } : entity;
        instance.fault({ times: Number.POSITIVE_INFINITY, path: /\/statuses/, rewrite });
      }
      const api = await startGithubApi(undefined, time.now(), time.now);
      const { status, ...others } = inputs;
      const run = async (attempt: number, text = status) => {
        const env = { GITHUB_ACTION: "one", GITHUB_RUN_ATTEMPT: String(attempt), GITHUB_API_URL: api.url };
        const { outputs } = await runAction({
          target: source,
          ...(event === undefined ? {} : { event }),
          files: { "public/index.xml": rssOf([{ title: "First", path: "/1/", age: HOUR }]) },
          inputs: {
            "instance-url": instance.origin,
            "access-token": instance.createToken(READ),
            ...others,
            ...(text ? { status: text } : {}),
          },
          env,
          time,
        });
        return outputs;
      };
      try {
        expect((await run(1)).result).toBe(isCut ? "partial" : "posted");
        const before = instance.published().map(({ url }) => url);
        await time.pass(2 * HOUR);
        // A duration and a feed look on every run.
        const again = await run(attempt);
        const texts = instance.published().map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
        if (again.result === "failed" || again.result === "partial") {
          expect(before.some((url) => again.reason!.includes(`${url} may be it, or an older one:`))).toBe(true);
        } else {
          expect(texts).toHaveLength(isCut ? 3 : before.length);
          expect(isCut ? ["posted"] : ["duplicate", "skipped"]).toContain(again.result);
        }
        // What is there says something else, so there is no doubt.
        if (status && !inputs.data) expect((await run(2, "Another text")).result).toBe("posted");
      } finally {
        await Promise.all([instance.close(), api.close()]);
      }
    });
  });
});

// What is past by its clock GoToSocial posts at once, and dates it back to the time that was asked for.
test.each(["90 minutes", "in the event"])("a clock three hours ahead, and a post to be scheduled: %s", async (when) => {
  const time = sharedTime();
  const instance = await startInstance({
    profile: profiles.gotosocial,
    now: time.now,
    sleep: time.sleep,
    clockAhead: 3 * HOUR,
  });
  const api = await startGithubApi(undefined, time.now(), time.now);
  const fixed = new Date(time.now().getTime() + 1.5 * HOUR).toISOString();
  const run = async (attempt: number) => {
    const inputs = {
      "instance-url": instance.origin,
      "access-token": instance.createToken(READ),
      status: "Lunch",
      "scheduled-at": when === "90 minutes" ? when : fixed,
    };
    const env = { GITHUB_RUN_ATTEMPT: String(attempt), GITHUB_API_URL: api.url };
    const { outputs, stdout } = await runAction({ target: source, inputs, env, time });
    return { result: outputs.result, stdout };
  };
  try {
    const first = await run(1);
    expect(first.result).toBe("posted");
    expect(first.stdout).toContain("but it was posted at once: by this server's clock that time was past.");
    await time.pass(HOUR / 2);
    expect((await run(2)).result).toBe("duplicate");
    expect(instance.published()).toHaveLength(1);
  } finally {
    await Promise.all([instance.close(), api.close()]);
  }
});
