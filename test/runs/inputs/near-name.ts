import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A misspelled input is an error with the nearest name: it would have posted in public.",
  inputs: { visibilty: "private" },
});
