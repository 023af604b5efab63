import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What went through `fit` is gone, and the rest alone is too long: refused before anything is posted.",
  inputs: {
    status: `${"Everything in this text must stay as it is. ".repeat(14)}\n\n{{ repository.description | fit }}`,
  },
});
