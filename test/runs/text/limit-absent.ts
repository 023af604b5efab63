import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const document = { domain: "odd.example", version: "1.0", configuration: { statuses: {} } };

export default scenario({
  what: "An instance that tells much and no limit is taken to allow 500 characters.",
  instance: { profile: { ...mastodon45, instanceEndpoints: [] } },
  faults: [{ path: "/api/v2/instance", answer: { status: 200, body: JSON.stringify(document) } }],
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
});
