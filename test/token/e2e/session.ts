import { EventEmitter, once } from "node:events";
import { onTestFailed, onTestFinished } from "vitest";
import type { Target } from "../../runner.ts";
import type { Home } from "./home.ts";
import { screenOf } from "./screen.ts";

type Pty = typeof import("@lydell/node-pty");

/** Null, with the reason told, where no pseudo-terminal with a shell can be had. */
export const pty: Pty | null = await loadPty().catch((error: Error) => {
  console.warn(`No tests in a terminal: ${error.message.split("\n")[0]}`);
  return null;
});

async function loadPty(): Promise<Pty> {
  if (process.platform === "win32") throw new Error("they drive bash and stty, which Windows does not have.");
  return import("@lydell/node-pty");
}

export const keys = {
  enter: "\r",
  down: "\u001b[B",
  up: "\u001b[A",
  right: "\u001b[C",
  escape: "\u001b",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
};

/** The command in a terminal, and a person before it. */
export interface Session {
  /** What the terminal got so far, as it came. */
  readonly output: () => string;
  /** What stands on the screen, above what was scrolled away too. */
  readonly screen: () => string;
  /** Waits until the screen shows this, wherever lines break, below all that was waited for before. */
  sees(text: string): Promise<void>;
  type(text: string): void;
  /** Closes the terminal's window. */
  close(): void;
  /** The exit code, and how the shell found the terminal afterwards (`stty -a`). */
  ended(): Promise<{ code: number; terminal: string }>;
}

export interface SessionOptions {
  columns?: number;
  /** What the shell does with the command's stdout, such as ` | cat > file`. */
  redirect?: string;
}

/** Starts the command as a shell in a terminal does. */
export function startSession(
  target: Target,
  args: readonly string[],
  home: Home,
  { columns = 80, redirect = "" }: SessionOptions = {},
): Session {
  const words = [target.node, ...(target.options ?? []), target.entry, ...args]
    .map((word) => `'${word.replaceAll("'", "'\\''")}'`)
    .join(" ");
  const script = `set -o pipefail; ${words}${redirect}; echo "exit code $?"; stty -a`;
  const terminal = pty!.spawn("bash", ["-c", script], {
    name: home.env.TERM ?? "",
    cols: columns,
    rows: 50,
    cwd: home.folder,
    env: { ...target.env, ...home.env },
  });
  let output = "";
  let isGone = false;
  const changes = new EventEmitter();
  terminal.onData((text) => {
    output += text;
    changes.emit("change");
  });
  const gone = new Promise<void>((resolve) => {
    terminal.onExit(() => {
      isGone = true;
      changes.emit("change");
      resolve();
    });
  });
  onTestFinished(() => {
    if (!isGone) terminal.kill();
  });
  onTestFailed(() => console.log(`The terminal showed:\n${shown()}`));
  const shown = () => screenOf(output.replace(/exit code \d+\r?\n[\s\S]*$/, ""), columns);
  let seen = 0;

  return {
    output: () => output,
    screen: shown,
    async sees(text) {
      const squeezed = (shown: string) => shown.replace(/\s/g, "");
      for (;;) {
        const found = squeezed(shown()).indexOf(squeezed(text), seen);
        if (found >= 0) {
          seen = found;
          return;
        }
        if (isGone) throw new Error(`The terminal does not show ${text}.`);
        await once(changes, "change");
      }
    },
    type: (text) => terminal.write(text),
    close: () => (terminal as unknown as { destroy(): void }).destroy(),
    async ended() {
      await gone;
      const [, code = "-1", stty = ""] = /exit code (\d+)\r?\n([\s\S]*)$/.exec(output) ?? [];
      return { code: Number(code), terminal: stty };
    },
  };
}
