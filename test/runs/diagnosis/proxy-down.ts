import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nothing listens where the proxy should be.",
  inputs: { "instance-url": "https://practice.example" },
  env: { HTTPS_PROXY: "http://127.0.0.1:1" },
});
