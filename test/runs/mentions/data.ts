import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Names in data mention nobody, wherever they stand; links and e-mail addresses stay whole.",
  instance: { others: ["alice", "bob", "scope", "alice@example.social"] },
  inputs: {
    status: "{{ release.title }}\n\n{{ data.notes }}\n\nby @{{ data.author }}",
    data: JSON.stringify({
      author: "bob",
      notes:
        "@alice: thanks (@bob), [@alice@example.social] and ＠@bob!\n- @scope/pkg@1.0.0\nalice@example.social\nhttps://mastodon.social/@alice",
    }),
  },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
