import { describe, expect, test } from "vitest";
import { startGithubApi } from "./github-api.ts";
import { profiles } from "./instance/profiles.ts";
import { startInstance } from "./instance/server.ts";
import { runAction, source } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

// Two steps of one job about one release: two posts, whatever makes them differ, however often the job runs.

const READ = { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] };
const announcement = { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" };

/** What the second step has otherwise; `ID` stands for the id of the first step's post. */
const second: Record<string, Record<string, string>> = {
  "a reply to it": { status: "The changes: {{ release.html_url }}", "in-reply-to-id": "ID" },
  "a reply with the same text": { ...announcement, "in-reply-to-id": "ID" },
  "a poll": { status: "Will you update to {{ release.title }}?", poll: "{ options: [Yes, No], expires-in: 1 day }" },
  "another language": { status: "Neu: {{ release.title }}\n\n{{ release.html_url }}", language: "de" },
  "another text with a key": { status: "Neu: {{ release.title }}\n\n{{ release.html_url }}", "idempotency-key": "de" },
};

describe.each(["mastodon45", "mastodon46", "gotosocial", "snac"] as const)("%s", (profile) => {
  describe.each(["rerun", "24 hours"])("`duplicate-check: %s`", (check) => {
    test.each(Object.keys(second))("an announcement, then %s", async (name) => {
      const time = sharedTime();
      const instance = await startInstance({ profile: profiles[profile], now: time.now, sleep: time.sleep });
      const api = await startGithubApi(undefined, time.now(), time.now);
      try {
        const common = {
          "instance-url": instance.origin,
          "access-token": instance.createToken(READ),
          "duplicate-check": check,
        };
        const step = async (action: string, given: Record<string, string>, attempt: number) => {
          const id = instance.published()[0]?.id ?? "";
          const own = Object.entries(given).map(([key, value]) => [key, value.replace("ID", id)]);
          const env = { GITHUB_ACTION: action, GITHUB_RUN_ATTEMPT: String(attempt), GITHUB_API_URL: api.url };
          const { outputs } = await runAction({
            target: source,
            inputs: { ...common, ...Object.fromEntries(own) },
            env,
            time,
          });
          return outputs.result;
        };
        expect(await step("first", announcement, 1)).toBe("posted");
        // The second step fails at first.
        instance.fault({ method: "POST", path: "/api/v1/statuses", answer: { status: 403, body: '{"error":"no"}' } });
        expect(await step("second", second[name]!, 1)).toBe("failed");
        await time.pass(10 * 60_000);
        expect(await step("first", announcement, 2)).toBe("duplicate");
        expect(await step("second", second[name]!, 2)).toBe("posted");
        await time.pass(2 * 3_600_000);
        expect(await step("first", announcement, 3)).toBe("duplicate");
        expect(await step("second", second[name]!, 3)).toBe("duplicate");
        expect(instance.published()).toHaveLength(2);
      } finally {
        await Promise.all([instance.close(), api.close()]);
      }
    });
  });
});
