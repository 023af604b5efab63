import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dist, distOnOlder, source, type Target } from "../../runner.ts";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/**
 * The command as it stands, and the built one on the oldest Node that is at hand. With ALL_RUNS=1 also the built one on
 * Node 24: it is the same code, and each walk through a browser takes its time.
 */
export const entries: Target[] = [
  { ...source, entry: at("src/token/index.ts") },
  ...[process.env.ALL_RUNS === "1" || distOnOlder === null ? dist : null, distOnOlder]
    .filter((target) => target !== null)
    .map((target) => ({ ...target, entry: at("dist/token.js") }))
    .filter(({ entry }) => existsSync(entry)),
];
