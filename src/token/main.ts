import { openHttp } from "../mastodon/http.ts";
import { runCommand } from "./commands.ts";
import { type Context, exitCode, forgetSecrets, readEnvironment } from "./environment.ts";
import { masking, openTerminal } from "./terminal.ts";

/** The command's end at the latest, in milliseconds: people may take their time, requests have limits of their own. */
const DAY = 24 * 60 * 60 * 1000;

const environment = readEnvironment();
forgetSecrets();
const connections = openHttp({ proxies: environment.proxies, timeout: DAY });
const { terminal, http } = masking(openTerminal(environment), connections);
const leaving = new AbortController();
const context: Context = { terminal, http, environment, leaving: leaving.signal };

/** Ends the command from outside of it, but not before what is half done is undone. */
async function leave(word: string, code: number): Promise<void> {
  if (leaving.signal.aborted) return;
  leaving.abort();
  terminal.say(word);
  await context.undo?.();
  process.exit(code);
}

/** Whoever presses Ctrl-C again while something is undone waits no longer. */
function leaveAtOnce(): void {
  terminal.say(
    "Left at once: a token that was just made may still be valid. Look among the authorized apps of your account.",
  );
  process.exit(exitCode.cancelled);
}

// At a question, Ctrl-C is a key like any other; this is for while a browser or a server is waited for.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => (leaving.signal.aborted ? leaveAtOnce() : leave("Cancelled.", exitCode.cancelled)));
}
process.on("SIGHUP", () => leave("Cancelled.", exitCode.cancelled));
// A terminal that is closed at a question makes Node's readline throw where nobody can catch it.
process.on("uncaughtException", ({ message }) => leave(message, exitCode.failed));

void runCommand(process.argv.slice(2), context).then((code) => {
  // Whoever leaves ends the command once all is undone.
  if (leaving.signal.aborted) return;
  process.exitCode = code;
  // What is still being connected, or kept, must not keep the command from its end.
  connections.close();
});
