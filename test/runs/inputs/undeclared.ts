import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An input that nobody knows is an error, since a runner only warns about it.",
  inputs: { "reply-count": "3" },
});
