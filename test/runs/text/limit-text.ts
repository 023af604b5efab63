import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const document = { domain: "odd.example", version: "1.0", configuration: { statuses: { max_characters: "plenty" } } };

export default scenario({
  what: "A limit that is no number cannot be true, so 500 is assumed.",
  instance: { profile: { ...mastodon45, instanceEndpoints: [] } },
  faults: [{ path: "/api/v2/instance", answer: { status: 200, body: JSON.stringify(document) } }],
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
});
