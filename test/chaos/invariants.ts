import { profiles } from "../instance/profiles.ts";
import type { History, Told } from "./play.ts";
import type { Made } from "./wire.ts";
import type { Intent, World } from "./world.ts";

/** What must hold, whatever happens; the names are what a failing run is reported by. */
export type Invariant =
  | "never two posts for one intent"
  | "posted means that all of it is stored once"
  | "failed means that this run stored nothing"
  | "what is not posted is told, with a reason"
  | "fine weather posts it at last"
  | "the time limit holds"
  | "nothing lingers after the end"
  | "the token is shown nowhere"
  | "a fault of the network is no fault of the code"
  | "the harness knows all that is stored";

export interface Violation {
  invariant: Invariant;
  what: string;
}

/** How long a server keeps a key, in milliseconds. */
const KEY_LIFE = 60 * 60_000;

/** How a run says that its author's key led to another post. */
const KEY_IS_TAKEN = "Another post used the same `idempotency-key` before";

/** How a run says that it goes on without a look. */
const CANNOT_LOOK = "The action cannot see whether another run has posted this already";

/** What a run may take longer than its limit, in milliseconds. */
const GRACE = 1000;

/** All that is wrong with what happened; empty for a run as it should be. */
export function violationsOf(history: History): Violation[] {
  const { world, told, strays } = history;
  const found: Violation[] = [];
  const violated = (invariant: Invariant, what: string) => found.push({ invariant, what });
  if (strays !== 0) violated("the harness knows all that is stored", `${strays} more than were made`);
  for (const job of world.jobs) {
    /** Steps of which a server without keys made two, and all that follow them. */
    let isDoubled = false;
    for (const intent of job.steps) {
      const runs = told.filter((run) => run.intent === intent && run.job === job);
      const made = runs.flatMap(({ wire }) => wire.made);
      const doubles = doublesOf(made);
      const excuses = doubles.map((pair) => excuseFor(world, pair, runs));
      for (const [index, [one, other]] of doubles.entries()) {
        if (!excuses[index] && !(isDoubled && isTied(intent)))
          violated("never two posts for one intent", `${one.id} and ${other.id} are the same part`);
      }
      // Behind a double that the server makes unavoidable nothing more can be asked for.
      const isExcused = excuses.length > 0 || (isDoubled && isTied(intent));
      for (const run of runs) found.push(...violationsIn(history, run, isExcused));
      isDoubled ||= excuses.length > 0;
    }
  }
  return found;
}

/** Whether it replies to what the first step made, or quotes it: of two such, each may have its own. */
function isTied({ repliesTo, quotes }: Intent): boolean {
  return [repliesTo, quotes].includes("the first step's");
}

function violationsIn(history: History, told: Told, isExcused: boolean): Violation[] {
  const { secrets } = history;
  const { intent, report, wire, delivery, error, log } = told;
  const found: Violation[] = [];
  const violated = (invariant: Invariant, what: string) => found.push({ invariant, what });
  const { result: how, reason } = report;
  const isGreen = ["posted", "scheduled", "duplicate"].includes(how);
  const up = told.made.length;
  const whole = intent.texts.length;

  if (isGreen && !isExcused) {
    const isComplete = up === whole && partsOf(told.made).every((part, index) => part === index);
    if (!isComplete && !isAnothers(told)) {
      violated("posted means that all of it is stored once", `\`${how}\`, and ${up} of ${whole} parts are stored`);
    }
  }
  if (how === "failed" && wire.made.length > 0 && !looksLikeNoInstance(told)) {
    violated("failed means that this run stored nothing", `${wire.made.length} stored: ${reason}`);
  }
  if (!isGreen && (reason === "" || !["failed", "unknown", "partial"].includes(how))) {
    violated("what is not posted is told, with a reason", `\`${how}\`: ${reason}`);
  }
  if (!isGreen && !isExcused && mustSucceed(history, told)) {
    violated("fine weather posts it at last", `\`${how}\`: ${reason}`);
  }
  const took = told.end - told.start;
  if (took > delivery.timeout + GRACE) {
    violated("the time limit holds", `${took / 1000} s of ${delivery.timeout / 1000} s`);
  }
  if (told.open > 0) violated("nothing lingers after the end", `${told.open} under way`);
  if (wire.seen.length > told.sent) {
    violated("nothing lingers after the end", `${wire.seen.length - told.sent} requests later`);
  }
  const words = [log, JSON.stringify(report), String(error), (error as Error | null)?.stack ?? ""].join("\n");
  if (secrets.some((secret) => words.includes(secret)))
    violated("the token is shown nowhere", "in log, report or error");
  for (const wrong of wire.wrongs) {
    const isToken = wrong.startsWith("the token");
    violated(isToken ? "the token is shown nowhere" : "the harness knows all that is stored", wrong);
  }
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) {
    violated("a fault of the network is no fault of the code", error.stack ?? error.message);
  }
  return found;
}

/** The place of each in its thread, from 0; sorted. */
function partsOf(made: readonly Made[]): number[] {
  return made.map((one) => placeOf(one, made)).sort((one, other) => one - other);
}

function placeOf({ inReplyTo }: Made, made: readonly Made[]): number {
  const parent = made.find(({ id }) => id === inReplyTo);
  return parent ? placeOf(parent, made) + 1 : 0;
}

/** Pairs that are the same part of one intent, behind the same part before. What stands behind a double is no other one. */
function doublesOf(made: readonly Made[]): [Made, Made][] {
  const parentOf = ({ inReplyTo }: Made) => made.find(({ id }) => id === inReplyTo);
  return made.flatMap((one, index) =>
    made.slice(index + 1).flatMap((other): [Made, Made][] => (parentOf(one) === parentOf(other) ? [[one, other]] : [])),
  );
}

/**
 * Why nobody could have kept two runs of one intent from posting twice; null where somebody could.
 *
 * A server that keeps no key cannot tell two runs that are under way at once, and neither can they; nor two first runs,
 * which do not look. One that notes a key only after its work, without a lock, takes two requests that it works on at
 * once for two. A re-run that nobody tells when its run began looks a day back. And of two first runs side by side one may wait, for a rate limit, until the other's key is forgotten.
 */
function excuseFor(world: World, pair: [Made, Made], runs: readonly Told[]): string | null {
  const [one, other] = pair;
  const [first, second] = pair.map((made) => runs.find(({ wire }) => wire.made.includes(made))!);
  if (!first || !second || first === second) return null;
  // Where nobody tells when the run began, an equal text counts for a day.
  const isForgotten = [first, second].some(({ delivery }) => delivery.attempt > 1 && delivery.github !== "tells");
  if (isForgotten && Math.abs(one.stored - other.stored) > 24 * KEY_LIFE) return "a run whose beginning nobody tells";
  const { idempotency } = profiles[world.server];
  const isKeyless =
    idempotency.kind === "ignored" ||
    (idempotency.kind === "made" && idempotency.scheduled === "ignored" && one.isScheduled && other.isScheduled);
  if (isKeyless) {
    const [earlier, later] = first.start <= second.start ? [first, second] : [second, first];
    // “Elsewhere a first attempt that cannot look goes on with a warning.” (the design, When to look)
    if (later.report.differences.some((line) => line.startsWith(CANNOT_LOOK)))
      return "a first attempt that cannot look";
    const isOver = later.start > Math.max(earlier.end, earlier.wire.settled());
    return isOver && later.log.includes("Looking for the same post") ? null : "a server without keys";
  }
  const isBeside = first.delivery.beside !== null || second.delivery.beside !== null;
  if (isBeside && Math.abs(one.stored - other.stored) > KEY_LIFE) return "a key that is forgotten";
  const isLocked = idempotency.kind === "taken" || (idempotency.kind === "made" && idempotency.lockSeconds !== null);
  return !isLocked && one.began <= other.stored && other.began <= one.stored ? "a server without a lock" : null;
}

/**
 * Whether it says that another post used its key: “another text on a key that the author gave, is a `duplicate`, and the
 * outputs say what stands on the server” (the design, Every answer is compared).
 */
function isAnothers({ job, intent, report }: Told): boolean {
  const isShared = job.steps.some((step) => step !== intent && sharesKey(step, intent));
  return isShared && report.result === "duplicate" && report.differences.some((line) => line.startsWith(KEY_IS_TAKEN));
}

/**
 * Whether the post was answered with a web page, as a web site does, and then the server denied that it is an instance,
 * twice: whoever sees only that cannot tell a server that fell over after its work from a wrong address.
 */
function looksLikeNoInstance({ report, wire }: Told): boolean {
  const page = /^2\d\d <html>/;
  const isPage = wire.seen.some(({ path, told }) => path === "/api/v1/statuses" && page.test(told));
  return isPage && report.reason.includes("is not a Mastodon instance");
}

/**
 * Whether a run in fine weather must end well: all can be seen, or the key tells, and nothing of what is asked for is
 * refused by the server.
 */
function mustSucceed(history: History, { job, delivery, intent, start, made }: Told): boolean {
  const { world, told } = history;
  const { weather, timeout } = delivery;
  const isFine = weather.posts === 0 && weather.others === 0 && weather.outage === null && timeout >= 120_000;
  if (!isFine || delivery.beside !== null) return false;
  const runs = told.filter((run) => run.intent === intent && run.job === job);
  if (job.runs.some((run) => run !== delivery && run.beside !== null)) return false;
  // A first run of `published` looks for nothing; a later one has to see.
  const isFirst = job.runs[0] === delivery && intent.duplicateCheck === "rerun";
  const seesAll = world.accounts[job.account] === "all";
  // Private posts stand in no list of theirs, so that Takahē's ends early for public ones, too; snac lists no schedules.
  const intents = world.jobs.flatMap(({ steps }) => steps);
  const isHidden = intents.some(({ visibility = "" }) => ["private", "direct"].includes(visibility));
  const hides = ["snac", "takahe"].includes(world.server) && (isHidden || intent.schedule !== "");
  const isBuried = told.reduce((sum, run) => sum + run.delivery.noise, 0) > 150;
  if (!isFirst && (!seesAll || hides || isBuried)) return false;
  if (isRefused(world.server, intent) || job.steps.some((step) => step !== intent && sharesKey(step, intent)))
    return false;
  // A time that is over cannot be scheduled.
  const begin = Math.min(...runs.map((run) => run.start));
  const isPast = typeof intent.schedule === "number" && start > begin + intent.schedule - 10 * 60_000;
  if (isPast && made.length === 0) return false;
  // Without `Date`, a post of hours ago may be another one.
  if (!world.tellsTime && !isFirst && (world.skew !== 0 || delivery.github !== "tells")) return false;
  return !(intent.kind === "weekly" && delivery.github !== "tells");
}

function sharesKey(one: Intent, other: Intent): boolean {
  return one.key !== "" && one.key === other.key;
}

/** Whether a server takes no such post at all, as docs/servers.md tells. */
function isRefused(server: World["server"], { visibility, hasPoll }: Intent): boolean {
  // Pixelfed knows no private mentions, and no polls; Sharkey's reach nobody; activities.next takes none without a mention.
  if (visibility === "direct") return ["pixelfed", "sharkey", "activitiesNext"].includes(server);
  return server === "pixelfed" && hasPoll;
}
