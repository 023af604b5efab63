import { AsyncLocalStorage } from "node:async_hooks";
import type { Inputs } from "../../src/inputs/inputs.ts";
import type { Upload } from "../../src/mastodon/media/upload.ts";
import type { Post } from "../../src/plan/render.ts";
import type { Report } from "../../src/report/report.ts";
import { mp4, png } from "../instance/files.ts";
import { profiles } from "../instance/profiles.ts";
import { createInstance, type PracticeInstance } from "../instance/server.ts";
import { timeout, type VirtualTime, virtualTime } from "../mastodon/virtual-clock.ts";
import type { Product } from "./product.ts";
import { random, seedOf } from "./random.ts";
import { type Made, openWire, type Place, type Wire } from "./wire.ts";
import { type Delivery, type Intent, type Job, type Scopes, type Target, type World, worldOf } from "./world.ts";

/** What became of one run of the action. */
export interface Told {
  job: Job;
  intent: Intent;
  delivery: Delivery;
  start: number;
  end: number;
  report: Report;
  error: unknown;
  log: string;
  wire: Wire;
  /** Id of the status that it posted or found; empty for none. */
  id: string;
  /** All that its intent had made by the end of it. */
  made: Made[];
  /** Requests sent, and what was under way, when it ended. */
  sent: number;
  open: number;
}

/** All that happened in one world. */
export interface History {
  world: World;
  told: Told[];
  /** Statuses and schedule entries that the server has and nobody accounts for. */
  strays: number;
  secrets: string[];
}

const ORIGIN = "https://practice.example";
const GITHUB_TOKEN = "ghs_chaos0github0token";
const SECOND = 1000;

/** How long the action waits for the GitHub API to tell when the run began. Milliseconds. */
const GITHUB_LIMIT = 10 * SECOND;

/** How long a server with a lock may keep a second request waiting for it, and others may work. Milliseconds. */
const LONGEST = { locked: 49 * SECOND, free: 59 * SECOND };

const speaker = new AsyncLocalStorage<string[]>();

/** Plays one world, in virtual time, with the product itself. The same seed plays the same. */
export async function play(product: Product, seed: number, run: number): Promise<History> {
  const world = worldOf(seed, run);
  const time = virtualTime();
  const jitter = random(seedOf(seed, run, 2));
  const real = { random: Math.random, now: Date.now, write: process.stdout.write };
  Math.random = jitter.next;
  Date.now = () => time.now();
  process.stdout.write = ((chunk: string | Uint8Array, ...more: never[]) => {
    const lines = speaker.getStore();
    if (lines) lines.push(String(chunk));
    else real.write.call(process.stdout, chunk, ...more);
    return true;
  }) as typeof process.stdout.write;
  try {
    return await live(product, world, time, random(seedOf(seed, run, 1)));
  } finally {
    Math.random = real.random;
    Date.now = real.now;
    process.stdout.write = real.write;
  }
}

async function live(product: Product, world: World, time: VirtualTime, dice: Place["dice"]): Promise<History> {
  const profile = profiles[world.server];
  const { idempotency } = profile;
  const instance = createInstance(ORIGIN, {
    profile,
    others: ["someone"],
    now: () => new Date(time.now() + world.skew),
    sleep: (milliseconds, signal) => time.sleep(milliseconds, signal),
  });
  const names = world.accounts.map((_, index) => (index === 0 ? "poster" : `poster${index + 1}`));
  const tokens = world.accounts.map((scopes, index) =>
    instance.createToken({ username: names[index]!, ...scopesOf(scopes, world.server) }),
  );
  const isLocked = idempotency.kind === "made" && idempotency.lockSeconds !== null;
  const { skew, tellsTime } = world;
  const longest = isLocked ? LONGEST.locked : LONGEST.free;
  const place: Place = { time, instance, dice, skew, tellsTime, longest, known: new Set() };
  const told: Told[] = [];
  let others = 0;

  for (const [number, job] of world.jobs.entries()) {
    const { steps, account } = job;
    if (steps[0]!.kind === "weekly" && number === 0) others += publishBefore(instance, time, steps[0]!);
    await time.sleep(job.pause);
    const isTied = steps.some(({ repliesTo, quotes }) => [repliesTo, quotes].includes("somebody's"));
    const somebodys = isTied ? instance.publish("A question", { username: "someone" }).id : "";
    const begin = time.now();
    const wires = new Map<Intent, Wire[]>(steps.map((step) => [step, []]));
    const underWay: Promise<unknown>[] = [];
    for (const delivery of job.runs) {
      if (delivery.beside !== null) await time.sleep(delivery.beside);
      else {
        await Promise.all(underWay.splice(0));
        await time.sleep(delivery.later);
      }
      others += publishNoise(instance, delivery.noise, names[account]!);
      if (delivery.isMended && profiles[world.server].features.edits.history)
        mend(instance, [...wires.values()].flat(), new Date(time.now()));
      underWay.push(runJob({ world, job, delivery, begin, token: tokens[account]!, somebodys }, wires));
    }
    await Promise.all(underWay);
    // What was sent last is off everybody's hands.
    await time.sleep(2 * 60 * SECOND);
  }

  /** All steps of one run of a job, each on a line of its own. */
  async function runJob(run: Omit<Run, "intent" | "targets">, wires: Map<Intent, Wire[]>): Promise<void> {
    const { job, delivery, somebodys } = run;
    const first = job.steps[0]!;
    const play = async (intent: Intent, firsts: string): Promise<Told> => {
      const wire = openWire(place, delivery.weather, delivery.timeout);
      wires.get(intent)!.push(wire);
      const targets = { nothing: "", "somebody's": somebodys, "the first step's": firsts };
      const done = await deliverOnce(product, { ...run, intent, targets }, wire);
      const made = wires.get(intent)!.flatMap((each) => each.made);
      const one = { ...done, made, sent: wire.seen.length, open: wire.open() };
      told.push(one);
      return one;
    };
    if (job.isMatrix) {
      await Promise.all(job.steps.map((step) => play(step, "")));
      return;
    }
    let { id, report } = await play(first, "");
    for (const step of job.steps.slice(1)) {
      const isRed = ["failed", "unknown", "partial"].includes(report.result);
      if (isRed && !job.keepsOn) return;
      // A template that has nothing to name its target by ends before anything is sent.
      const isLost = [step.repliesTo, step.quotes].includes("the first step's") && id === "";
      if (!isLost) ({ report } = await play(step, id));
    }
  }

  const stored = names.flatMap((name) => [...instance.published(name), ...instance.scheduled(name)]).length;
  const strays = stored - others - place.known.size;
  await instance.close();
  return { world, told, strays, secrets: [...tokens, GITHUB_TOKEN] };
}

/** The posts of the weeks before, word by word the same. */
function publishBefore(instance: PracticeInstance, time: VirtualTime, { texts }: Intent): number {
  for (let week = 3; week > 0; week -= 1) {
    instance.publish(texts[0]!, { createdAt: new Date(time.now() - (week - 1) * 7 * 86_400_000 - 60_000) });
  }
  return 3;
}

function publishNoise(instance: PracticeInstance, count: number, username: string): number {
  if (count === 0) return 0;
  const first = instance.publish("Other news", { username, visibility: "public" });
  instance.publish("", { username, reblogOfId: first.id });
  for (let more = 2; more < count; more += 1)
    instance.publish(`Other news ${more}`, { username, visibility: "public" });
  return Math.max(2, count);
}

/** Somebody mends a typo in what is up already. Without a history nobody could know it again, so there nobody does. */
function mend(instance: PracticeInstance, wires: Wire[], at: Date): void {
  const ids = new Set(wires.flatMap(({ made }) => made.map(({ id }) => id)));
  for (const name of ["poster", "poster2"]) {
    for (const status of instance.published(name)) {
      if (!ids.has(status.id) || status.inReplyTo !== null || status.edits.length > 0) continue;
      const { text, spoilerText, sensitive, media, poll, createdAt } = status;
      if (!text.includes("is out")) continue;
      const before = { text, spoilerText, sensitive, media, poll, at: createdAt };
      status.text = text.replace("is out", "is out now");
      status.editedAt = at;
      status.edits.push(before, { ...before, text: status.text, at });
    }
  }
}

function scopesOf(scopes: Scopes, server: World["server"]): { scopes?: string[] } {
  if (scopes === "usual") return {};
  if (scopes === "all") return { scopes: ["read", "write", "profile"] };
  // Some know whole words alone.
  const isCoarse = ["pixelfed", "mitra", "takahe"].includes(server);
  return { scopes: isCoarse ? ["write"] : ["write:statuses", "write:media"] };
}

interface Run {
  world: World;
  job: Job;
  intent: Intent;
  delivery: Delivery;
  /** When the first run of the job began, in milliseconds since 1970. */
  begin: number;
  /** Id of what somebody else wrote; empty where nobody is asked. */
  somebodys: string;
  /** Ids of what it may reply to or quote. */
  targets: Record<Target, string>;
  token: string;
}

/** Fires for nobody. */
const never = new AbortController().signal;

/** One run of the action from the limits on, in the order of main.ts. */
async function deliverOnce(product: Product, run: Run, wire: Wire): Promise<Omit<Told, "made" | "sent" | "open">> {
  const { job, intent, delivery, begin, token } = run;
  const { clock } = wire.http;
  const start = clock.now();
  const log: string[] = [];
  const client = product.openClient(ORIGIN, token, wire.http);
  const inputs = inputsOf(run);
  const post = postOf(product, run, clock.now());
  const { texts } = intent;
  let report = product.nothingYet;
  let error: unknown = null;
  await speaker.run(log, async () => {
    try {
      const { environment, facts, fetch } = circumstancesOf(product, run);
      const { limits } = await product.limitsAsker(client)(post, inputs);
      const planned = product.planOf(inputs, environment, facts, post, texts, clock.now());
      const plan = limits?.quotesBy ? { ...planned, quotesBy: [limits.quotesBy] } : planned;
      const composed = { parts: texts.map((text) => ({ text, characters: text.length })), cuts: [], tooLong: null };
      report = product.planned(plan, composed, inputs, { limit: 500, limitAsked: false, guarded: [] });
      const refused = product.refusedOf(plan, limits);
      if (refused.length > 0) throw new product.InputError(refused);
      const created = () => product.runCreatedAt(environment, GITHUB_TOKEN, fetch);
      const ready = await product.withLook(plan, inputs, environment, facts, clock.now(), created);
      for await (const step of product.publish(client, ready, never)) {
        report = product.reduce(report, step);
        product.logStep(step, ORIGIN, texts.length);
      }
    } catch (thrown) {
      error = thrown;
      report = await ending(product, thrown, report, client);
    }
  });
  const id = report.parts[0]?.id ?? "";
  return { job, intent, delivery, start, end: clock.now(), report, error, log: log.join(""), wire, id };

  function circumstancesOf({ readEnvironment, describeRelease }: Product, { job, intent, delivery }: Run) {
    const isRelease = intent.subject !== "";
    const bare = readEnvironment({
      GITHUB_REPOSITORY: "nodejs/undici",
      GITHUB_RUN_ID: String(job.id),
      GITHUB_JOB: "release",
      // The legs of a matrix are the same step.
      GITHUB_ACTION: job.isMatrix ? "announce" : `announce_${job.steps.indexOf(intent)}`,
      GITHUB_REF: isRelease ? "refs/tags/v7" : "refs/heads/main",
      GITHUB_RUN_ATTEMPT: String(delivery.attempt),
      GITHUB_EVENT_NAME: isRelease ? "release" : "schedule",
    });
    const release = isRelease
      ? {
          id: Number(/\d+(?=\.0$)/.exec(intent.subject)),
          tag_name: "v7",
          html_url: intent.subject,
          published_at: new Date(begin - 20 * SECOND).toISOString(),
        }
      : null;
    const environment = { ...bare, event: release ? { action: delivery.action, release } : {} };
    const { event, github } = environment;
    const facts = {
      event,
      github: { ...github, event },
      release: release && describeRelease(release, "undici"),
      repository: null,
      data: null,
      entry: null,
      feed: null,
    };
    const fetch: typeof globalThis.fetch = async () => {
      if (delivery.github === "tells") return Response.json({ created_at: new Date(begin - 5 * SECOND).toISOString() });
      if (delivery.github === "refuses") return Response.json({ message: "Resource not accessible" }, { status: 403 });
      await clock.wait(GITHUB_LIMIT);
      throw timeout();
    };
    return { environment, facts, fetch };
  }
}

/** How main.ts tells of a run that failed. */
async function ending(
  { MastodonError, explain, failed }: Product,
  error: unknown,
  report: Report,
  client: Parameters<Product["explain"]>[1],
): Promise<Report> {
  if (!(error instanceof MastodonError)) {
    return failed(report, (error as Error).message, report.inFlight === null ? "not done" : "unknown");
  }
  const { message, failure, outcome } = await explain(error, client, report);
  const wasPosting = ["POST", "PUT"].includes(failure.method) ? outcome : "not done";
  return failed(report, message, wasPosting, failure.answer?.text ?? "");
}

function inputsOf({ intent, delivery, token }: Run): Inputs {
  return {
    instanceUrl: ORIGIN,
    accessToken: token,
    status: { source: "", from: "status", isTemplate: true },
    data: null,
    list: null,
    feed: null,
    link: "",
    waitForLink: false,
    maxPosts: 5,
    maxAge: 604_800_000,
    releaseTag: "event",
    githubToken: GITHUB_TOKEN,
    contentType: "text/plain",
    spoilerText: intent.spoiler,
    visibility: intent.visibility,
    language: intent.language,
    sensitive: undefined,
    media: [],
    poll: null,
    scheduledAt: "",
    inReplyToId: "",
    quotedStatusId: "",
    editStatusId: "",
    quoteApprovalPolicy: undefined,
    pin: intent.pin,
    overflow: "truncate",
    maxParts: 10,
    mentions: "template",
    duplicateCheck: intent.duplicateCheck,
    idempotencyKey: intent.key,
    onMissingToken: "fail",
    dryRun: false,
    timeout: delivery.timeout,
    skip: null,
    templates: {},
    rehearsal: "",
    files: null,
    remarks: [],
  };
}

function postOf({ resolveSchedule }: Product, { intent, begin, targets }: Run, now: number): Post {
  const { schedule } = intent;
  return {
    drafts: [],
    mayMention: new Set(),
    mentions: [],
    guarded: [],
    printsNow: false,
    spoilerText: intent.spoiler,
    media: intent.media.map(uploadOf),
    mediaHashes: intent.media.map((kind, index) => `${kind}-${index}`),
    poll: intent.hasPoll ? { options: ["Yes", "No"], expires_in: 3600, multiple: false, hide_totals: false } : null,
    schedule: typeof schedule === "number" ? new Date(begin + schedule).toISOString() : schedule,
    scheduledAt: typeof schedule === "number" ? begin + schedule : resolveSchedule(schedule, now),
    inReplyTo: targets[intent.repliesTo],
    quoted: targets[intent.quotes],
    editStatusId: "",
    idempotencyKey: intent.key,
    remarks: [],
  };
}

function uploadOf(kind: "png" | "mp4", index: number): Upload {
  // Sharkey knows a file by its bytes.
  const { name, type, bytes } = kind === "png" ? png(2 + index) : mp4();
  return {
    label: `${index}-${name}`,
    file: {
      filename: name,
      type,
      size: bytes.length,
      async *read() {
        yield bytes;
      },
    },
    description: "A picture",
    focus: "",
    thumbnail: null,
  };
}
