import { mentionRules } from "../../instance/mention-rules.ts";
import { mastodon46 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Where a server sees a mention that the guard did not, it refuses the status: that name is escaped, too, and it goes out with the same key.",
  instance: { others: ["alice", "bob"], profile: { ...mastodon46, mentionRule: mentionRules.snac } },
  inputs: { status: "{{ data.text }}", data: '{ "text": "Ask sales@alice or @bob" }' },
  check: ({ instance, outcome }) => {
    if (instance.published().length !== 1) throw new Error(`There are ${instance.published().length} posts`);
    const keys = instance.requests.flatMap(({ headers }) => headers["idempotency-key"] ?? []);
    if (keys.length !== 2 || keys[0] !== keys[1]) throw new Error(`Keys: ${keys.join(", ")}`);
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "") throw new Error(`Mentioned: ${mentioned.join(", ")}`);
  },
});
