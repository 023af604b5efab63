import { existsSync } from "node:fs";
import type { Http } from "../mastodon/http.ts";
import { repository } from "../package.ts";
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
  /** How the command was called, for people to do so again: `npx github:owner/name`. */
  calledAs: string;
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
  // A copy, since secrets are taken out of the original.
  const all = { ...env };
  const of = (name: string) => all[name] ?? "";
  return {
    proxies: proxiesIn(env),
    colours: of("NO_COLOR") === "" && of("TERM") !== "dumb",
    noBrowser: whyNoBrowser(of, platform, exists),
    // npm changes to the package's own folder before it runs a script.
    folder: of("INIT_CWD") || process.cwd(),
    calledAs: calledAs(of),
    githubToken: of("GH_TOKEN") || of("GITHUB_TOKEN"),
    githubHost: of("GH_HOST"),
    forgejoToken: of("FORGEJO_TOKEN") || of("GITEA_TOKEN"),
    variable: of,
  };
}

/** npm tells what it runs: a package of `npx` (`npm exec`), a script, or nothing where the command is installed. */
function calledAs(of: (name: string) => string): string {
  if (of("npm_command") === "exec") return `npx github:${repository}`;
  return of("npm_command") === "run-script" ? `npm run ${of("npm_lifecycle_event")} --` : "mastodon-token";
}

/**
 * Takes all secrets out of this process's environment, which programs inherit that packages start, such as a browser. What
 * the command itself may know has been read by then.
 */
export function forgetSecrets(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(env)) {
    if (/TOKEN|SECRET|PASSW|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY/i.test(name)) delete env[name];
  }
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
  /** Fires when the person leaves while no question is open: then nothing new is begun or asked. */
  leaving?: AbortSignal;
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

/**
 * The token that a person gives: from the environment variable that they name, from stdin, or at a prompt.
 *
 * @param variable name of an environment variable; empty for none
 * @throws Error with one sentence
 */
export async function givenToken(variable: string, context: Context): Promise<string> {
  const { terminal } = context;
  if (variable !== "") return plainToken(namedVariable(variable, context), variable);
  if (terminal.interactive) return plainToken(await terminal.askSecret("What is the access token?"), "the answer");
  return plainToken(await terminal.readStdin(), "stdin");
}

/** The value of an environment variable that a person named. Throws where it is empty. */
export function namedVariable(name: string, { environment }: Context): string {
  const value = environment.variable(name).trim();
  if (value === "") throw new Error(`The environment variable ${name} is empty or not set. Check its name.`);
  return value;
}

/** @param source where it came from, for the message */
export function plainToken(text: string, source: string): string {
  // People copy what a program sends, too.
  const token = text.trim().replace(/^(?:authorization: *)?bearer +/i, "");
  if (token === "") {
    throw new Error(
      `There is no token in ${source}. Pipe it to stdin, or name the variable that holds it with --token-env.`,
    );
  }
  if (/\s/.test(token)) {
    throw new Error(`What is in ${source} has white space inside, which no token has. Copy the token again.`);
  }
  if (/[^\x21-\x7e]/.test(token)) {
    throw new Error(
      `What is in ${source} holds a character that no token has, perhaps an invisible one. Copy the token again.`,
    );
  }
  return token;
}
