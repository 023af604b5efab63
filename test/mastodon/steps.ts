import type { Client } from "../../src/mastodon/client.ts";
import { MastodonError } from "../../src/mastodon/error.ts";
import type { Look, Plan, Step, Steps } from "../../src/mastodon/plan.ts";
import { publish } from "../../src/mastodon/publish/publish.ts";
import { openSender, type Sender } from "../../src/mastodon/sender.ts";
import type { Published } from "../../src/mastodon/status.ts";
import { nothingYet, reduce } from "../../src/report/report.ts";

/** Fires for nobody. */
const never = new AbortController().signal;

/** The account of a run that nobody cancels. */
export function senderOf(client: Client): Sender {
  return openSender(client, never);
}

/** Goes through the steps of some work. @returns what comes of it */
export async function outcomeOf<Outcome>(
  steps: Steps<Outcome>,
  onStep: (step: Step) => void = () => {},
): Promise<Outcome> {
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
    onStep(value);
  }
}

/** A plan of one text that is about nothing, with some of it replaced. */
export function planWith(changes: Partial<Plan>): Plan {
  return {
    identity: ["run", "nodejs/undici", "1"],
    texts: ["Hello"],
    params: {},
    mentions: [],
    media: [],
    poll: null,
    scheduledAt: null,
    inReplyTo: "",
    quoted: "",
    quotesBy: ["quoted_status_id"],
    release: null,
    link: "",
    letsGoFirst: false,
    look: null,
    edit: null,
    pin: false,
    ...changes,
  };
}

/** A look back to this time, in milliseconds since 1970. */
export function lookSince(since: number): Look {
  return { since, why: "as the test says", orElse: "rely on key", keySince: since };
}

/** What became of a plan. */
export interface Carried {
  steps: Step[];
  /** By the number of the part. */
  published: Published[];
  /** Waits and retries. */
  lines: string[];
  /** What was in flight, each time that something was sent or became known; null for nothing. */
  inFlight: (string | null)[];
  /** What it failed with; null for nothing. */
  error: MastodonError | null;
}

/**
 * Publishes a plan, and collects what it tells on the way.
 *
 * @param signal cancels it
 * @throws whatever is no MastodonError
 */
export async function carryOut(
  client: Client,
  plan: Plan,
  { signal = never, onStep = () => {} }: { signal?: AbortSignal; onStep?: (step: Step) => void } = {},
): Promise<Carried> {
  const carried: Carried = { steps: [], published: [], lines: [], inFlight: [], error: null };
  let report = nothingYet;
  try {
    await outcomeOf(publish(client, plan, signal), (step) => {
      const before = report.inFlight;
      report = reduce(report, step);
      carried.steps.push(step);
      if (step.kind === "stored") carried.published[step.part] = step.status;
      if (step.kind === "sending" || before !== report.inFlight) carried.inFlight.push(report.inFlight);
      onStep(step);
    });
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    carried.error = error;
  }
  return { ...carried, lines: report.retries };
}
