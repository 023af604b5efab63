import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of a file in this folder. */
export function tlsFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Key and certificate in PEM, as a server takes them. */
export function tlsOptions(certificate = "cert.pem"): { key: string; cert: string } {
  return { key: readFileSync(tlsFile("key.pem"), "utf8"), cert: readFileSync(tlsFile(certificate), "utf8") };
}
