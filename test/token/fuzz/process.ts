import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { source } from "../../runner.ts";
import type { Person } from "./person.ts";
import type { Outcome, Setting } from "./run.ts";

const entry = fileURLToPath(new URL("../../../src/token/index.ts", import.meta.url));

/** Longer than any run takes that does not hang. Milliseconds. */
const PATIENCE = 60_000;

/** Runs the command as people do: a process of its own, in a terminal where the plan says so. */
export async function asProcess(setting: Setting, someone: Person): Promise<Outcome> {
  const { plan } = setting;
  const pty = plan.interactive ? await import("@lydell/node-pty").catch(() => null) : null;
  return pty ? inTerminal(setting, someone, pty) : piped(setting, someone);
}

async function piped({ args, stdin, env, folder }: Setting, someone: Person): Promise<Outcome> {
  const child = spawn(process.execPath, ["--no-warnings", entry, ...args], {
    cwd: folder,
    env: { ...source.env, ...env },
    timeout: PATIENCE,
  });
  let [stdout, stderr] = ["", ""];
  const walks: Promise<unknown>[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    const url = addressIn(stderr, walks.length);
    if (url) walks.push(someone.browse(url).catch(() => child.kill()));
  });
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  await Promise.allSettled(walks);
  return { code, stdout, stderr };
}

/** The nth address that is to be opened in a browser, once it is there whole. */
function addressIn(stderr: string, index: number): string | undefined {
  return [...stderr.matchAll(/open this address in it:\r?\n {2}(\S+)\r?\n/g)][index]?.[1];
}

/** A question that waits for an answer: those that have one bear another mark. */
const QUESTION = /◆ {2}(.*)/g;

/** What is decided by yes or no, and what is chosen. Anything else is typed. */
const DECISION = /\?$/;
const CHOICE = /^(Where shall the token go|What now)\?/;

/** In a pseudo-terminal, with stdout led elsewhere, so that what stands there is known apart. */
async function inTerminal(
  { args, env, folder }: Setting,
  someone: Person,
  pty: typeof import("@lydell/node-pty"),
): Promise<Outcome> {
  const file = join(folder, "..", "stdout");
  const command = [process.execPath, "--no-warnings", entry, ...args].map((word) => `'${word}'`).join(" ");
  const shell = pty.spawn("/bin/sh", ["-c", `exec ${command} > '${file}'`], {
    cwd: folder,
    env: { ...source.env, ...env, TERM: "xterm-256color" },
    cols: 2000,
    rows: 50,
  });
  let output = "";
  let code: number | null = null;
  let isOver = false;
  shell.onData((text) => {
    output += text;
  });
  shell.onExit(({ exitCode }) => {
    code = exitCode;
    isOver = true;
  });
  const walks: Promise<unknown>[] = [];
  /** How much of the output has been answered to. */
  let answered = 0;
  const end = Date.now() + PATIENCE;
  let heard = 0;
  for (let idle = 0; !isOver; idle += 1) {
    // Until its first words it starts, however long that takes.
    if (output.length > heard || heard === 0) idle = 0;
    heard = output.length;
    // What waits for an answer that never comes is left as a person leaves it, and at last by force.
    if (idle === 300) shell.write("\u0003");
    if (Date.now() > end) shell.kill();
    await wait(25);
    const plain = withoutControls(output);
    const url = addressIn(plain, walks.length);
    if (url) walks.push(someone.browse(url).catch(() => shell.write("\u0003")));
    const question = [...plain.slice(answered).matchAll(QUESTION)].at(-1)?.[1]?.trim();
    if (question === undefined) continue;
    answered = plain.length;
    // A prompt takes no keys before it has drawn itself.
    await wait(100);
    try {
      if (CHOICE.test(question)) shell.write(someone.chooses(["", "down"]) === 0 ? "\r" : "\u001b[B\r");
      else if (DECISION.test(question) && !question.startsWith("Which"))
        shell.write(someone.confirms(question) ? "y" : "n");
      else shell.write(`${await someone.answer(question, plain)}\r`);
    } catch {
      shell.write("\u0003");
    }
  }
  await Promise.allSettled(walks);
  return { code, stdout: readFileSync(file, "utf8"), stderr: withoutControls(output) };
}

function withoutControls(text: string): string {
  return text.replace(/\u001b\[[?\d;]*[A-Za-z]/g, "");
}
