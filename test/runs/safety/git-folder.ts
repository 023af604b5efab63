import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The folder where a checkout keeps its token is no place for a text.",
  files: { ".git/config": "[http]\n\textraheader = AUTHORIZATION: basic c2VjcmV0\n" },
  inputs: { "status-file": ".git/config" },
});
