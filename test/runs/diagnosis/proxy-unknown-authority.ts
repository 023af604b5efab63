import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";
import { tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "A certificate of an unknown authority comes through the proxy.",
  inputs: { "instance-url": "https://practice.example" },
  instance: { tls: tlsOptions() },
  async arrange(world) {
    const url = await putBehindProxy(world, ["CONNECT practice.example:443"]);
    world.env.HTTPS_PROXY = url;
  },
});
