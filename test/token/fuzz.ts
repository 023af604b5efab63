import { parseArgs } from "node:util";
import { runOnce } from "./fuzz/run.ts";

/**
 * Runs the token command over and over, at random, with servers that repeat what they were sent, and searches for secrets
 * wherever they should not be: `npm run test:secrets -- --runs 1000 --seed 7`. The same seed makes the same runs; one of
 * them is done again, and told whole, with `--only`.
 */

/** Every so many runs, one is a process of its own. */
const PROCESS = 16;

const { values } = parseArgs({
  options: { runs: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
});
const seed = values.seed ?? String(Date.now() % 1_000_000);
const runs = Number(values.runs ?? 1000);
const only = values.only === undefined ? null : Number(values.only);
console.log(`seed ${seed}`);

const tally = new Map<string, number>();
let leaking = 0;
let secrets = 0;
for (let index = only ?? 0; index < (only === null ? runs : only + 1); index += 1) {
  const isProcess = index % PROCESS === PROCESS - 1;
  const report = await runOnce(`${seed}/${index}`, isProcess);
  const { plan, code, leaks, what, stderr } = report;
  secrets += report.secrets;
  const kind = [isProcess ? "process" : "here", plan.command, plan.login, plan.way, `exit ${code}`].join(" ");
  tally.set(kind, (tally.get(kind) ?? 0) + 1);
  if (only !== null) console.log(`${what}\nexit ${code}\n${stderr}`);
  if (leaks.length > 0) {
    leaking += 1;
    console.log([`run ${index}: ${what}`, ...leaks].join("\n  "));
  }
}
for (const [kind, count] of [...tally].sort()) console.log(`${String(count).padStart(5)}  ${kind}`);
console.log(`${runs} runs with ${secrets} secrets; runs in which one was seen: ${leaking}`);
if (leaking > 0) process.exitCode = 1;
