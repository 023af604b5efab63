import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const document = { uri: "https://akkoma.example", version: "2.7.2 (compatible; Akkoma 3.16.0)", max_toot_chars: 600 };
export default scenario({
  what: "Akkoma tells its limit in version 1 alone, as `max_toot_chars`, and counts URLs in full.",
  instance: { profile: { ...mastodon45, instanceEndpoints: [] }, maxCharacters: 5000 },
  faults: [{ path: "/api/v1/instance", answer: { status: 200, body: JSON.stringify(document) } }],
  inputs: {
    overflow: "thread",
    status: `{{ release.title }}\n\n${"See https://example.com/a/page/of/the/documentation, please. ".repeat(14)}`,
  },
});
