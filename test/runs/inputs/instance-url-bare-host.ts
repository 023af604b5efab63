import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An instance without `https://` is taken to have it.",
  inputs: { "instance-url": "127.0.0.1:9/", timeout: "20 seconds" },
});
