import { collectInputs, InputError, readInputs, secretsOf } from "./inputs/inputs.ts";
import { findMedia } from "./inputs/media-files.ts";
import { type Client, openClient } from "./mastodon/client.ts";
import { asFetch, type OpenHttp, openHttp } from "./mastodon/http.ts";
import { assumedLimits } from "./mastodon/limits.ts";
import { masked } from "./mastodon/masking.ts";
import { publish } from "./mastodon/publish/publish.ts";
import { askLimits, refusedOf, refuseSecrets, rehearse, remarksOn, whySilent } from "./plan/check.ts";
import { guardPost } from "./plan/guard.ts";
import { lookWindow, planOf } from "./plan/plan.ts";
import { render, textsOf } from "./plan/render.ts";
import { concludeFailure, watchCancellation } from "./report/ending.ts";
import { conclude, logCancelled, logPlan, logStep, mask, openLog, warn } from "./report/log.ts";
import { cancelled, nothingYet, planned, reduce } from "./report/report.ts";
import { readEnvironment } from "./sources/environment.ts";
import { collectFacts } from "./sources/facts.ts";
import { compose } from "./status/compose/compose.ts";

/** The order of the work. */
export async function run(): Promise<void> {
  openLog();
  let report = nothingYet;
  const { signal, stop } = watchCancellation();
  signal.addEventListener("abort", () => logCancelled(report));
  let client: Client | null = null;
  let connections: OpenHttp | null = null;
  try {
    const raw = collectInputs();
    mask(secretsOf(raw));
    const environment = readEnvironment();
    mask(environment.secrets);
    const inputs = await readInputs(raw, environment);
    warn(...inputs.remarks);

    const silence = whySilent(inputs, environment);
    if (silence) return conclude({ ...report, result: "skipped", reason: silence });

    const { proxies } = environment;
    connections = openHttp({ proxies, timeout: inputs.timeout });
    const http = masked(connections, new Set(secretsOf(raw)));
    const { clock } = http;
    const fetch = asFetch(http.within(signal));
    if (inputs.instanceUrl) client = openClient(inputs.instanceUrl, inputs.accessToken, http);
    const asking = client?.within(signal) ?? null;

    const facts = await collectFacts(inputs, environment, fetch);
    const files = await findMedia(inputs.media, environment.folders);
    const rendered = guardPost(await render(inputs, facts, files, clock.now()), inputs.mentions);
    warn(...rendered.remarks);
    refuseSecrets([...textsOf(rendered), JSON.stringify(inputs.data)], raw);

    const { limits, isAsked } = await askLimits(asking, inputs, rendered);
    const post = limits?.mentionsInWords ? guardPost(rendered, inputs.mentions, true) : rendered;
    const { maxCharacters: limit, counting } = limits ?? assumedLimits;
    if (isAsked && !limits) {
      warn(`${inputs.instanceUrl} did not say how long a status may be, so ${limit} characters are assumed.`);
    }
    const { overflow, maxParts } = inputs;
    const mayBeEmpty = post.media.length > 0;
    const spoiler = post.spoilerText;
    const composed = await compose(post.drafts, { limit, counting, spoiler, mayBeEmpty, overflow, maxParts });
    if (composed.parts.length === 0) {
      throw new Error("The text is empty: every value that the template uses is empty here. Nothing is posted.");
    }
    const texts = composed.parts.map(({ text }) => text);
    const plan = planOf(inputs, environment, facts, post, texts, clock.now());
    report = planned(plan, composed, inputs, { limit, limitAsked: limits !== null, guarded: post.guarded });
    logPlan(report, inputs, facts);
    if (composed.tooLong) throw composed.tooLong;
    const refused = refusedOf(plan, limits);
    if (refused.length > 0) throw new InputError(refused);
    warn(...remarksOn(plan, limits));

    if (inputs.dryRun || !client) {
      const { handle, remarks } = await rehearse(inputs.accessToken ? asking : null, plan, clock.now());
      warn(...remarks);
      return conclude({ ...report, result: "dry-run", handle });
    }

    const look = await lookWindow(inputs, environment, clock.now(), fetch);
    signal.throwIfAborted();
    const quotesBy = limits?.quotesBy ?? plan.quotesBy;
    for await (const step of publish(client, { ...plan, look, quotesBy }, signal)) {
      report = reduce(report, step);
      logStep(step, inputs.instanceUrl, texts.length);
    }
    conclude(signal.aborted ? cancelled(report) : report);
  } catch (error) {
    await concludeFailure(error, report, client, signal);
  } finally {
    connections?.close();
    stop();
  }
}
