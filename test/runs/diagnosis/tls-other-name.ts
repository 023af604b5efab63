import { scenario } from "../../scenario.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "The certificate is for another name.",
  instance: { tls: tlsOptions("cert.other-name.pem") },
  env: { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") },
});
