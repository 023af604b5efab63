// Runs before `npm test` and `npm run demo`, on whatever Node the machine has (20 or newer), and installs what the
// lock file names when it is not there yet. Plain JavaScript, because an older Node cannot run TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = new URL("../package-lock.json", import.meta.url);
const installed = new URL("../node_modules/.package-lock.json", import.meta.url);

const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
if (!fresh) {
  console.error("Installing what package-lock.json names …");
  npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
}

// npm 10 installs the package of Node 24 but forgets its command, without which scripts run on the older Node.
const platform = process.platform === "win32" ? "win" : process.platform;
const own = join(root, "node_modules", `node-${platform}-${process.arch}`);
const command = join(root, "node_modules/.bin/node");
if (existsSync(own) && !existsSync(command)) {
  npm("rebuild", JSON.parse(readFileSync(join(own, "package.json"), "utf8")).name, "--loglevel=error");
}

const [major] = process.versions.node.split(".");
if (!existsSync(command) && Number(major) < 24) {
  console.error(`There is no Node 24 package for ${process.platform} ${process.arch}: install Node 24 and try again.`);
  process.exit(1);
}

function npm(...args) {
  // npm's own way to be started again by a script, on the machine's Node and not on the one that it installed: npm leaves
  // out what the Node it runs on does not need. The fallback is for `node test/install.mjs` by hand.
  const { npm_execpath, npm_node_execpath } = process.env;
  const [start, ...first] = npm_execpath ? [npm_node_execpath ?? process.execPath, npm_execpath] : ["npm"];
  const { status } = spawnSync(start, [...first, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: start === "npm" && process.platform === "win32",
  });
  if (status === 0) return;
  console.error(`npm ${args[0]} failed; its message stands above.`);
  process.exit(1);
}
