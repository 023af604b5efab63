import { existsSync } from "node:fs";
import type { Http } from "../mastodon/http.ts";
import { type Proxies, proxiesIn } from "../proxies.ts";
import type { Terminal } from "./terminal.ts";

/** What the command may know of its surroundings. The only file of this room that reads the environment. */
export interface Environment {
  proxies: Proxies;
  /** False where NO_COLOR asks for plain text. */
  colours: boolean;
  /** Why no browser can be opened here, such as `over SSH`; empty where one probably can. */
  noBrowser: string;
  /** Folder that the command was called in. */
  folder: string;
  /** GH_TOKEN or GITHUB_TOKEN, as the GitHub CLI reads them; empty for none. */
  githubToken: string;
  /** GH_HOST: the GitHub server that is meant where none is named; empty for none. */
  githubHost: string;
  /** FORGEJO_TOKEN or GITEA_TOKEN; empty for none. */
  forgejoToken: string;
  /** The value of any other variable: one that the person named, or that a program needs. Empty when it is not set. */
  variable(name: string): string;
}

/** Reads what the command may know of its surroundings. */
export function readEnvironment(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): Environment {
  const of = (name: string) => env[name] ?? "";
  return {
    proxies: proxiesIn(env),
    colours: of("NO_COLOR") === "" && of("TERM") !== "dumb",
    noBrowser: whyNoBrowser(of, platform, exists),
    // npm changes to the package's own folder before it runs a script.
    folder: of("INIT_CWD") || process.cwd(),
    githubToken: of("GH_TOKEN") || of("GITHUB_TOKEN"),
    githubHost: of("GH_HOST"),
    forgejoToken: of("FORGEJO_TOKEN") || of("GITEA_TOKEN"),
    variable: of,
  };
}

function whyNoBrowser(
  of: (name: string) => string,
  platform: NodeJS.Platform,
  exists: (path: string) => boolean,
): string {
  if (of("SSH_CONNECTION") || of("SSH_TTY") || of("SSH_CLIENT")) return "over SSH";
  // Whoever works in an editor that is connected to a container has a browser, but not at this loopback address.
  const signs = ["container", "REMOTE_CONTAINERS", "CODESPACES", "GITPOD_WORKSPACE_ID", "KUBERNETES_SERVICE_HOST"];
  if (signs.some(of) || ["/.dockerenv", "/run/.containerenv"].some(exists)) return "in a container";
  const isUnix = !["darwin", "win32"].includes(platform);
  const hasDisplay = of("DISPLAY") || of("WAYLAND_DISPLAY") || of("WSL_DISTRO_NAME") || of("TERMUX_VERSION");
  return isUnix && !hasDisplay ? "without a display" : "";
}

/** What every command works with; a test brings its own. */
export interface Context {
  terminal: Terminal;
  /** Lives as long as the command, which waits for people; who asks a server bounds the request by `http.within`. */
  http: Http;
  environment: Environment;
  /** Undoes what is half done, for a person who leaves while no question is open. There while there is something. */
  undo?: (() => Promise<void>) | undefined;
}

/** What the process ends with. A question that was left by Ctrl-C ends with 130, as a shell has it. */
export const exitCode = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  /** The person said no: at the server's page, or to the account. */
  declined: 3,
  cancelled: 130,
} as const;
