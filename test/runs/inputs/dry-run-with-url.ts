import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run with a URL alone asks the instance for its limit.",
  instance: { maxCharacters: 1000 },
  inputs: { "dry-run": "true", "access-token": "" },
});
