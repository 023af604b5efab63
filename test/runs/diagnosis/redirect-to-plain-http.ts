import { startElsewhere } from "../../elsewhere.ts";
import { redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "A secure server redirects to plain http: nothing is asked there, and the token stays.",
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://social.example");
    world.instance.fault({ answer: redirect(`${origin}/`, 301), times: Infinity });
  },
});
