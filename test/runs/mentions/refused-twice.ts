import { mastodon46 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that goes on seeing a mention refuses the status for good.",
  instance: {
    others: ["alice"],
    profile: {
      ...mastodon46,
      mentionRule: (text) => Array.from(text.matchAll(/@\u200c?(\w+)/g), ([, name = ""]) => name),
    },
  },
  inputs: { status: "Ask {{ data.text }}", data: '{ "text": "sales@alice" }' },
  check({ instance }) {
    if (instance.published().length > 0) throw new Error("A post");
  },
});
