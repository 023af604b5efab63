import type { Environment } from "../environment.ts";
import { environmentFor, findProgram, run } from "./child-process.ts";
import { type Destination, parseAddress, placeName } from "./destination.ts";

/** A repository that the folder is a clone of. */
export interface Remote {
  /** Names of the remotes that lead there, such as `origin`. */
  names: string[];
  repository: Destination;
}

/** The repositories that git knows the folder by, `origin` and `upstream` first; empty where it is no clone. */
export async function remotesOf(environment: Pick<Environment, "folder" | "variable">): Promise<Remote[]> {
  const git = findProgram("git", environment);
  if (!git) return [];
  const env = environmentFor(environment, ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_DIR"]);
  const { code, stdout } = await run(git, ["remote", "--verbose"], { env, folder: environment.folder });
  return code === 0 ? parseRemotes(stdout) : [];
}

/** Reads what `git remote --verbose` prints: `origin`, a tab, an address, `(fetch)` or `(push)`. */
export function parseRemotes(text: string): Remote[] {
  const remotes = new Map<string, Remote>();
  for (const [, name = "", address = ""] of text.matchAll(/^(\S+)\t(\S+)/gm)) {
    const repository = parseAddress(address);
    if (!repository) continue;
    const place = placeName(repository).toLowerCase();
    const known = remotes.get(place) ?? { names: [], repository };
    if (!known.names.includes(name)) known.names.push(name);
    remotes.set(place, known);
  }
  return [...remotes.values()].sort((one, other) => rank(one) - rank(other));
}

function rank({ names }: Remote): number {
  return names.includes("origin") ? 0 : names.includes("upstream") ? 1 : 2;
}
