import { startElsewhere } from "../../elsewhere.ts";
import { redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "The server redirects from plain http to https, where the instance is.",
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
  async arrange(world) {
    const { origin } = await startElsewhere(world, "https://social.example", { tls: tlsOptions() });
    world.instance.fault({ answer: redirect(`${origin}/api/v1/statuses`, 308), times: Infinity });
  },
});
