import { profiles } from "../instance/profiles.ts";
import type { ServerName } from "../instance/server-name.ts";
import { type Random, random, seedOf } from "./random.ts";
import { stepsOf } from "./steps.ts";

/** All that chance decides before a run begins: a server, accounts, what is to be posted, and who tries it when. */
export interface World {
  server: ServerName;
  /** How far the server's clock is ahead of the runner's, in milliseconds. */
  skew: number;
  tellsTime: boolean;
  /** The scopes of the accounts' tokens. */
  accounts: Scopes[];
  jobs: Job[];
}

/** `all` may read; `usual` is what the README asks for at least; `few` may only write. */
export type Scopes = "all" | "usual" | "few";

/** What one job of a workflow posts, and all its runs. */
export interface Job {
  /** Of its run. */
  id: number;
  /** Index of the account. */
  account: number;
  /** Each step makes a post of its own. */
  steps: Intent[];
  /** Whether they are legs of a matrix, all at once, instead of one after the other. */
  isMatrix: boolean;
  /** Whether a step runs though one before it failed. */
  keepsOn: boolean;
  /** Milliseconds since whatever came before. */
  pause: number;
  runs: Delivery[];
}

/** One thing that somebody wants to be posted once. */
export interface Intent {
  kind: "plain" | "release" | "media" | "thread" | "scheduled" | "weekly";
  texts: string[];
  spoiler: string;
  visibility: "public" | "unlisted" | "private" | "direct" | undefined;
  media: ("png" | "mp4")[];
  hasPoll: boolean;
  language: string | undefined;
  /** What it replies to, and what it quotes: what somebody wrote, or what the first step of the job posted. */
  repliesTo: Target;
  quotes: Target;
  pin: boolean;
  /** `scheduled-at` as rendered; a number stands for a moment so many milliseconds after the first run began. */
  schedule: string | number;
  /** Address of the release; empty for none. */
  subject: string;
  /** The author's own `idempotency-key`; empty for none. */
  key: string;
  duplicateCheck: "rerun" | number;
}

export type Target = "nothing" | "somebody's" | "the first step's";

/** One run of a job. */
export interface Delivery {
  /** Milliseconds after the start of the run before, beside which it runs; null: after its end. */
  beside: number | null;
  /** Milliseconds after the end of the run before. */
  later: number;
  attempt: number;
  /** Action of the release's event. */
  action: "published" | "released" | "created";
  /** Milliseconds. */
  timeout: number;
  /** What GitHub says when it is asked when the run began. */
  github: "tells" | "refuses" | "is silent";
  /** What happens before it: others post so much with the same account, or somebody mends a typo in the first post. */
  noise: number;
  isMended: boolean;
  weather: Weather;
}

/** How likely a fault is, for the request that posts and for any other. */
export interface Weather {
  posts: number;
  others: number;
  /** Between these moments, in milliseconds since the run's start, every request meets the same fault; null: never. */
  outage: { from: number; to: number } | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CALM: Weather = { posts: 0, others: 0, outage: null };

const serverNames = Object.keys(profiles) as ServerName[];

/** Makes the world of one run. */
export function worldOf(seed: number, run: number): World {
  const dice = random(seedOf(seed, run, 0));
  const tellsTime = dice.chance(0.8);
  const server = dice.chance(0.1) ? "akkoma" : dice.pick(serverNames);
  const accounts: Scopes[] = [dice.pick<Scopes>(["all", "all", "usual", "few"])];
  const jobs: Job[] = [];
  const isWeekly = dice.chance(0.15);
  for (let count = dice.pick([1, 1, 2]); jobs.length < count; ) {
    jobs.push(jobOf(dice, server, jobs.length, isWeekly ? "weekly" : null));
  }
  const [first] = jobs;
  if (!isWeekly && dice.chance(server === "akkoma" ? 0.5 : 0.1)) {
    accounts.push(dice.pick<Scopes>(["all", "usual"]));
    // The same job for another account, as a matrix of accounts has it.
    const pause = dice.pick([10 * SECOND, MINUTE, 20 * MINUTE]);
    const hasOthers = first!.runs.some(({ action }) => action !== "published");
    const runs = runsOf(dice, first!.steps[0]!, hasOthers);
    // It hears of no other events than the first: what sets its steps apart was chosen for those.
    const heard = hasOthers ? runs : runs.map((one): Delivery => ({ ...one, action: "published" }));
    jobs.splice(1, 0, { ...first!, account: 1, pause, runs: heard });
  }
  return { server, skew: dice.pick(tellsTime ? SKEWS : UNTOLD) * SECOND, tellsTime, accounts, jobs };
}

/** How far a server's clock may be ahead, in seconds; by hours where its zone is wrong. */
const SKEWS = [0, 0, 0, 0, -90, -7, 4, 200, -7200, 10_800];
/** The same where it does not tell its time: right, or by hours wrong. */
const UNTOLD = [0, 0, 0, -7200, 10_800];

function jobOf(dice: Random, server: ServerName, index: number, wanted: "weekly" | null): Job {
  // Pixelfed takes nothing without a picture.
  const kinds = server === "pixelfed" ? (["media", "media", "release", "thread"] as const) : KINDS;
  const kind = wanted ?? dice.pick(kinds);
  const number = index + 1;
  const subject = kind === "release" ? `https://github.com/nodejs/undici/releases/tag/v7.${number}.0` : "";
  const needsPicture = kind === "media" || server === "pixelfed";
  const isBeside = dice.chance(0.15);
  const isKeyed = isBeside ? kind !== "release" || dice.chance(0.3) : dice.chance(0.1);
  const intent: Intent = {
    kind,
    texts: textsOf(dice, kind, number, subject),
    spoiler: dice.chance(0.1) ? "A warning" : "",
    visibility: dice.pick([undefined, undefined, "public", "unlisted", "private", "direct"] as const),
    media: needsPicture ? dice.pick([["png"], ["png", "png"], ["mp4"]] as const).slice() : [],
    hasPoll: kind === "plain" && dice.chance(0.15),
    language: dice.chance(0.1) ? "en" : undefined,
    repliesTo: dice.chance(0.05) ? "somebody's" : "nothing",
    quotes: "nothing",
    // What is scheduled is not there to be pinned.
    pin: dice.chance(0.05) && kind !== "scheduled",
    schedule: kind === "scheduled" ? dice.pick([20 * MINUTE, 3 * HOUR, 4 * DAY, "2 hours", "10 minutes"]) : "",
    subject,
    key: isKeyed && kind !== "weekly" ? `post ${number}` : "",
    duplicateCheck: dice.chance(0.1) && kind !== "weekly" ? 10 * DAY : "rerun",
  };
  const runs = runsOf(dice, intent, isBeside);
  const isMatrix = dice.chance(0.3);
  const hasOtherEvents = runs.some(({ action }) => action !== "published");
  const hasMore = kind === "release" || (kind === "plain" && !intent.hasPoll);
  const steps = hasMore && dice.chance(0.5) ? stepsOf(dice, server, intent, { isMatrix, hasOtherEvents }) : [intent];
  const pause = kind === "weekly" ? 7 * DAY : dice.pick([MINUTE, HOUR, 2 * DAY]);
  return { id: 1000 + index, account: 0, steps, isMatrix, keepsOn: dice.chance(0.5), pause, runs };
}

const KINDS = ["plain", "plain", "release", "release", "media", "thread", "thread", "scheduled"] as const;

function textsOf(dice: Random, kind: Intent["kind"], number: number, subject: string): string[] {
  if (kind === "weekly") return ["Our weekly meeting is today, at six."];
  if (kind === "release") {
    return [`undici 7.${number}.0 is out\n\n- one fix\n- two *more* for @someone\n\n${subject}\n\n#nodejs #http`];
  }
  if (kind !== "thread") return [`Note ${number}: it's <done> & “good” #chaos`];
  const parts = dice.integer(2, 4);
  const isSame = dice.chance(0.3);
  return Array.from({ length: parts }, (_, part) =>
    isSame ? `Thread ${number}, a refrain` : `Thread ${number}, part ${part + 1}/${parts}`,
  );
}

/** A first run, perhaps another one beside it, and what people start again later. */
function runsOf(dice: Random, intent: Intent, isBeside: boolean): Delivery[] {
  // A workflow may hear of another event of a release alone.
  const isOther = intent.subject !== "" && !isBeside && dice.chance(0.4);
  const action: Delivery["action"] = isOther ? dice.pick(["released", "created"] as const) : "published";
  const first = deliveryOf(dice, { attempt: 1, action });
  const runs = [first];
  if (isBeside) {
    const beside = dice.pick([0, 0, 200, SECOND, 5 * SECOND, 20 * SECOND, 50 * SECOND]);
    runs.push(deliveryOf(dice, { attempt: 1, beside, action: "released" }));
  }
  const again = dice.pick([0, 1, 1, 1, 2, 3]);
  for (let attempt = 2; attempt < 2 + again; attempt += 1) {
    runs.push(
      deliveryOf(dice, {
        attempt,
        action,
        later: dice.pick(LATER),
        noise: dice.chance(0.15) ? dice.pick([3, 45, 90, 210]) : 0,
        isMended: intent.subject !== "" && dice.chance(0.3),
        github: dice.chance(0.9) ? "tells" : dice.pick(["refuses", "is silent"]),
      }),
    );
  }
  // At last the weather is fine, so that what can be posted must be.
  if (dice.chance(0.5)) {
    const calm = { attempt: again + 2, action, later: dice.pick(LATER), weather: CALM, timeout: 5 * MINUTE };
    runs.push(deliveryOf(dice, calm));
  }
  return runs;
}

const LATER = [MINUTE, 3 * MINUTE, 10 * MINUTE, 25 * MINUTE, 40 * MINUTE, 50 * MINUTE, 2 * HOUR, 9 * HOUR, DAY];

const TIMEOUTS = [
  20 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  5 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  3 * HOUR,
];

function deliveryOf(dice: Random, known: Partial<Delivery>): Delivery {
  return {
    beside: null,
    later: 0,
    attempt: 1,
    action: "published",
    timeout: dice.pick(TIMEOUTS),
    github: "tells",
    noise: 0,
    isMended: false,
    weather: weatherOf(dice),
    ...known,
  };
}

function weatherOf(dice: Random): Weather {
  if (dice.chance(0.15)) return CALM;
  const from = dice.pick([0, SECOND, 6 * SECOND, 30 * SECOND]);
  const outage = dice.chance(0.1) ? { from, to: from + dice.pick([3 * SECOND, 20 * SECOND, 90 * SECOND]) } : null;
  return { posts: dice.pick([0, 0.3, 0.6, 0.9]), others: dice.pick([0, 0, 0.1, 0.3, 0.7]), outage };
}
