import { scenario } from "../../scenario.ts";
import { tlsOptions } from "../../tls/files.ts";

export default scenario({
  what: "The certificate is signed by an authority that nobody knows.",
  instance: { tls: tlsOptions() },
});
