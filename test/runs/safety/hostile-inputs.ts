import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Inputs filled from a stranger's text: their error messages carry no command.",
  inputs: {
    visibility: "public\n::error::Owned",
    "template-file": "x\n##[error]Owned\r\n::warning::Owned",
    language: "en\u2028::error::Owned",
    timeout: "5\u202Esetunim",
  },
});
