import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What a form on a web page gives: no seconds, no offset.",
  inputs: { "scheduled-at": "2024-11-24 18:00" },
});
