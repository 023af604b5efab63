import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "NO_PROXY is honoured: the way is direct, and the name is not found.",
  inputs: { "instance-url": `https://${"a".repeat(64)}.practice.example` },
  env: { NO_PROXY: "localhost, .practice.example" },
  async arrange(world) {
    const url = await putBehindProxy(world, []);
    world.env.HTTPS_PROXY = url;
  },
});
