import { isDeepStrictEqual } from "node:util";
import { commandsIn, type Outcome } from "../runner.ts";
import type { Job, Seen, World } from "./jobs.ts";

/** What came of each job, by server: `right`, `cannot: why`, or `WRONG`. */
const table = new Map<string, Map<string, string>>();

/** How many were wrong so far. */
export function failures(): number {
  return [...table.values()].flatMap((row) => [...row.values()]).filter((verdict) => verdict === "WRONG").length;
}

/**
 * Tries jobs one after the other.
 *
 * @param cannot what this server cannot, and why, by the names of jobs: the action must say so then
 * @param column what the table calls this server
 */
export async function tryJobs(
  all: readonly Job[],
  world: World,
  cannot: Readonly<Record<string, string>>,
  column: string,
): Promise<void> {
  for (const job of all) {
    const seen = await see(job, world);
    const isAsAsked = isDeepStrictEqual(seen.stored, seen.asked);
    const reason = cannot[job.name] ?? admitted(seen);
    const isTold = seen.said.length > 0 && !seen.results.includes("unknown");
    if (reason !== undefined && !isAsAsked && isTold) tell(job.name, column, `cannot: ${reason}`, "");
    else judge(job.name, column, isAsAsked, inWords(seen));
  }
}

/** What the action itself says that this server lacks. */
function admitted({ said }: Sight): string | undefined {
  return said
    .map((line) => line.replace(/^.*?::/, ""))
    .find((line) => /this server (does not|has no|cannot)|does not support|The server (dropped|changed)/.test(line));
}

interface Sight extends Seen {
  /** How each run ended. */
  results: (string | undefined)[];
  /** Warnings and errors. */
  said: string[];
}

async function see(job: Job, world: World): Promise<Sight> {
  const outcomes: Outcome[] = [];
  const run: World["run"] = async (inputs, more) => {
    const outcome = await world.run(inputs, more);
    outcomes.push(outcome);
    return outcome;
  };
  const told = await job
    .attempt({ ...world, run })
    .catch((error: Error) => ({ asked: "no error", stored: error.message }));
  const said = outcomes.flatMap(({ stdout, stderr }) => [
    ...commandsIn(stdout).flatMap(({ name, rest }) => (["warning", "error"].includes(name) ? [`${name}${rest}`] : [])),
    ...(stderr === "" ? [] : [`crash: ${stderr}`]),
  ]);
  return { ...told, results: outcomes.map(({ outputs }) => outputs.result), said };
}

function inWords({ asked, stored, said }: Sight): string {
  return [`asked  ${JSON.stringify(asked)}`, `found  ${JSON.stringify(stored)}`, ...said].join("\n");
}

export function judge(job: string, column: string, isRight: boolean, details: string): void {
  tell(job, column, isRight ? "right" : "WRONG", details);
}

export function tell(job: string, column: string, verdict: string, details: string): void {
  table.set(job, (table.get(job) ?? new Map()).set(column, verdict));
  console.log(`  ${verdict.padEnd(6)}  ${job}`);
  if (verdict !== "WRONG") return;
  console.log(details.trim().replaceAll(/^/gm, "            "));
}

export function printTable(): void {
  const columns = [...new Set([...table.values()].flatMap((row) => [...row.keys()]))];
  const reasons: string[] = [];
  const cell = (verdict = "–") => {
    if (!verdict.startsWith("cannot: ")) return verdict;
    const reason = verdict.slice("cannot: ".length);
    if (!reasons.includes(reason)) reasons.push(reason);
    return `cannot (${reasons.indexOf(reason) + 1})`;
  };
  const rows = [...table].map(([job, row]) => [job, ...columns.map((column) => cell(row.get(column)))]);
  for (const row of [["", ...columns], ...rows]) {
    console.log(
      row
        .map((text, at) => text.padEnd(at === 0 ? 52 : 20))
        .join(" ")
        .trimEnd(),
    );
  }
  for (const [at, reason] of reasons.entries()) console.log(`(${at + 1}) this server cannot: ${reason}`);
}
