import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "The proxy wants a password and gets it; it is masked and never shown.",
  inputs: { "instance-url": "https://practice.example" },
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const url = await putBehindProxy(world, ["CONNECT practice.example:443 as robot:battery staple"], {
      password: "robot:battery staple",
    });
    world.env.HTTPS_PROXY = url.replace("//", "//robot:battery%20staple@");
  },
  check({ outcome }) {
    const log = outcome.stdout.replaceAll(/^::add-mask::.*$/gm, "");
    if (/battery|staple/.test(`${log}${outcome.summary}${JSON.stringify(outcome.outputs)}`)) throw new Error(log);
  },
});
