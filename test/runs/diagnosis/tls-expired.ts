import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "The certificate has expired.",
  instance: { tls: tlsOptions("cert.expired.pem") },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
});
