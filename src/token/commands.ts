import { explainConnection } from "../mastodon/diagnosis/connection.ts";
import { MastodonError } from "../mastodon/error.ts";
import { version } from "../package.ts";
import { registerApp } from "./app.ts";
import { readArguments, UsageError } from "./arguments.ts";
import type { Opener } from "./authorize.ts";
import { DeclinedError } from "./callback.ts";
import { check } from "./check.ts";
import { type Context, exitCode } from "./environment.ts";
import { help } from "./help.ts";
import { login } from "./login.ts";
import { revoke } from "./revoke.ts";
import { CancelledError } from "./terminal.ts";

/**
 * Runs what the command line says.
 *
 * @param argv all but the program's own name
 * @param open opens the browser; a test brings its own
 * @returns exit code
 */
export async function runCommand(argv: readonly string[], context: Context, open?: Opener): Promise<number> {
  const { terminal } = context;
  try {
    const options = readArguments(argv);
    switch (options.command) {
      case "help":
        terminal.show(help(options.topic).trimEnd());
        return exitCode.done;
      case "version":
        terminal.print(version);
        return exitCode.done;
      case "login":
        return await login(options, context, open);
      case "app":
        return await registerApp(options, context);
      case "check":
        return await check(options, context);
      case "revoke":
        return await revoke(options, context);
    }
  } catch (error) {
    // Whoever left has been told already.
    if (context.leaving?.aborted) return exitCode.cancelled;
    terminal.say(sentenceOf(error));
    return codeOf(error);
  }
}

function codeOf(error: unknown): number {
  if (error instanceof UsageError) return exitCode.wrongUse;
  if (error instanceof DeclinedError) return exitCode.declined;
  return error instanceof CancelledError ? exitCode.cancelled : exitCode.failed;
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Whoever asked had nothing to say of a request without an answer.
  if (error instanceof MastodonError && !error.failure.answer && error.diagnosis.cure === "") {
    const { what, why, cure } = explainConnection(error.failure);
    return `${what} ${why} ${cure}`;
  }
  // A fault of our own: where it happened is what a report of it needs. Values, which may be secrets, are not in there.
  const isFault = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  const trace = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return isFault ? `A fault of mastodon-token (${error.name}), for a report:\n${trace.join("\n")}` : error.message;
}
