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

interface Run {
  inputs: Record<string, string>;
  event?: string | undefined;
  attempt: number;
}

/** An instance, the GitHub API, and runs of one step against them, in a time that they share. */
async function startWorld(options: InstanceOptions) {
  const time = sharedTime();
  const instance = await startInstance({ now: time.now, sleep: time.sleep, ...options });
  const api = await startGithubApi(undefined, time.now(), time.now);
  return {
    time,
    instance,
    run: ({ inputs, event, attempt }: Run) =>
      runAction({
        target: source,
        ...(event === undefined ? {} : { event }),
        files: { "public/index.xml": rssOf([{ title: "First", path: "/1/", age: HOUR }]) },
        inputs: { "instance-url": instance.origin, "access-token": instance.createToken(READ), ...inputs },
        env: { GITHUB_ACTION: "one", GITHUB_RUN_ATTEMPT: String(attempt), GITHUB_API_URL: api.url },
        time,
      }),
    close: () => Promise.all([instance.close(), api.close()]),
  };
}

describe.each(["gotosocial", "mastodon46"] as const)("%s", (profile) => {
  describe.each(Object.entries(servers))("%s", (_, { createdAt, ...options }) => {
    test.each(Object.entries(ways))("%s", async (_way, { inputs, event, attempt = 1, isCut = false }) => {
      const world = await startWorld({ profile: profiles[profile], ...options });
      const { instance, time } = world;
      if (isCut) instance.fault({ ...POST, after: 2, answer: apiError(422, "Validation failed: Text is odd") });
      if ("createdAt" in servers[_]!) {
        const rewrite = (entity: Record<string, unknown>) =>
          "content" in entity ? { ...entity, created_at: createdAt } : entity;
        instance.fault({ times: Number.POSITIVE_INFINITY, path: /\/statuses/, rewrite });
      }
      const { status, ...others } = inputs;
      const run = async (number: number, text = status) => {
        const given = { ...others, ...(text ? { status: text } : {}) };
        return (await world.run({ inputs: given, event, attempt: number })).outputs;
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
        await world.close();
      }
    });
  });
});

// What is past by its clock GoToSocial posts at once, and dates it back to the time that was asked for.
test.each(["90 minutes", "in the event"])("a clock three hours ahead, and a post to be scheduled: %s", async (when) => {
  const { time, instance, run, close } = await startWorld({ profile: profiles.gotosocial, clockAhead: 3 * HOUR });
  const fixed = new Date(time.now().getTime() + 1.5 * HOUR).toISOString();
  const inputs = { status: "Lunch", "scheduled-at": when === "90 minutes" ? when : fixed };
  try {
    const first = await run({ inputs, attempt: 1 });
    expect(first.outputs.result).toBe("posted");
    expect(first.stdout).toContain("but it was posted at once: by this server's clock that time was past.");
    await time.pass(HOUR / 2);
    expect((await run({ inputs, attempt: 2 })).outputs.result).toBe("duplicate");
    expect(instance.published()).toHaveLength(1);
  } finally {
    await close();
  }
});
