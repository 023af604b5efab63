import { scenario } from "../../scenario.ts";

export default scenario({
  what: "With `mentions: all` every name mentions.",
  instance: { others: ["alice", "eve"] },
  inputs: { mentions: "all", status: "Thanks @alice and @{{ data.stranger }}!", data: '{ "stranger": "eve" }' },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "alice,eve") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
