import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "A post goes through a CONNECT proxy, encrypted to the instance.",
  inputs: { "instance-url": "https://practice.example" },
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const url = await putBehindProxy(world, ["CONNECT practice.example:443"]);
    world.env.HTTPS_PROXY = url;
  },
});
