// Chaos: random faults, posts and re-runs, on every server of the practice instance.
//
//   npm run test:chaos -- --runs 1000 --seed 7        one run in twenty is a process: the built dist, unless --entry
//   npm run test:chaos -- --no-processes              the others alone, in virtual time
//   npm run test:chaos -- --seed 7 --only 42          one run again, with all that happened in it
//   npm run test:chaos -- --ends 1000                 so many processes amid servers that misbehave: each ends in time
//   npm run test:chaos -- --mutate swallowed-5xx      breaks a copy of the source, and wants to see it caught; or: all
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { playEnd } from "./ends.ts";
import { type Violation, violationsOf } from "./invariants.ts";
import { breakCopy, mutations } from "./mutations.ts";
import { play } from "./play.ts";
import { playProcess } from "./process.ts";
import { loadProduct } from "./product.ts";
import { traceOf } from "./trace.ts";

const { values } = parseArgs({
  allowNegative: true,
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string" },
    only: { type: "string" },
    entry: { type: "string", default: "dist/index.js" },
    processes: { type: "boolean", default: true },
    mutate: { type: "string" },
    ends: { type: "string" },
  },
});

/** Of so many runs one is a process. */
const PROCESS_EVERY = 20;

/** So many processes are under way at once. */
const AT_ONCE = 4;

const root = fileURLToPath(new URL("../..", import.meta.url));
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const runs = Number(values.runs);
const say = (line: string) => process.stdout.write(`${line}\n`);
const isProcess = (run: number) => values.processes && run % PROCESS_EVERY === PROCESS_EVERY - 1;

if (values.mutate !== undefined) await mutate(values.mutate === "all" ? Object.keys(mutations) : [values.mutate]);
else if (values.ends !== undefined) await playEnds(Number(values.ends));
else if (values.only !== undefined) await playAgain(Number(values.only));
else await playAll();

async function playAll(): Promise<void> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const ends: Record<string, number> = {};
  let failed = 0;
  const tell = (run: number, on: string, results: readonly string[], violations: readonly Violation[]) => {
    for (const result of results) ends[result] = (ends[result] ?? 0) + 1;
    if (violations.length === 0) return;
    failed += 1;
    for (const { invariant, what } of violations) say(`Run ${run}, on ${on}, violates “${invariant}”: ${what}`);
    say(`  Once more, with all that happened: npm run test:chaos -- --seed ${seed} --only ${run}`);
  };

  say(`Seed ${seed}, ${runs} runs`);
  const product = await loadProduct(`${root}/src`);
  const numbers = Array.from({ length: runs }, (_, run) => run);
  for (const run of numbers.filter((number) => !isProcess(number))) {
    const history = await play(product, seed, run);
    const results = history.told.map(({ report }) => report.result);
    tell(run, history.world.server, results, violationsOf(history));
  }
  say(`In this process, in virtual time: ${seconds()}.`);

  const processes = numbers.filter(isProcess);
  const waiting = processes.values();
  const worker = async () => {
    for (const run of waiting) {
      const { server, results, violations } = await playProcess(values.entry, seed, run);
      tell(run, server, results, violations);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (processes.length > 0) say(`${processes.length} as processes of ${values.entry}: ${seconds()} with them.`);

  const told = Object.entries(ends).sort(([, one], [, other]) => other - one);
  say(`Attempts ended ${told.map(([result, count]) => `${count} × ${result}`).join(", ")}.`);
  say(failed === 0 ? `All ${runs} runs are as they should be.` : `${failed} of ${runs} runs failed.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Real servers and real time, so that nothing but the machine's load decides whether a run ends in time. */
async function playEnds(count: number): Promise<void> {
  say(`Seed ${seed}, ${count} processes of ${values.entry}`);
  const numbers = Array.from({ length: count }, (_, run) => run);
  const waiting = (values.only === undefined ? numbers : [Number(values.only)]).values();
  const ends: Record<string, number> = {};
  let failed = 0;
  const worker = async () => {
    for (const run of waiting) {
      const { what, result, took, wrongs } = await playEnd(values.entry, seed, run);
      ends[result] = (ends[result] ?? 0) + 1;
      if (values.only !== undefined) say(`${what}: \`${result}\` after ${Math.round(took)} ms`);
      if (wrongs.length > 0) say(`Process ${run} (${what}): ${wrongs.join(" ")}`);
      failed += wrongs.length > 0 ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  say(
    `They ended ${Object.entries(ends)
      .map(([result, times]) => `${times} × ${result}`)
      .join(", ")}.`,
  );
  say(failed === 0 ? `All ${count} end in time, and say why.` : `${failed} of ${count} do not.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function playAgain(run: number): Promise<void> {
  let violations: Violation[];
  if (isProcess(run)) {
    const told = await playProcess(values.entry, seed, run);
    say(told.trace);
    violations = told.violations;
  } else {
    const history = await play(await loadProduct(`${root}/src`), seed, run);
    say(traceOf(history));
    violations = violationsOf(history);
  }
  for (const { invariant, what } of violations) say(`\nViolates “${invariant}”: ${what}`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}

/** Says after how many runs, and by which invariant, a broken product is caught: by a run that the whole one stands. */
async function mutate(names: readonly string[]): Promise<void> {
  say(`Seed ${seed}`);
  const whole = await loadProduct(`${root}/src`);
  for (const name of names) {
    const { src, remove } = breakCopy(root, name);
    try {
      const broken = await loadProduct(src);
      let caught: Violation | undefined;
      let run = 0;
      for (; run < runs && !caught; run += 1) {
        [caught] = violationsOf(await play(broken, seed, run));
        if (caught && violationsOf(await play(whole, seed, run)).length > 0)
          throw new Error(`Run ${run} always fails.`);
      }
      const told = caught
        ? `caught after ${run} runs, by “${caught.invariant}”: ${caught.what}`
        : `NOT CAUGHT in ${runs} runs`;
      say(`${name} (${mutations[name]?.what}): ${told}`);
      if (!caught) process.exitCode = 1;
    } finally {
      remove();
    }
  }
}
