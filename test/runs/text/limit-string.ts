import { scenario } from "../../scenario.ts";

const document = { domain: "odd.example", version: "1.0", configuration: { statuses: { max_characters: "300" } } };

export default scenario({
  what: "A limit that comes as a string of digits counts.",
  faults: [{ path: "/api/v2/instance", answer: { status: 200, body: JSON.stringify(document) } }],
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
});
