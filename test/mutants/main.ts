// Mutation: changes one small thing of the source at a time, and wants a test to notice. All happens in a copy.
//
//   npm run test:mutants -- --sample 200 --seed 1      so many mutants, evenly from all areas; another seed takes others
//   npm run test:mutants -- --only src/status          of one folder or file; with --line 54, of one line
//   npm run test:mutants -- --runs 1000                against so many whole runs at most, instead of 30
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { random } from "../chaos/random.ts";
import { changed, type Mutant, mutantsOf, reporting } from "./mutants.ts";
import type { Played } from "./player.ts";

const { values } = parseArgs({
  options: {
    only: {
      type: "string",
      multiple: true,
      default: ["src/status", "src/mastodon/history", "src/mastodon/publish", "src/inputs"],
    },
    line: { type: "string" },
    sample: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "30" },
  },
});

/** Tests that load the source itself, and not the build. */
const UNITS = ["test/status/", "test/inputs/", "test/mastodon/", "test/plan/", "test/sources/", "test/report/"];
/** Whole runs that no scenario plays. They are tried as the unit tests are. */
const MORE = ["test/untold-times.test.ts", "test/odd-statuses.test.ts", "test/cancelled-anywhere.test.ts"];
const WHOLE_RUNS = "test/runs-on-src.test.ts";
/** Tests that take longer, in milliseconds, are left out: they are about time and memory. */
const LONGEST = 2000;
/** Milliseconds after which tests are ended that a mutant keeps from ending: so many times what they took, and some more. */
const limitOf = (ms: number) => 5 * ms + 30_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const root = fileURLToPath(new URL("../..", import.meta.url));
const rolled = random(Number(values.seed));

const home = realpathSync(mkdtempSync(join(tmpdir(), "mutants-")));
const copy = join(home, "project");
let player: ChildProcess | null = null;
/** What was written since the player read it. */
const stale = new Set<string>();
process.once("exit", () => {
  endPlayer();
  rmSync(home, { recursive: true, force: true });
});
let isEnding = false;
// What was found so far is told.
process.once("SIGINT", () => {
  isEnding = true;
});
process.once("SIGTERM", () => process.exit(1));

copyProject();
const all = sourcesOf(values.only)
  .flatMap((file) => mutantsOf(pathToFileURL(`${copy}/`), file))
  .map((mutant, id): Mutant => ({ id, ...mutant }));
const asked = all.filter(({ line }) => values.line === undefined || line === Number(values.line));
const sample = shuffled(evenly(asked, Number(values.sample)));
say(`${asked.length} mutants, of which ${sample.length} are tried.`);
const refused = refusedByTypes(sample);
const map = await findReach();

const ends = new Map<string, Mutant[]>();
for (const mutant of sample) {
  if (isEnding) break;
  const end = refused.has(mutant.id) ? "types" : await play(mutant);
  ends.set(end, [...(ends.get(end) ?? []), mutant]);
  say(`${tell(mutant)}: ${end}`);
}
// Where the tests fail without any mutant by now, their failing says nothing.
const unchanged = { ...sample[0]!, text: sample[0]!.was };
if ((await play(unchanged)).startsWith("killed")) say("A test has begun to fail without any mutant: try once more.");
endPlayer();
say("");
for (const [end, mutants] of ends) say(`${mutants.length} ${end}`);
for (const end of ["survived", "not reached"]) {
  for (const mutant of ends.get(end) ?? []) say(`${end}: ${tell(mutant)}`);
}

/** A mutant's way: the unit tests that reach it, then whole runs that do. */
async function play(mutant: Mutant): Promise<string> {
  const reaching = map.reaching(mutant);
  if (reaching.length === 0) return "not reached";
  const source = readFileSync(join(copy, mutant.file), "utf8");
  write(mutant.file, changed(source, mutant));
  try {
    const isRun = ({ file }: Played["tests"][number]) => file === WHOLE_RUNS;
    const units = reaching.filter((test) => !isRun(test));
    const runs = evenly(reaching.filter(isRun), Number(values.runs));
    return (await fails(units, "unit test")) ?? (await fails(runs, "whole run")) ?? "survived";
  } finally {
    write(mutant.file, source);
  }
}

function write(file: string, text: string): void {
  writeFileSync(join(copy, file), text);
  stale.add(join(copy, file));
}

/** Whether one of the tests notices, in words; null if none does. */
async function fails(tests: Played["tests"], stage: string): Promise<string | null> {
  if (tests.length === 0) return null;
  writeFileSync(join(copy, "wanted.json"), JSON.stringify(tests.map(({ id }) => id)));
  const times = new Map<string, number>();
  for (const { file, ms } of tests) times.set(file, (times.get(file) ?? 0) + ms);
  // The first failure ends it, so what takes least comes first.
  const files = [...times.keys()].sort((one, other) => times.get(one)! - times.get(other)!);
  const played = await playFiles(files, 1, limitOf([...times.values()].reduce((sum, ms) => sum + ms)));
  if (played === "late") return `killed by time-out of a ${stage}`;
  if (played === "crashed") return `killed by crash of a ${stage}`;
  const red = played.tests.find(({ state }) => state === "failed");
  const by = red ? `${red.file} > ${red.name}` : played.problems[0];
  if (by === undefined) return null;
  say(`  ${by}`);
  return `killed by ${stage}`;
}

/** Plays all tests once, and sees which of them reach which mutants. */
async function findReach() {
  const originals = new Map<string, string>();
  // A process that plays runs hears of each in a message. What one reaches is told at once, since it may end at any time.
  const reach = `globalThis.reach ??= (() => {
    const { appendFileSync } = process.getBuiltinModule("node:fs");
    const seen = new Set();
    process.on("message", () => seen.clear());
    return (id) => {
      if (!seen.has(id)) appendFileSync(${JSON.stringify(join(copy, "reached.txt"))}, id + "\\n");
      seen.add(id);
    };
  })();`.replaceAll(/\n\s*/g, " ");
  for (const file of new Set(all.map(({ file }) => file))) {
    const mutants = all.filter((mutant) => mutant.file === file);
    originals.set(file, readFileSync(join(copy, file), "utf8"));
    write(file, reporting(originals.get(file)!, mutants, reach));
  }
  writeFileSync(join(copy, "wanted.json"), "null");
  const played = await playFiles([...UNITS, ...MORE, WHOLE_RUNS], 0, 3_600_000);
  endPlayer();
  for (const [file, text] of originals) write(file, text);
  if (typeof played === "string") throw new Error("The tests end without any result, and without any mutant.");
  if (played.problems.length > 0) say(`Beside the tests: ${played.problems.join("\n")}`);
  const red = played.tests.filter(({ state }) => state === "failed");
  for (const { file, name } of red) say(`Left out, since it fails without any mutant: ${file}: ${name}`);
  const green = played.tests.filter(({ state, ms }) => state === "passed" && ms < LONGEST);
  const reachedBy = new Map<string, Set<number>>();
  for (const line of readFileSync(join(copy, "reach.jsonl"), "utf8").trim().split("\n")) {
    const { test, reached } = JSON.parse(line);
    reachedBy.set(test, new Set(reached));
  }
  say(`${green.length} tests, of which ${green.filter(({ id }) => reachedBy.get(id)?.size).length} reach mutants.`);
  const reaching = (ids: number[]) => green.filter(({ id }) => ids.some((one) => reachedBy.get(id)?.has(one)));
  return {
    /** What a file does when it is loaded shows where its neighbours are used. */
    reaching(mutant: Mutant) {
      if (mutant.isInFunction) return reaching([mutant.id]);
      const neighbours = all.filter(({ file }) => dirname(file) === dirname(mutant.file));
      return reaching(neighbours.map(({ id }) => id));
    },
  };
}

/** Ids of those that the compiler refuses. Each is a file of its own for it, beside the one that it changes. */
function refusedByTypes(mutants: readonly Mutant[]): Set<number> {
  const nameOf = ({ file, id }: Mutant) => file.replace(/\.ts$/, `.mutant-${id}.ts`);
  for (const mutant of mutants) {
    writeFileSync(join(copy, nameOf(mutant)), changed(readFileSync(join(copy, mutant.file), "utf8"), mutant));
  }
  let said = "";
  try {
    execFileSync(process.execPath, [join(copy, "node_modules/typescript/bin/tsc"), "--pretty", "false"], { cwd: copy });
  } catch (error) {
    said = String((error as { stdout: Buffer }).stdout);
  }
  for (const mutant of mutants) rmSync(join(copy, nameOf(mutant)));
  return new Set([...said.matchAll(/\.mutant-(\d+)\.ts/g)].map(([, id]) => Number(id)));
}

/** Lets the player play; a new one if there is none, or the last one was ended. */
async function playFiles(files: string[], bail: number, limit: number): Promise<Played | "late" | "crashed"> {
  if (player === null) {
    player = fork(join(copy, "test/mutants/player.ts"), [String(bail)], {
      cwd: copy,
      // In a group of its own, so that it ends with all that it has started.
      detached: true,
      execArgv: ["--no-warnings"],
      env: { ...process.env, PROPERTY_RUNS: "100", TMPDIR: home, NODE_OPTIONS: "--max-old-space-size=2000" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await new Promise((ready) => player!.once("message", ready));
  }
  const current = player;
  const result = await new Promise<Played | "late" | "crashed">((done) => {
    const timer = setTimeout(done, limit, "late");
    current.once("message", (played) => {
      clearTimeout(timer);
      done(played as Played);
    });
    current.once("exit", () => {
      clearTimeout(timer);
      done("crashed");
    });
    current.send({ files, stale: [...stale] });
  });
  stale.clear();
  current.removeAllListeners();
  if (typeof result === "string") endPlayer();
  return result;
}

function endPlayer(): void {
  if (player?.pid === undefined) return;
  try {
    process.kill(-player.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
  player = null;
}

function copyProject(): void {
  const list = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const path of new Set(list.split("\0").filter(Boolean))) cpSync(join(root, path), join(copy, path));
  // A folder of its own, so that no cache gets into the real one.
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name === ".bin" || !name.startsWith(".")) {
      symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name), "junction");
    }
  }
}

function sourcesOf(paths: readonly string[]): string[] {
  const files = readdirSync(join(copy, "src"), { recursive: true, encoding: "utf8" }).map((path) => `src/${path}`);
  return files
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .filter((file) => paths.some((path) => file === path || file.startsWith(`${path.replace(/\/$/, "")}/`)))
    .sort();
}

/** So many of a list, at equal distances; where they begin is drawn. */
function evenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = items.length / count;
  if (step <= 1) return [...items];
  const first = rolled.next() * step;
  return Array.from({ length: count }, (_, index) => items[Math.floor(first + index * step)]!);
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: rolled.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

function tell({ file, line, was, text }: Mutant): string {
  const short = (code: string) => code.replaceAll(/\s+/g, " ").replace(/^(.{60}).{10,}$/, "$1 …");
  return `${file}:${line}  ${short(was)}  →  ${short(text)}`;
}
