import { openHttp } from "../../../src/mastodon/http.ts";
import { runCommand } from "../../../src/token/commands.ts";
import { readEnvironment } from "../../../src/token/environment.ts";
import { masking } from "../../../src/token/terminal.ts";
import { type Person, watchedTerminal } from "./person.ts";
import type { Random } from "./random.ts";
import type { Outcome, Setting } from "./run.ts";

/** Runs the command here as main.ts does, but with a terminal and a browser of the fuzz's own. */
export async function inProcess(setting: Setting, someone: Person, random: Random): Promise<Outcome> {
  const { plan, args, stdin, env, folder } = setting;
  const terminal = watchedTerminal(someone, plan, stdin);
  const environment = { ...readEnvironment(env, "linux", () => false), folder };
  const http = openHttp({ proxies: environment.proxies, timeout: 60_000 });
  const context = { ...masking(terminal, http), environment };
  const walks: Promise<void>[] = [];
  const open = async (url: string) => {
    if (random.chance(0.05)) return false;
    walks.push(someone.browse(url));
    return true;
  };
  const code = await runCommand(args, context, open);
  await Promise.allSettled(walks);
  return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
}
