import { describe, expect, test } from "vitest";
import { png } from "./instance/files.ts";
import { profiles } from "./instance/profiles.ts";
import { startInstance } from "./instance/server.ts";
import { dist, runAction, source } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

/**
 * Two runs of one intent at once: two workflows for one release, say. Mastodon locks a key since 4.6, and Pixelfed refuses
 * one that it knows even while it is at work on it, so that they end with one post. Servers without such a lock make one
 * only where one request is over before the other comes, which no test can hold them to.
 */
for (const target of [source, dist]) {
  describe.concurrent(`on ${target.name}`, () => {
    test.each([
      ["mastodon46", 0, 0],
      ["mastodon46", 9, 700],
      ["pixelfed", 1, 30_000],
    ] as const)("%s, %d requests taking %d ms: one post, which both tell", async (profile, times, delay) => {
      const time = sharedTime();
      const { now, sleep } = time;
      const instance = await startInstance({ profile: profiles[profile], now, sleep });
      try {
        // Pixelfed posts nothing without a picture.
        const inputs = {
          "instance-url": instance.origin,
          "access-token": instance.createToken({ scopes: ["read", "write"] }),
          media: "photo.png",
        };
        const files = { "photo.png": png().bytes };
        if (times > 0) instance.fault({ method: "POST", path: "/api/v1/statuses", times, delay });
        const outcomes = await Promise.all([1, 2].map(() => runAction({ target, inputs, files, time })));
        const [post, ...more] = instance.published();
        expect(more).toEqual([]);
        for (const { exitCode, outputs } of outcomes) {
          expect(exitCode).toBe(0);
          expect(outputs.id).toBe(post!.id);
          expect(["posted", "duplicate"]).toContain(outputs.result);
        }
      } finally {
        await instance.close();
      }
    });
  });
}
