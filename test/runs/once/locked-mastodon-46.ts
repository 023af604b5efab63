import { html } from "../../instance/faults.ts";
import { mastodon46 } from "../../instance/profiles.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

// 110 seconds of work: it ends well between two looks.
const hosts = [..."abcdefghijk"].map((letter) => `${letter}.example`);

export default scenario({
  what: "A re-run comes while Mastodon 4.6 is still at work on the first request, whose key is locked (503): it waits for that post.",
  instance: { profile: mastodon46, silentHosts: hosts },
  inputs: { status: `Thanks to ${hosts.map((host) => `@someone@${host}`).join(" ")}` },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  earlier: [
    {
      inputs: { timeout: "40 s" },
      faults: [
        {
          method: "POST",
          path: "/api/v1/statuses",
          gateway: { milliseconds: 30_000, answer: html(504, "Gateway Time-out") },
        },
      ],
      result: "unknown",
    },
  ],
  arrange: (world) => rerun(world, ago(5 * MINUTE)),
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
