import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "./call.ts";
import { createComparison } from "./differences.ts";
import { type Profile, profiles } from "./profiles.ts";
import { type Exchanged, type Recording, readRecording, send, type TokenName } from "./replay.ts";
import { createInstance } from "./server.ts";

const servers: { name: string; profile: Profile; earlierPosts: number }[] = [
  { name: "mastodon-4.6.5", profile: profiles.mastodon46, earlierPosts: 18 },
  { name: "mastodon-4.5.15", profile: profiles.mastodon45, earlierPosts: 133 },
  { name: "mastodon-4.3.23", profile: profiles.mastodon43, earlierPosts: 128 },
];

/** What the scopes of the tokens are (test/recordings/README.md). */
const scopes: Record<TokenName, string> = {
  TOKEN: "profile write:statuses write:media read:statuses write:accounts",
  FULL: "read write",
  NARROW: "profile write:statuses write:media",
  NARROWER: "write:statuses write:media",
  READONLY: "read",
  REVOKED: "read write",
  WRONG: "",
  OTHER_APP: "read write",
  ALICE: "read write",
  BOB: "read write",
};

const report: string[] = [];
describe.each(servers)("$name", ({ name, profile, earlierPosts }) => {
  test("replay", async () => {
    const recording = readRecording(name);
    let now = Date.parse("2026-11-29T18:20:00Z");
    const account = { displayName: "", language: null, createdAt: new Date("2026-11-29T00:00:00Z") };
    const instance = createInstance(`https://${recording.host}`, {
      profile: { ...profile, features: { ...profile.features, media: { ...profile.features.media, processing: { milliseconds: 2000 } } } },
      account,
      others: ["alice", "bob"],
      now: () => new Date(now),
    });
    const tokens = Object.fromEntries(
      Object.entries(scopes).map(([name, scope]) => [
        name,
        name === "WRONG" ? "wrong" : instance.createToken({ scopes: scope.split(" "), username: { ALICE: "alice", BOB: "bob" }[name] ?? "poster", state: name === "REVOKED" ? "revoked" : "active" }),
      ]),
    ) as Record<TokenName, string>;
    for (let i = 0; i < earlierPosts; i++) instance.publish("earlier", { createdAt: new Date(now - 1000) });
    const told = new Map<string, unknown>();
    const whole = recording.exchanges.find(({ what }) => what === "plain")!.answer.body as any;
    const compare = createComparison(Object.keys(whole.account));
    for (const exchanged of recording.exchanges) {
      if (exchanged.what.endsWith("_later")) now += 3000;
      now += 10;
      try {
        const answer = await send(exchanged, { instance, tokens, now: () => new Date(now) }, told);
        try { told.set(exchanged.what, JSON.parse(answer.body)); } catch {}
        const diff = compare(exchanged.answer, answer);
        for (const d of diff) report.push(`${name} ${exchanged.what} ${d}`);
      } catch (e) { report.push(`${name} ${exchanged.what} THROWN ${e}`); }
    }
    (await import("node:fs")).writeFileSync("/tmp/report.txt", report.join("\n"));
  });
});
