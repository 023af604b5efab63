import { fileURLToPath } from "node:url";
import { startGithubApi } from "../github-api.ts";
import { png } from "../instance/files.ts";
import { profiles } from "../instance/profiles.ts";
import { type PracticeInstance, type Fault as Queued, type StoredStatus, startInstance } from "../instance/server.ts";
import { githubToken, type Outcome, runAction, type Target } from "../runner.ts";
import { type SharedTime, sharedTime } from "../shared-time.ts";
import { type Fault, nameOf, rollFault } from "./faults.ts";
import type { Violation } from "./invariants.ts";
import { type Random, random, seedOf } from "./random.ts";
import { type Delivery, type Intent, type World, worldOf } from "./world.ts";

/** What became of one world whose runs were processes, against a server on a socket. */
export interface ProcessHistory {
  server: string;
  results: string[];
  violations: Violation[];
  trace: string;
}

/** The longest that the server works on a request, in milliseconds. */
const LONGEST = 30_000;

const TIMEOUTS = ["1 minute", "2 minutes", "4 minutes"] as const;
const GREEN = ["posted", "scheduled", "duplicate"];

/**
 * Plays one intent of a world with the action as a process: the first run, perhaps one beside it, and one again.
 *
 * Its faults and posts are a seed's, while the machine decides what of two things at once comes first.
 *
 * @param entry file to run, from the project's root
 */
export async function playProcess(entry: string, seed: number, run: number): Promise<ProcessHistory> {
  const world = worldOf(seed, run);
  const dice = random(seedOf(seed, run, 3));
  const { steps, runs } = world.jobs[0]!;
  const intent = steps[0]!;
  const target = {
    name: entry,
    node: process.execPath,
    entry: fileURLToPath(new URL(`../../${entry}`, import.meta.url)),
  };
  const time = sharedTime();
  const { now, sleep } = time;
  const instance = await startInstance({ profile: profiles[world.server], now, sleep });
  const created = new Date(now().getTime() - 5000).toISOString();
  const github = await startGithubApi({ status: 200, body: { created_at: created } }, new Date(created), now);
  try {
    const token = instance.createToken(world.accounts[0] === "all" ? { scopes: ["read", "write", "profile"] } : {});
    if (intent.kind === "weekly") {
      for (let week = 1; week < 4; week += 1) {
        instance.publish(intent.texts[0]!, { createdAt: new Date(now().getTime() - week * 7 * 86_400_000) });
      }
    }
    const place: Place = { world, intent, runs, dice, target, time, instance, token, githubUrl: github.url };
    return await playIntent(place);
  } finally {
    await instance.close();
    await github.close();
  }
}

interface Place {
  world: World;
  intent: Intent;
  runs: Delivery[];
  dice: Random;
  target: Target;
  time: SharedTime;
  instance: PracticeInstance;
  token: string;
  githubUrl: string;
}

async function playIntent(place: Place): Promise<ProcessHistory> {
  const { world, intent, time, instance } = place;
  const before = new Set(instance.published().map(({ id }) => id));
  const made = () => [...instance.published().filter(({ id }) => !before.has(id)), ...instance.scheduled()];
  const violations: Violation[] = [];
  const results: string[] = [];
  const trace: string[] = [
    `On ${world.server}, token: ${world.accounts[0]}: ${intent.kind}, ${JSON.stringify(intent.texts)}`,
  ];

  for (const group of groupsOf(place.runs)) {
    const stored = made().length;
    const sent = instance.requests.length;
    for (const delivery of group) trace.push(...queueFaults(place, delivery));
    const outcomes = await Promise.all(group.map((delivery) => start(place, delivery)));
    const now = made();
    trace.push(
      ...instance.requests.slice(sent).map(({ method, path, status }) => `${method} ${path} → ${status ?? "cut"}`),
    );
    for (const { outcome, took, limit } of outcomes) {
      results.push(outcome.outputs.result ?? "none");
      trace.push(outcome.stdout, `exit code ${outcome.exitCode}, ${JSON.stringify(outcome.outputs)}`);
      violations.push(...violationsIn(place, outcome, now.length, group.length === 1 ? now.length - stored : 0));
      if (took > limit) violations.push({ invariant: "the time limit holds", what: `${took} ms of ${limit} ms` });
    }
    // What the server still works on is done before anybody comes again.
    await time.pass(LONGEST);
  }
  if (doubles(made()) && !isExcused(place)) {
    violations.push({
      invariant: "never two posts for one intent",
      what: `${made().length} stored of ${intent.texts.length}`,
    });
  }
  return { server: `${world.server}, as a process`, results, violations, trace: trace.join("\n") };
}

/** The first run with the one beside it, and one that comes again. */
function groupsOf(runs: readonly Delivery[]): Delivery[][] {
  const [first, ...more] = runs;
  const beside = more.filter((run) => run.beside !== null).slice(0, 1);
  const again = more.filter((run) => run.beside === null).slice(0, 1);
  return [[first!, ...beside], ...again.map((run) => [run])];
}

/** Queues faults for what a run may send. @returns a line for each */
function queueFaults({ dice, time, instance }: Place, { weather }: Delivery): string[] {
  const lines: string[] = [];
  const queue = (where: Pick<Queued, "method" | "path" | "after">, often: number) => {
    if (!dice.chance(often)) return;
    const asked = {
      method: "POST",
      path: "",
      isOpen: false,
      now: time.now().getTime(),
      origin: instance.origin,
      longest: LONGEST,
    };
    const fault = rollFault(dice, asked);
    const queued = asQueued(fault);
    lines.push(`fault at ${where.method} ${where.path}: ${nameOf(fault)}`);
    instance.fault({ ...where, ...queued });
  };
  for (let post = 0; post < 3; post += 1) queue({ method: "POST", path: "/api/v1/statuses" }, weather.posts);
  for (const path of [
    /media/,
    /instance/,
    /verify_credentials/,
    /accounts\/[^/]+\/statuses/,
    /nodeinfo/,
    /scheduled_statuses/,
  ]) {
    queue({ path, after: dice.integer(0, 1) }, weather.others);
  }
  return lines;
}

/** What comes closest on a socket. */
function asQueued(fault: Fault): Queued {
  switch (fault.kind) {
    case "reset":
      return { reset: fault.when };
    case "cut":
      return { cut: true };
    case "answer":
      return { answer: fault.answer };
    case "answer after":
      return { answerAfter: fault.answer };
    case "late":
    case "slow answer":
      return { delay: Math.min(fault.delay, LONGEST) };
    case "content type":
      return { contentType: fault.type };
    default:
      return { reset: "before" };
  }
}

async function start(place: Place, delivery: Delivery) {
  const { world, intent, target, time, instance, token, dice } = place;
  const timeout = dice.pick(TIMEOUTS);
  const isRelease = intent.kind === "release";
  const needsPicture = intent.kind === "media" || world.server === "pixelfed";
  const began = time.now().getTime();
  const outcome = await runAction({
    target,
    event: isRelease ? "release.published.undici" : null,
    time,
    inputs: {
      "instance-url": instance.origin,
      "access-token": token,
      timeout,
      ...(isRelease ? {} : { status: intent.texts.join("\n\n---\n\n") }),
      ...(intent.visibility ? { visibility: intent.visibility } : {}),
      ...(needsPicture ? { media: "picture.png" } : {}),
      ...(intent.kind === "scheduled" ? { "scheduled-at": "2 hours" } : {}),
      ...(intent.key === "" ? {} : { "idempotency-key": intent.key }),
    },
    files: { "picture.png": png().bytes },
    env: {
      GITHUB_RUN_ATTEMPT: String(delivery.attempt),
      ...(delivery.attempt > 1 ? { GITHUB_API_URL: place.githubUrl } : {}),
    },
  });
  return { outcome, took: time.now().getTime() - began, limit: Number.parseInt(timeout, 10) * 60_000 };
}

function violationsIn(place: Place, outcome: Outcome, up: number, fresh: number): Violation[] {
  const { intent, token } = place;
  const { exitCode, stdout, stderr, outputs, summary } = outcome;
  const { result = "", reason = "" } = outputs;
  const found: Violation[] = [];
  const violated = (invariant: Violation["invariant"], what: string) => found.push({ invariant, what });
  if (stderr !== "") violated("a fault of the network is no fault of the code", stderr);
  const isGreen = GREEN.includes(result);
  if (isGreen !== (exitCode === 0))
    violated("what is not posted is told, with a reason", `\`${result}\`, exit code ${exitCode}`);
  if (!isGreen && (reason === "" || summary === ""))
    violated("what is not posted is told, with a reason", `\`${result}\``);
  if (isGreen && up !== intent.texts.length && !isExcused(place)) {
    violated(
      "posted means that all of it is stored once",
      `\`${result}\`, and ${up} of ${intent.texts.length} are stored`,
    );
  }
  if (result === "failed" && fresh > 0)
    violated("failed means that this run stored nothing", `${fresh} stored: ${reason}`);
  const words = [stdout.replaceAll(/^::add-mask::.*$/gm, ""), stderr, summary, JSON.stringify(outputs)].join("\n");
  if ([token, githubToken].some((secret) => words.includes(secret)))
    violated("the token is shown nowhere", "in log or outputs");
  return found;
}

/** Whether two are the same part: behind the same one, or behind none. */
function doubles(made: readonly { id: string; inReplyTo?: StoredStatus | null }[]): boolean {
  const before = made.map((one) => one.inReplyTo?.id ?? "");
  return new Set(before).size < before.length;
}

/** Two runs at once, where the server has no lock or keeps no keys; see invariants.ts. */
function isExcused({ world, runs }: Place): boolean {
  const { idempotency } = profiles[world.server];
  const isLocked = idempotency.kind === "taken" || (idempotency.kind === "made" && idempotency.lockSeconds !== null);
  return runs.some(({ beside }) => beside !== null) && !isLocked;
}
