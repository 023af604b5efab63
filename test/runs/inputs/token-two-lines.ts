import { scenario } from "../../scenario.ts";

export default scenario({
  what: "White space inside the token is refused.",
  inputs: { "access-token": "abcdefghijklmnop\nqrstuvwxyz" },
});
