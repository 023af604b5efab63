import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A poll that tabs indent.",
  inputs: { poll: "options:\n\t- Yes\n\t- No", status: "Well?" },
});
