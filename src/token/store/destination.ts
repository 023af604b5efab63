import { isLoopback } from "../../loopback.ts";
import type { Environment } from "../environment.ts";
import { environmentFor, findProgram, run } from "./child-process.ts";

/** A repository, or an organization as a whole, on a server that runs workflows. */
export interface Destination {
  /** Host, with the port where it has one of its own. */
  host: string;
  /** User or organization. */
  owner: string;
  /** Name of the repository; empty for the organization as a whole. */
  name: string;
  /** Whether the person said the host, so that a token of theirs for such hosts may go there. */
  isHostNamed: boolean;
  /** Deployment environment inside the repository; empty for none. */
  environment: string;
  /** Which of an organization's repositories may read it. */
  visibility: "all" | "private" | "selected";
  /** Names of those that may, where only `selected` ones may. */
  repositories: readonly string[];
}

/** A repository, without an environment. */
function repositoryAt(host: string, owner: string, name: string, isHostNamed: boolean): Destination {
  return {
    host: host.toLowerCase(),
    owner,
    name,
    isHostNamed,
    environment: "",
    visibility: "private",
    repositories: [],
  };
}

/**
 * The repository that `[HOST/]OWNER/NAME` or a repository's address means, or null for anything else.
 *
 * @param defaultHost host where none is named
 */
export function parseRepository(text: string, defaultHost: string): Destination | null {
  if (/^[\w+.-]+:\/\/|^[^/\s]+@[^/\s]+:/.test(text)) {
    const found = parseAddress(text);
    return found && { ...found, isHostNamed: true };
  }
  const [name, owner, host = defaultHost, ...more] = text.trim().split("/").reverse();
  if (more.length > 0 || !isName(owner) || !isName(name) || !isHost(host)) return null;
  return repositoryAt(host, owner, name.replace(/\.git$/, ""), true);
}

/** The organization that `[HOST/]NAME` means, or null for anything else. */
export function parseOrganization(text: string, defaultHost: string): Destination | null {
  const [owner, host = defaultHost, ...more] = text.trim().split("/").reverse();
  if (more.length > 0 || !isName(owner) || !isHost(host)) return null;
  return repositoryAt(host, owner, "", true);
}

/**
 * The repository that an address of git leads to: `https://host/owner/name.git`, `ssh://git@host:22/owner/name`,
 * `git@host:owner/name.git`. Null for folders, for hosts that only `~/.ssh/config` knows, and for paths of another depth.
 */
export function parseAddress(address: string): Destination | null {
  const scp = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/.exec(address);
  const url = !scp && URL.canParse(address) ? new URL(address) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  if (url && !isWeb && !/^(git\+)?(ssh|git):$/.test(url.protocol)) return null;
  // The port of ssh says nothing about the web.
  const host = (url ? (isWeb ? url.host : url.hostname) : (scp?.[1] ?? "")).toLowerCase();
  const path = url ? url.pathname : (scp?.[2] ?? "");
  const [owner, name, ...more] = path.replace(/^\/+|\/+$/g, "").split("/");
  // One letter and a colon is a drive of Windows; a name without a dot stands in somebody's own ~/.ssh/config.
  if (more.length > 0 || !isHost(host) || !(host.includes(".") || isLoopback(host.replace(/:\d+$/, "")))) return null;
  const plain = name?.replace(/\.git$/, "");
  if (!isName(owner) || !isName(plain)) return null;
  // GitHub's way around firewalls: ssh on port 443.
  return repositoryAt(host === "ssh.github.com" ? "github.com" : host, owner, plain, false);
}

/** The place as messages name it: `github.com/owner/name, environment production`. */
export function placeName({ host, owner, name, environment }: Destination): string {
  const place = name === "" ? `the organization ${host}/${owner}` : `${host}/${owner}/${name}`;
  return environment === "" ? place : `${place}, environment ${environment}`;
}

/** Origin of the server. Plain http only on loopback, where nobody listens in. */
export function originOf({ host }: Destination): string {
  return `${isLoopback(new URL(`http://${host}`).hostname) ? "http" : "https"}://${host}`;
}

function isName(text: string | undefined): text is string {
  return text !== undefined && /^[\w.-]+$/.test(text) && !/^\.+$/.test(text);
}

function isHost(text: string): boolean {
  return /^([\w.-]+|\[[\da-f:]+\])(:\d+)?$/i.test(text) && URL.canParse(`https://${text}`);
}

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
