import { scenario } from "../../scenario.ts";

const version2 = { domain: "odd.example", version: "4.0.0" };

export default scenario({
  what: "Version 2 of the instance's description has no limit, version 1 tells it: the text goes out whole.",
  instance: { maxCharacters: 1000 },
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
  faults: [{ path: "/api/v2/instance", answer: { status: 200, body: JSON.stringify(version2) } }],
});
