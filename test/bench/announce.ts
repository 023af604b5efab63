import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inputVariables, runnerVariables } from "../runner.ts";
import type { Program } from "./measure.ts";

/**
 * The built action as a runner starts it: a real announcement of a release, with outputs and summary.
 *
 * @param home a folder for the runner's files
 * @param inputs beyond address and token
 */
export function announce(
  name: string,
  origin: string,
  home: string,
  entry = fileURLToPath(new URL("../../dist/index.js", import.meta.url)),
  inputs: Record<string, string> = {},
  event = "release.published.undici",
): Program {
  for (const file of ["output", "summary"]) writeFileSync(join(home, file), "");
  return {
    name,
    run: { node: entry },
    env: {
      ...runnerVariables(event, home),
      GITHUB_WORKSPACE: home,
      ...inputVariables({ "instance-url": origin, "access-token": "bench-token-0123456789", ...inputs }),
      NODE_EXTRA_CA_CERTS: fileURLToPath(new URL("../tls/ca.pem", import.meta.url)),
    },
  };
}
