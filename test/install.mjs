// Runs before npm's scripts, on whatever Node the machine has (20 or newer), and installs what the lock files name when it
// is not there yet. Plain JavaScript, because an older Node cannot run TypeScript.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const runtimes = join(root, "test/runtimes");
const isWindows = process.platform === "win32";

if (!isFresh(root)) {
  console.error("Installing what package-lock.json names …");
  ci(root);
}
if (machineMajor() < 24) bringNode24();

/** Major of the Node that npm runs on. This script may already run on the one that it brought. */
function machineMajor() {
  const node = process.env.npm_node_execpath ?? process.execPath;
  return Number(execFileSync(node, ["-p", "process.versions.node.split('.')[0]"], { encoding: "utf8" }));
}

/** Puts Node 24 where npm's scripts look first. */
function bringNode24() {
  const system = isWindows ? "win" : process.platform;
  const program = `node-${system}-${process.arch}/bin/node${isWindows ? ".exe" : ""}`;
  const command = join(root, "node_modules/.bin", isWindows ? "node.exe" : "node");
  if (!isFresh(runtimes)) {
    ci(runtimes);
    rmSync(command, { force: true });
  }
  if (existsSync(command)) return;
  const from = join(runtimes, "node_modules", program);
  if (!existsSync(from)) {
    console.error(
      `There is no Node 24 package for ${process.platform} ${process.arch}: install Node 24 and try again.`,
    );
    process.exit(1);
  }
  rmSync(command, { force: true });
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
  // A link takes rights on Windows that not everybody has.
  if (isWindows) copyFileSync(from, command);
  else symlinkSync(from, command);
}

/** Whether what is installed is newer than the lock file that names it. */
function isFresh(folder) {
  const installed = join(folder, "node_modules/.package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, "package-lock.json")).mtimeMs;
}

function ci(folder) {
  // npm's own way to be started again by a script. The fallback is for `node test/install.mjs` by hand.
  const { npm_execpath, npm_node_execpath } = process.env;
  const [start, ...first] = npm_execpath ? [npm_node_execpath ?? process.execPath, npm_execpath] : ["npm"];
  const { status } = spawnSync(start, [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: start === "npm" && isWindows,
  });
  if (status === 0) return;
  console.error("npm ci failed; its message stands above.");
  process.exit(1);
}
