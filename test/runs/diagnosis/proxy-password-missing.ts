import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "The proxy wants a password and gets none.",
  inputs: { "instance-url": "https://practice.example" },
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const url = await putBehindProxy(world, ["CONNECT practice.example:443"], { password: "robot:battery" });
    world.env.HTTPS_PROXY = url;
  },
});
