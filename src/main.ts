import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { refuseSecrets, remarksOnFacts, whySilent } from "./action/checks.ts";
import { readEnvironment } from "./action/environment.ts";
import { collectFacts, type Facts, freeTexts } from "./action/facts.ts";
import { identityOf } from "./action/identity.ts";
import { collectInputs, InputError, type Inputs, readInputs, secretsOf } from "./action/inputs.ts";
import { firstEventOf } from "./action/release.ts";
import { fail, log, logPlan, logPosted, mask, succeed, warn } from "./action/report.ts";
import { added, broken, nothingYet, planned, type Result } from "./action/result.ts";
import { verifyAccount } from "./mastodon/account.ts";
import { type Client, openClient } from "./mastodon/client.ts";
import { diagnose } from "./mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "./mastodon/error.ts";
import { asFetch, openHttp } from "./mastodon/http.ts";
import { readInstance } from "./mastodon/instance.ts";
import { keyOf } from "./mastodon/key.ts";
import { assumedLimits, type Limits, limitsOf } from "./mastodon/limits.ts";
import { publishThread, type StatusParams } from "./mastodon/publish.ts";
import { compose } from "./status/compose/compose.ts";
import type { Draft } from "./status/draft.ts";
import { findMentions } from "./status/length/entities.ts";
import { countCharacters } from "./status/length/length.ts";
import { renderLine, renderStatus } from "./status/template/template.ts";

/** How long `released` and `prereleased` wait for the run of `published`, in milliseconds. */
const YIELD = 5000;

/** The action. Tests may wait for it. */
export default run();

/** The order of the work. */
async function run(): Promise<void> {
  let result = nothingYet;
  let client: Client | null = null;
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
    if (inputs.instanceUrl) client = openClient(inputs.instanceUrl, inputs.accessToken, http);
    const facts = await collectFacts(inputs, environment, asFetch(http));

    const { drafts, guarded, spoilerText, idempotencyKey } = await render(inputs, facts);
    refuseSecrets([...drafts.map(({ text }) => text), spoilerText, idempotencyKey, JSON.stringify(inputs.data)], raw);

    const limits = await askLimits(client, inputs, drafts, spoilerText);
    const { maxCharacters: limit, counting } = limits ?? assumedLimits;
    const known = { spoilerText, limit, limitAsked: limits !== null, guarded };
    const { overflow, maxParts } = inputs;
    const plan = compose(drafts, { limit, counting, spoiler: spoilerText, overflow, maxParts });
    if (plan.parts.length === 0) {
      throw new Error("The text came to nothing: every value that the template names is empty. Nothing is posted.");
    }
    result = planned(inputs, plan, known);
    logPlan(result, inputs, facts);
    if (plan.tooLong) throw plan.tooLong;
    const texts = result.parts.map(({ text }) => text);
    if (inputs.visibility === "direct" && !texts.some((text) => findMentions(text).length > 0)) {
      warn("`direct` reaches only those who are mentioned, and this text mentions nobody.");
    }

    if (inputs.dryRun || !client) {
      const account = client && inputs.accessToken ? await verifyAccount(client) : null;
      return succeed({ ...result, result: "dry-run", handle: account?.handle ?? "" });
    }
    const first = firstEventOf(environment);
    if (first) {
      log(`Waiting ${YIELD / 1000} s: the event \`${first}\` of this release announces it too, and goes first.`);
      await wait(Math.min(YIELD, inputs.timeout));
    }
    const identity = identityOf({ facts, step: environment.step, idempotencyKey, texts, spoilerText });
    await publishThread(client, paramsOf(inputs, spoilerText), texts, {
      keyOfPart: (part) => keyOf(inputs.accessToken, inputs.instanceUrl, identity, part, 0),
      onPublished(published, part) {
        result = added(result, published, part);
        logPosted(inputs.instanceUrl, published, part, texts.length);
      },
    });
    succeed(result);
  } catch (error) {
    await failWith(error, result, client);
  }
}

async function render(inputs: Inputs, facts: Facts) {
  const options = { facts: { ...facts }, locale: inputs.language, freeTexts: freeTexts(facts) };
  const { status, mentions, spoilerText, idempotencyKey } = inputs;
  const rendered = await renderStatus(
    { source: status.source, isTemplate: status.isTemplate, name: `\`${status.from}\`` },
    {
      ...options,
      // Only the workflow file can paste: nobody fills a `${{ }}` into the default or into a file.
      freeTexts: status.from === "status" ? options.freeTexts : new Map(),
      mentions,
      nonce: randomUUID().replaceAll("-", ""),
    },
  );
  for (const remark of [...remarksOnFacts(inputs, facts), ...rendered.remarks]) warn(remark);
  const key = await renderLine(idempotencyKey, "`idempotency-key`", options);
  if (idempotencyKey !== "" && key === "") {
    throw new Error(
      "`idempotency-key` came to nothing, so posts that differ would share it. Name values that this run has.",
    );
  }
  const spoiler = await renderLine(spoilerText, "`spoiler-text`", options);
  return { ...rendered, spoilerText: spoiler, idempotencyKey: key };
}

/** Asks the instance for its limits, only where they matter: a plain post costs one request. */
async function askLimits(
  client: Client | null,
  inputs: Inputs,
  drafts: Draft[],
  spoiler: string,
): Promise<Limits | null> {
  const { maxCharacters, counting } = assumedLimits;
  const isLong = drafts.some(({ text }) => countCharacters(text, spoiler, counting) > maxCharacters);
  if (!client || !(isLong || inputs.dryRun)) return null;
  const document = await readInstance(client);
  if (document) return limitsOf(document);
  warn(`${client.origin} did not say how long a status may be, so ${maxCharacters} characters are assumed.`);
  return null;
}

function paramsOf({ visibility, language, sensitive }: Inputs, spoilerText: string): Omit<StatusParams, "status"> {
  return {
    ...(spoilerText === "" ? {} : { spoiler_text: spoilerText }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(language === undefined ? {} : { language }),
    ...(sensitive === undefined ? {} : { sensitive }),
  };
}

async function failWith(error: unknown, result: Result, client: Client | null): Promise<void> {
  if (error instanceof MastodonError && client) {
    const characters = result.parts.find(({ id }) => id === "")?.characters;
    const { message, failure, outcome } = await diagnose(error, client, { characters });
    const wasPosting = failure.method === "POST" ? outcome : "not done";
    const response = failure.answer?.text ?? "";
    const ended = broken(result, message, wasPosting, response);
    return fail(ended, [ended.reason], response);
  }
  const problems =
    error instanceof InputError ? error.problems : [error instanceof Error ? error.message : String(error)];
  // A fault of our own: its trace is what a report of it needs.
  const trace = error instanceof TypeError || error instanceof RangeError ? (error.stack ?? "") : "";
  fail(broken(result, problems.join("\n"), "not done", ""), problems, trace);
}
