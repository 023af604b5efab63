import { openHttp } from "../mastodon/http.ts";
import { runCommand } from "./commands.ts";
import { type Context, exitCode, readEnvironment } from "./environment.ts";
import { masking } from "./masked.ts";
import { openTerminal } from "./terminal.ts";

/** The command's end at the latest, in milliseconds: people may take their time, requests have limits of their own. */
const DAY = 24 * 60 * 60 * 1000;

const environment = readEnvironment();
const connections = openHttp({ proxies: environment.proxies, timeout: DAY });
const { terminal, http } = masking(openTerminal(environment), connections);
const context: Context = { terminal, http, environment };

/** Ends the command from outside of it, but not before what is half done is undone. Whoever leaves twice waits for nothing. */
async function leave(word: string, code: number): Promise<void> {
  terminal.say(word);
  await context.undo?.();
  process.exit(code);
}

// At a question, Ctrl-C is a key like any other; this is for while a browser or a server is waited for.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => leave("Cancelled.", exitCode.cancelled));
}
// A terminal that is closed at a question makes Node's readline throw where nobody can catch it.
process.once("uncaughtException", ({ message }) => leave(message, exitCode.failed));

void runCommand(process.argv.slice(2), context).then((code) => {
  process.exitCode = code;
  // What is still being connected, or kept, must not keep the command from its end.
  connections.close();
});
