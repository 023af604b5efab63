import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Generated notes name everybody who helped, and ping nobody.",
  instance: { others: ["luddd3", "flakey5", "github-actions"] },
  inputs: { status: "{{ release.title }}\n\n{{ release.body | plain_text }}" },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
