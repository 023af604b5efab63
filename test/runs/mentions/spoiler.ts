import { mentionRules } from "../../instance/mention-rules.ts";
import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Names in the content warning and in the options of a poll mention nobody, on a server that looks for them there.",
  instance: {
    others: ["alice", "bob", "eve"],
    profile: { ...mastodon45, mentionRule: mentionRules.sharkey, mentionsBeyondText: true },
  },
  inputs: {
    "spoiler-text": "By {{ data.who }}, who knows @eve",
    status: "Hello",
    poll: "options: ['{{ data.who }} a/@bob', 'No']\nexpires-in: 1 day",
    data: '{ "who": "@alice" }',
  },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "eve,bob") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
