import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text with `github-token` in it is refused, in a dry run too.",
  inputs: { status: "The secret is ghs_practice0token", "dry-run": "true" },
  check({ outcome: { stdout, summary, outputs } }) {
    const shown = [stdout.replaceAll(/^::add-mask::.*$/gm, ""), summary, ...Object.values(outputs)].join("\n");
    if (shown.includes("ghs_practice0token")) throw new Error("The token was shown.");
  },
});
