import { startElsewhere } from "../../elsewhere.ts";
import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "A secure server names an instance on plain http: it is neither asked nor suggested.",
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://social.example");
    const links = [{ href: `${origin}/nodeinfo/2.0` }];
    world.instance.fault({ path: "/.well-known/nodeinfo", answer: { status: 200, body: JSON.stringify({ links }) } });
    world.instance.fault({ answer: html(404, "Not Found"), times: Infinity });
  },
});
