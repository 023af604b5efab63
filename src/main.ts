import { watchCancellation } from "./action/cancellation.ts";
import { refuseSecrets, whySilent } from "./action/checks.ts";
import { readEnvironment } from "./action/environment.ts";
import { collectFacts } from "./action/facts.ts";
import { identityOf } from "./action/identity.ts";
import { collectInputs, readInputs, secretsOf } from "./action/inputs.ts";
import { lookWindow } from "./action/look-window.ts";
import { firstEventOf, releasedAt } from "./action/release.ts";
import { fail, log, logPlan, mask, openLog, succeed, warn } from "./action/report.ts";
import { broken, cancelled, nothingYet, planned, type Result } from "./action/result.ts";
import { type Client, openClient } from "./mastodon/client.ts";
import { pause } from "./mastodon/clock.ts";
import { MastodonError } from "./mastodon/error.ts";
import { asFetch, openHttp } from "./mastodon/http.ts";
import { assumedLimits } from "./mastodon/limits/limits.ts";
import { compose } from "./status/compose/compose.ts";
import { attachedTo, check, filesOf, timeOf } from "./steps/beyond-text.ts";
import { deliver } from "./steps/deliver.ts";
import { askLimits } from "./steps/limits.ts";
import { render, textsOf } from "./steps/render.ts";

/** How long `released` and `prereleased` wait for the run of `published`, in milliseconds. */
const YIELD = 5000;

/** The order of the work. */
export async function run(): Promise<void> {
  openLog();
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
    const files = await filesOf(inputs, environment);
    const post = await render(inputs, facts, files);
    refuseSecrets([...textsOf(post), JSON.stringify(inputs.data)], raw);
    const scheduledAt = await timeOf(post, clock.now());

    const limits = await askLimits(client, inputs, post);
    const { maxCharacters: limit, counting } = limits ?? assumedLimits;
    const { spoilerText, guarded } = post;
    const { overflow, maxParts } = inputs;
    const plan = await compose(post.drafts, { limit, counting, spoiler: spoilerText, overflow, maxParts });
    if (plan.parts.length === 0) {
      throw new Error("The text came to nothing: every value that the template names is empty. Nothing is posted.");
    }
    const attached = await attachedTo(post, scheduledAt);
    result = planned(inputs, plan, { spoilerText, limit, limitAsked: limits !== null, guarded, attached });
    logPlan(result, inputs, facts);
    if (plan.tooLong) throw plan.tooLong;
    const texts = result.parts.map(({ text }) => text);
    await check(inputs, post, limits, texts);

    if (inputs.dryRun || !client) {
      const { rehearse } = await import("./steps/rehearse.ts");
      const handle = await rehearse(inputs.accessToken ? client : null, scheduledAt, clock.now());
      return succeed({ ...result, result: "dry-run", handle });
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
    await failWith(error, result, client, cancellation.onItsWay());
  } finally {
    cancellation.stop();
  }
}

function conclude(result: Result): void {
  if (["posted", "scheduled", "edited", "duplicate"].includes(result.result)) succeed(result);
  else fail(result, [result.reason], "");
}

async function failWith(error: unknown, result: Result, client: Client | null, onItsWay: string | null): Promise<void> {
  if (error instanceof MastodonError && client) {
    const characters = result.parts.find(({ id }) => id === "")?.characters;
    const { message, failure, outcome } = await explained(error, client, { characters });
    const wasPosting = ["POST", "PUT"].includes(failure.method) ? outcome : "not done";
    const response = failure.answer?.text ?? "";
    const ended = broken(result, message, wasPosting, response);
    return fail(ended, [ended.reason], response);
  }
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  // What is wrong with the inputs is one line each. Of a fault of our own, a report needs the trace, too.
  const isLost = /MODULE_NOT_FOUND/.test(String((error as NodeJS.ErrnoException)?.code));
  const isFault = error instanceof TypeError || error instanceof RangeError || isLost;
  const problems = isFault ? message.split("\n", 1) : message.split("\n");
  // What such a fault leaves on its way may arrive.
  const ended = broken(result, problems.join("\n"), onItsWay === null ? "not done" : "unknown", "");
  fail(ended, onItsWay === null ? problems : [ended.reason], isFault ? stack : "");
}

/** The same error with its likely cause and a cure. */
async function explained(error: MastodonError, client: Client, known: { characters: number | undefined }) {
  try {
    const { diagnose } = await import("./mastodon/diagnosis/diagnose.ts");
    return await diagnose(error, client, known);
  } catch {
    // A fault in explaining must not hide what is to be explained.
    return error;
  }
}
