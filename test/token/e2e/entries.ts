import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dist, distOnOldest, source, type Target } from "../../runner.ts";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/**
 * The command as it is on the oldest Node that people may have, and as it stands. With ALL_RUNS=1 the built one on Node 24
 * as well: it is the same code, and each walk through a browser takes its time.
 */
export const entries: Target[] = [
  { ...source, entry: at("src/token/index.ts") },
  ...[process.env.ALL_RUNS === "1" || distOnOldest === null ? dist : null, distOnOldest]
    .filter((target) => target !== null)
    .map((target) => ({ ...target, entry: at("dist/token.js") }))
    .filter(({ entry }) => existsSync(entry)),
];
