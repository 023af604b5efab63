import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A token that was stored with its quotes.",
  inputs: { "access-token": '"abcdefghijklmnop"' },
});
