import { watchCancellation } from "./action/cancellation.ts";
import { refuseSecrets, whySilent } from "./action/checks.ts";
import { readEnvironment } from "./action/environment.ts";
import { collectFacts } from "./action/facts.ts";
import { identityOf } from "./action/identity.ts";
import { collectInputs, InputError, readInputs, secretsOf } from "./action/inputs.ts";
import { lookWindow } from "./action/look-window.ts";
import { findMedia } from "./action/media-files.ts";
import { firstEventOf, releasedAt } from "./action/release.ts";
import { fail, log, logPlan, mask, succeed, warn } from "./action/report.ts";
import { broken, cancelled, nothingYet, planned, type Result } from "./action/result.ts";
import { refusedSchedule, resolveSchedule } from "./action/schedule.ts";
import { verifyAccount } from "./mastodon/account.ts";
import { type Client, openClient } from "./mastodon/client.ts";
import { diagnose } from "./mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "./mastodon/error.ts";
import { asFetch, openHttp } from "./mastodon/http.ts";
import { assumedLimits } from "./mastodon/limits/limits.ts";
import { pause } from "./mastodon/publish/retry.ts";
import { compose } from "./status/compose/compose.ts";
import { askLimits, attachedOf, refusedOf, remarksOf } from "./steps/check.ts";
import { deliver } from "./steps/deliver.ts";
import { render, textsOf } from "./steps/render.ts";

/** How long `released` and `prereleased` wait for the run of `published`, in milliseconds. */
const YIELD = 5000;

/** The action. Tests may wait for it. */
export default run();

/** The order of the work. */
async function run(): Promise<void> {
  let result = nothingYet;
  let client: Client | null = null;
  const cancellation = watchCancellation((onItsWay) => conclude(cancelled(result, onItsWay)));
  try {
    const raw = collectInputs();
    mask(secretsOf(raw));
    const environment = readEnvironment();
    mask(environment.secrets);
    const inputs = await readInputs(raw, environment);
    for (const remark of inputs.remarks) warn(remark);

    const silence = whySilent(inputs, environment);
    if (silence) return succeed({ ...result, result: "skipped", reason: silence });

    const http = openHttp({ proxies: environment.proxies, timeout: inputs.timeout });
    const { clock } = http;
    const fetch = asFetch(http);
    if (inputs.instanceUrl) client = openClient(inputs.instanceUrl, inputs.accessToken, http);

    const facts = await collectFacts(inputs, environment, fetch);
    const files = await findMedia(inputs.media, environment.folders);
    const post = await render(inputs, facts, files);
    refuseSecrets([...textsOf(post), JSON.stringify(inputs.data)], raw);
    const scheduledAt = resolveSchedule(post.scheduledAt, clock.now());

    const limits = await askLimits(client, inputs, post);
    const { maxCharacters: limit, counting } = limits ?? assumedLimits;
    const { spoilerText, guarded } = post;
    const { overflow, maxParts } = inputs;
    const plan = compose(post.drafts, { limit, counting, spoiler: spoilerText, overflow, maxParts });
    if (plan.parts.length === 0) {
      throw new Error("The text came to nothing: every value that the template names is empty. Nothing is posted.");
    }
    const attached = attachedOf(post, scheduledAt);
    result = planned(inputs, plan, { spoilerText, limit, limitAsked: limits !== null, guarded, attached });
    logPlan(result, inputs, facts);
    if (plan.tooLong) throw plan.tooLong;
    refuse(refusedOf(inputs, post, limits, result.parts.length));
    const texts = result.parts.map(({ text }) => text);
    for (const remark of remarksOf(inputs, post, texts)) warn(remark);

    if (inputs.dryRun || !client) {
      refuse(scheduledAt === null ? [] : [refusedSchedule(scheduledAt, clock.now())]);
      const account = client && inputs.accessToken ? await verifyAccount(client) : null;
      return succeed({ ...result, result: "dry-run", handle: account?.handle ?? "" });
    }

    const first = firstEventOf(environment);
    if (first) {
      log(`Waiting ${YIELD / 1000} s: the event \`${first}\` of this release announces it too, and goes first.`);
      await pause(clock, YIELD);
    }
    const lookBack = await lookWindow(inputs, environment, clock.now(), fetch);
    const { poll, mediaHashes, idempotencyKey } = post;
    const { step } = environment;
    const identity = identityOf({ facts, step, idempotencyKey, texts, spoilerText, poll, mediaHashes });
    const subjectUrl = facts.release?.html_url ?? "";
    const subjectTime = facts.release && releasedAt(facts.release);
    await deliver(
      { client, inputs, post, texts, scheduledAt, identity, subjectUrl, subjectTime, lookBack },
      {
        result: () => result,
        advance(next) {
          result = next;
        },
        ...cancellation,
      },
    );
    succeed(result);
  } catch (error) {
    await failWith(error, result, client);
  } finally {
    cancellation.stop();
  }
}

/** Ends the run where there is something to refuse: all of it at once. */
function refuse(problems: readonly (string | null)[]): void {
  const real = problems.filter((problem) => problem !== null);
  if (real.length > 0) throw new InputError(real);
}

function conclude(result: Result): void {
  if (["posted", "scheduled", "edited", "duplicate"].includes(result.result)) succeed(result);
  else fail(result, [result.reason], "");
}

async function failWith(error: unknown, result: Result, client: Client | null): Promise<void> {
  if (error instanceof MastodonError && client) {
    const characters = result.parts.find(({ id }) => id === "")?.characters;
    const { message, failure, outcome } = await diagnose(error, client, { characters });
    const wasPosting = ["POST", "PUT"].includes(failure.method) ? outcome : "not done";
    const response = failure.answer?.text ?? "";
    const ended = broken(result, message, wasPosting, response);
    return fail(ended, [ended.reason], response);
  }
  const problems = error instanceof Error ? error.message.split("\n") : [String(error)];
  // A fault of our own: its trace is what a report of it needs.
  const trace = error instanceof TypeError || error instanceof RangeError ? (error.stack ?? "") : "";
  fail(broken(result, problems.join("\n"), "not done", ""), problems, trace);
}
