import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "A certificate of an authority of one's own works with NODE_EXTRA_CA_CERTS.",
  instance: { tls: tlsOptions() },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
});
