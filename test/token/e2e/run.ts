import { spawn } from "node:child_process";
import type { Target } from "../../runner.ts";
import type { Home } from "./home.ts";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command without a terminal, as a script does. */
export function run(target: Target, args: readonly string[], home: Home, stdin = ""): Promise<Ended> {
  return new Promise((done, failed) => {
    const words = [...(target.options ?? []), target.entry, ...args];
    const env = { ...target.env, ...home.env };
    const child = spawn(target.node, words, { cwd: home.folder, env, stdio: "pipe" });
    const text = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (chunk: string) => {
        text[name] += chunk;
      });
    }
    child.on("error", failed);
    child.on("close", (code) => done({ code, ...text }));
    child.stdin.end(stdin);
  });
}
