import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "The proxy's variable is as good in lower case, and its URL without a scheme.",
  inputs: { "instance-url": "https://practice.example" },
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const url = await putBehindProxy(world, ["CONNECT practice.example:443"]);
    world.env.https_proxy = new URL(url).host;
  },
});
