import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "A proxy that speaks plain HTTP is given with https://.",
  inputs: { "instance-url": "https://practice.example" },
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const url = await putBehindProxy(world, []);
    const proxy = new URL(url.replace("http:", "https:").replace("127.0.0.1", "localhost"));
    world.name(proxy.host, "proxy.example:3128");
    world.env.HTTPS_PROXY = proxy.href;
  },
});
