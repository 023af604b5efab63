import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A handle of the release's text that came into the template by the output of a step mentions nobody.",
  event: "release.published",
  instance: { others: ["octocat", "alice"] },
  // As `status: "${{ steps.notes.outputs.thanks }}, and to @alice"`, where the step took it from the release.
  inputs: { status: "Thanks to @octocat, and to @alice" },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "alice") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
