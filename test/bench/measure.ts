import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

/** A program to measure: a process of its own, from its start to its end. */
export interface Program {
  name: string;
  /** A file for Node, or a command with its arguments. */
  run: { node: string } | { command: string; args: string[] };
  env: Record<string, string | undefined>;
}

/** What one run cost. */
export interface Cost {
  /** Milliseconds. */
  wall: number;
  /** Milliseconds of user and system time. */
  cpu: number;
  /** MiB of resident memory at the peak; NaN where it is not known. */
  peak: number;
}

const observer = fileURLToPath(new URL("./observe.cjs", import.meta.url));

/** Runs a program once. Throws when it fails: a program that does not do its work is not fast. */
export async function measure(program: Program): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const report = join(folder, "report.json");
  const isNode = "node" in program.run;
  const [command, args] = isNode
    ? [process.execPath, ["--require", observer, (program.run as { node: string }).node]]
    : shell(program.run as { command: string; args: string[] });
  try {
    const start = performance.now();
    const child = spawn(command, args, {
      env: { PATH: process.env.PATH, ...program.env, BENCH_REPORT: report },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
    });
    child.stderr.on("data", (text) => {
      said += text;
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const wall = performance.now() - start;
    if (code !== 0) throw new Error(`${program.name} ended with ${code}:\n${said}`);
    if (!isNode) return { wall, cpu: shellTimes(said), peak: Number.NaN };
    return { wall, ...JSON.parse(readFileSync(report, "utf8")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A shell that tells the processor time of its child, user and system, in seconds. */
function shell({ command, args }: { command: string; args: string[] }): [string, string[]] {
  return ["bash", ["-c", 'TIMEFORMAT="%U %S"; time "$0" "$@" > /dev/null', command, ...args]];
}

function shellTimes(said: string): number {
  const [user = 0, system = 0] = (said.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return (user + system) * 1000;
}

/** Runs two programs in turn, A B A B, after a warm-up of each. */
export async function measurePairs(a: Program, b: Program, pairs: number): Promise<[Cost, Cost][]> {
  for (const program of [a, b]) await measure(program);
  const costs: [Cost, Cost][] = [];
  for (let pair = 0; pair < pairs; pair++) costs.push([await measure(a), await measure(b)]);
  return costs;
}

/** `median (least–most)` of figures. */
export function spread(figures: readonly number[], digits: number): string {
  const sorted = [...figures].sort((x, y) => x - y);
  if (sorted.length === 0 || Number.isNaN(sorted[0])) return "–";
  return `${median(sorted).toFixed(digits)} (${sorted[0]!.toFixed(digits)}–${sorted.at(-1)!.toFixed(digits)})`;
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
