import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The proxy's own name is not found.",
  inputs: { "instance-url": "https://practice.example" },
  env: { HTTPS_PROXY: `http://${"a".repeat(64)}.example:3128` },
});
