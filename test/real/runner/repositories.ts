import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder, run } from "../process.ts";

/** The repositories that a runner works with. They go with this process. */

const root = fileURLToPath(new URL("../../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * This repository as it stands, without what git ignores.
 *
 * @param options.leaveOut a folder, ending in `/`, to be left out
 * @param options.edit changes the folder before all is committed
 */
export async function cloneOfThis({ leaveOut, edit }: CloneOptions = {}): Promise<string> {
  const folder = makeFolder();
  const listed = await run(
    { command: "git", args: ["ls-files", "-z", "-c", "-o", "--exclude-standard"], cwd: root },
    30,
  );
  // A file that was removed and not yet committed is listed too.
  const paths = listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  for (const path of paths.filter((path) => !leaveOut || !path.startsWith(leaveOut))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  edit?.(folder);
  await commitAll(folder);
  return folder;
}

interface CloneOptions {
  leaveOut?: string;
  edit?(folder: string): void;
}

/** The repository of a project that uses the action: with every workflow of examples/, and those beside this file. */
export async function practiceRepository({ edit }: Pick<CloneOptions, "edit"> = {}): Promise<string> {
  const folder = makeFolder();
  cpSync(join(here, "repository"), folder, { recursive: true });
  cpSync(join(root, "examples"), join(folder, ".github/workflows"), { recursive: true });
  // Forgejo's runner, a fork of act, takes an address there; act itself does not.
  const forgejo = join(folder, ".github/workflows/forgejo.yml");
  writeFileSync(forgejo, readFileSync(forgejo, "utf8").replace("uses: https://github.com/", "uses: "));
  edit?.(folder);
  await commitAll(folder);
  return folder;
}

async function commitAll(folder: string): Promise<void> {
  await git(folder, "init", "--quiet", "--initial-branch=main");
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--message=As it stands");
}

async function git(folder: string, ...args: string[]): Promise<void> {
  const person = { NAME: "Practice", EMAIL: "practice@example.org" };
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    ...Object.fromEntries(Object.entries(person).map(([name, value]) => [`GIT_AUTHOR_${name}`, value])),
    ...Object.fromEntries(Object.entries(person).map(([name, value]) => [`GIT_COMMITTER_${name}`, value])),
  };
  await run({ command: "git", args, cwd: folder, env, isolated: true }, 60);
}
