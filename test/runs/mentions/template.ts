import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Handles written in the template mention, and so does a value through `mention`; another value does not.",
  instance: { others: ["alice", "bob", "eve"] },
  inputs: {
    status: "{{ release.title }}. Thanks @alice, @{{ data.author | mention }} and @{{ data.stranger }}!",
    data: '{ "author": "bob", "stranger": "eve" }',
  },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "alice,bob") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
