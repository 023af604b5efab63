// Runs before `npm test` and `npm run demo`, on whatever Node the machine has (20 or newer), and installs what the
// lock file names when it is not there yet. Plain JavaScript, because an older Node cannot run TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = new URL("../package-lock.json", import.meta.url);
const installed = new URL("../node_modules/.package-lock.json", import.meta.url);

const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
if (!fresh) {
  console.error("Installing what package-lock.json names …");
  // npm's own way to be started again by a script; the fallback is for `node test/install.mjs` by hand.
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const npm = spawnSync(command, [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: command === "npm" && process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm ci failed; its message stands above. Is the registry reachable?");
    process.exit(1);
  }
}

const [major] = process.versions.node.split(".");
const own = existsSync(new URL("../node_modules/.bin/node", import.meta.url));
if (!own && Number(major) < 24) {
  console.error(`There is no Node 24 package for ${process.platform} ${process.arch}: install Node 24 and try again.`);
  process.exit(1);
}
