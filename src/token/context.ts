import type { Http } from "../mastodon/http.ts";
import type { Environment } from "./environment.ts";
import type { Terminal } from "./terminal.ts";

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
