import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A name in the content warning mentions nobody: Mastodon looks for names in the text alone.",
  instance: { others: ["alice"] },
  inputs: { "spoiler-text": "By {{ data.who }}", status: "Hello", data: '{ "who": "@alice" }' },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
