import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cache, finish, NotHere } from "../process.ts";

const VERSION = "18.20.8";

/**
 * Installs the Node of many images of act, Gitea and self-hosted runners, which the action does not run on.
 *
 * @returns the folder of its program
 * @throws NotHere where there is no such package for this system
 */
export async function installOldNode(): Promise<string> {
  if (process.platform !== "linux") throw new NotHere(`there is no package of Node ${VERSION} for this system`);
  const name = `node-linux-${process.arch}`;
  const home = join(cache, `node-${VERSION}`);
  const folder = join(home, "node_modules", name, "bin");
  if (existsSync(join(folder, "node"))) return folder;
  const building = `${home}-${process.pid}`;
  process.once("exit", () => rmSync(building, { recursive: true, force: true, maxRetries: 3 }));
  mkdirSync(building, { recursive: true });
  // npm's own way to be started again by a script.
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const args = [...first, "install", `${name}@${VERSION}`, "--prefix", building, "--no-audit", "--no-fund"];
  const { code, stderr } = await finish({ command: command!, args, cwd: building }, 120);
  if (code !== 0) throw new Error(`Node ${VERSION} could not be installed: ${stderr}`);
  rmSync(home, { recursive: true, force: true });
  renameSync(building, home);
  return folder;
}
