#!/usr/bin/env node
import { openHttp } from "../mastodon/http.ts";
import { runCommand } from "./commands.ts";
import { exitCode } from "./context.ts";
import { readEnvironment } from "./environment.ts";
import { openTerminal } from "./terminal.ts";

/** The command's end at the latest, in milliseconds: people may take their time, requests have limits of their own. */
const DAY = 24 * 60 * 60 * 1000;

const environment = readEnvironment();
const terminal = openTerminal(environment);
const http = openHttp({ proxies: environment.proxies, timeout: DAY });

// At a question, Ctrl-C is a key like any other; this is for while the browser is waited for.
process.once("SIGINT", () => {
  terminal.say("Cancelled.");
  process.exit(exitCode.cancelled);
});

process.exitCode = await runCommand(process.argv.slice(2), { terminal, http, environment });
