import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dist, distOnOldest, source, type Target } from "../../runner.ts";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The command as it stands, and as people get it: once it is built, on both Nodes. */
export const entries: Target[] = [
  { ...source, entry: at("src/token/main.ts") },
  ...[dist, distOnOldest]
    .filter((target) => target !== null)
    .map((target) => ({ ...target, entry: at("dist/token.js") }))
    .filter(({ entry }) => existsSync(entry)),
];
