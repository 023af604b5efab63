import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Version 2 of the instance's description fails, version 1 tells the limit: the text goes out whole.",
  instance: { maxCharacters: 1000 },
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
  faults: [{ path: "/api/v2/instance", answer: apiError(500, "Internal Server Error") }],
});
