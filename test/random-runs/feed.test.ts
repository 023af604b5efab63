import { expect, test } from "vitest";
import { type Random, random } from "../chaos/random.ts";
import { BLOG } from "../feed.ts";
import { profiles } from "../instance/profiles.ts";
import { type PracticeInstance, startInstance } from "../instance/server.ts";
import { runAction, source } from "../runner.ts";
import { type SharedTime, sharedTime } from "../shared-time.ts";
import { faultFor, rounds } from "./faults.ts";

/** An entry of the feed as it is now. */
interface Entry {
  title: string;
  path: string;
  published: Date;
  /** What somebody has added to its link. */
  tail: string;
}

const HOUR = 3_600_000;

/**
 * A feed grows, its entries are edited and moved, the account posts other things; runs fail, are run again, come two at a
 * time. In the end each entry has one post.
 */
test.each(rounds(25))("a feed, world %i", async (seed) => {
  const dice = random(seed);
  const time = sharedTime();
  const instance = await startInstance({ profile: profiles.mastodon46, now: time.now, sleep: time.sleep });
  try {
    const token = instance.createToken({ scopes: ["read:statuses", "write:statuses", "profile"] });
    const feed: Entry[] = [];
    const log: string[] = [];
    const run = async (attempt = "1") => {
      const { outputs, stdout } = await runAction({
        target: source,
        time,
        event: "schedule",
        inputs: { "instance-url": instance.origin, "access-token": token, feed: "feed.xml", timeout: "2 minutes" },
        env: { GITHUB_RUN_ATTEMPT: attempt, GITHUB_API_URL: instance.origin },
        files: { "feed.xml": written(feed) },
      });
      log.push(stdout);
      return outputs.result;
    };
    for (let round = 0; round < 40; round += 1) {
      change(feed, dice, time);
      if (dice.chance(0.3)) instance.publish(`Something else, ${round}: ${BLOG}/`);
      if (dice.chance(0.4)) for (let count = dice.integer(1, 3); count > 0; count -= 1) instance.fault(faultFor(dice));
      const runs = dice.chance(0.25) ? [run(), run()] : [run()];
      await Promise.all(runs);
      if (dice.chance(0.2)) await run("2");
      await time.pass(dice.integer(1, 5) * HOUR);
      hold(feed, instance, log, "at most once");
    }
    // What faults and `max-posts` left; some faults are left, too.
    let result: string | undefined = "";
    for (let tries = 0; result !== "skipped" && tries < 40; tries += 1) result = await run();
    expect(result, log.at(-1)).toBe("skipped");
    hold(feed, instance, log, "once");
  } finally {
    await instance.close();
  }
});

function change(feed: Entry[], dice: Random, time: SharedTime): void {
  for (let count = dice.pick([0, 0, 1, 1, 2]); count > 0; count -= 1) {
    const path = `/${feed.length + 1}/`;
    feed.push({ title: `Entry ${feed.length + 1}`, path, published: time.now(), tail: "" });
  }
  if (feed.length === 0) return;
  const entry = dice.pick(feed);
  if (dice.chance(0.3)) entry.title = `${entry.title}, edited`;
  if (dice.chance(0.2)) entry.tail = dice.pick(["", "?utm_source=feed", "?utm_medium=rss&utm_source=x"]);
  if (dice.chance(0.3))
    feed.sort((one, other) => Number(other.path.length) - Number(one.path.length) || (dice.chance(0.5) ? 1 : -1));
}

function written(feed: readonly Entry[]): string {
  const items = feed.map(
    ({ title, path, published, tail }) =>
      `<item><title>${title}</title><link>${BLOG}${path}${tail.replaceAll("&", "&amp;")}</link><guid>${BLOG}${path}</guid><pubDate>${published.toUTCString()}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Blog</title><link>${BLOG}/</link><description>A blog</description>${items.join("")}</channel></rss>`;
}

function hold(
  feed: readonly Entry[],
  instance: PracticeInstance,
  log: readonly string[],
  how: "once" | "at most once",
): void {
  const texts = instance.published().map(({ text }) => text);
  for (const { path } of feed) {
    const count = texts.filter((text) => text.includes(`${BLOG}${path}`)).length;
    if (count === 1 || (count === 0 && how === "at most once")) continue;
    throw new Error(`${path} was posted ${count} times\n${log.slice(-6).join("\n---\n")}`);
  }
}
