import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac takes an e-mail address for a mention: where data holds one, the server is asked what it is.",
  instance: { profile: profiles.snac, others: ["alice"] },
  inputs: { status: "{{ data.text }}", data: '{ "text": "Write to me@alice or https://example.com/@alice" }' },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
