import { scenario } from "../../scenario.ts";

export default scenario({
  what: "With `mentions: none` not even the template's own handles mention.",
  instance: { others: ["alice", "eve"] },
  inputs: {
    mentions: "none",
    status: "Thanks @alice and @{{ data.stranger | mention }}!",
    data: '{ "stranger": "eve" }',
  },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
