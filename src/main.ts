import { collectInputs, InputError, readInputs, secretsOf } from "./inputs/inputs.ts";
import { findMedia } from "./inputs/media-files.ts";
import { type Client, openClient } from "./mastodon/client.ts";
import { asFetch, type OpenHttp, openHttp } from "./mastodon/http.ts";
import { masked } from "./mastodon/masking.ts";
import type { Plan } from "./mastodon/plan.ts";
import { publish } from "./mastodon/publish/publish.ts";
import { limitsAsker, refusedTogether, rehearse, whySilent } from "./plan/check.ts";
import { withLook } from "./plan/plan.ts";
import { prepare } from "./plan/prepare.ts";
import { endedBy, endOverdue, endsAll, notTried, overdue, watchCancellation } from "./report/ending.ts";
import { conclude, logCancelled, logEntry, logPlan, logStep, mask, openLog, warn } from "./report/log.ts";
import { cancelled, nothingYet, planned, type Report, reduce } from "./report/report.ts";
import { readEnvironment } from "./sources/environment.ts";
import { collectFacts, type Facts, subjectsOf } from "./sources/facts.ts";
import { runCreatedAt } from "./sources/github.ts";

/** One post on its way: what it is about, what is decided, and what has become of it. */
interface Post {
  facts: Facts;
  /** Null until all is decided. */
  plan: Plan | null;
  report: Report;
}

/** The order of the work. A run makes one post, or several: each goes the same way, and has its own outcome. */
export async function run(): Promise<void> {
  openLog();
  const { signal, stop } = watchCancellation();
  let client: Client | null = null;
  let connections: OpenHttp | null = null;
  let endsInTime = () => {};
  let reports = (): Report[] => [nothingYet];
  let current = nothingYet;
  signal.addEventListener("abort", () => logCancelled(current));
  const endWith = (report: Report) => conclude({ posts: [report], isSeveral: false, nothing: "" });
  try {
    const raw = collectInputs();
    mask(secretsOf(raw));
    const environment = readEnvironment();
    mask(environment.secrets);
    const inputs = await readInputs(raw, environment);
    warn(...inputs.remarks);

    const silence = whySilent(inputs, environment);
    if (silence) return endWith({ ...nothingYet, result: "skipped", reason: silence });

    const { proxies } = environment;
    const isSeveral = inputs.list !== null;
    endsInTime = endOverdue(inputs.timeout, () => conclude({ posts: reports().map(overdue), isSeveral, nothing: "" }));
    connections = openHttp({ proxies, timeout: inputs.timeout });
    const http = masked(connections, new Set(secretsOf(raw)));
    const { clock } = http;
    const fetch = asFetch(http.within(signal));
    if (inputs.instanceUrl) client = openClient(inputs.instanceUrl, inputs.accessToken, http);
    const asking = client?.within(signal) ?? null;

    const subjects = subjectsOf(await collectFacts(inputs, environment, fetch), inputs.list);
    const posts: Post[] = subjects.map(({ facts, name }) => ({
      facts,
      plan: null,
      report: { ...nothingYet, entry: name },
    }));
    reports = () => posts.map(({ report }) => report);
    let isOver = false;

    /** Goes a part of the way with each post; what ends one of them does not end the others, unless it would. */
    const forEach = async (some: Post[], go: (post: Post) => Promise<void>) => {
      for (const post of some) {
        current = post.report;
        if (isOver) {
          post.report = signal.aborted ? cancelled(post.report) : notTried(post.report);
          continue;
        }
        if (isSeveral) logEntry(post.report, posts.indexOf(post), posts.length);
        try {
          await go(post);
          isOver = signal.aborted;
        } catch (error) {
          post.plan = null;
          post.report = await endedBy(error, post.report, client, signal);
          isOver = endsAll(error, post.report, signal);
        }
      }
    };

    const files = await findMedia(inputs.media, environment.folders, () => clock.left());
    const common = { inputs, raw, environment, files, askLimits: limitsAsker(asking, inputs), now: clock.now };
    await forEach(posts, async (post) => {
      const prepared = await prepare(common, post.facts);
      warn(...prepared.remarks.first);
      post.report = { ...planned(prepared.plan, prepared.composed, inputs, prepared), entry: post.report.entry };
      logPlan(post.report, inputs, post.facts);
      if (prepared.refused) throw prepared.refused;
      warn(...prepared.remarks.last);
      post.plan = prepared.plan;
    });
    const ready = posts.filter(({ plan }) => plan !== null);
    const refused = refusedTogether(ready.map(({ plan }) => plan!));
    if (refused.length > 0) throw new InputError(refused);

    let created: ReturnType<typeof runCreatedAt> | null = null;
    const began = () => (created ??= runCreatedAt(environment, inputs.githubToken, fetch));
    const taken = new Set<string>();
    await forEach(ready, async (post) => {
      const plan = post.plan!;
      if (inputs.dryRun || !client) {
        const { handle, remarks } = await rehearse(inputs.accessToken ? asking : null, plan, clock.now());
        warn(...remarks);
        post.report = { ...post.report, result: "dry-run", handle };
        return;
      }
      const ready = await withLook(plan, inputs, environment, post.facts, clock.now(), began);
      signal.throwIfAborted();
      for await (const step of publish(client, ready, signal, taken)) {
        post.report = current = reduce(post.report, step);
        logStep(step, inputs.instanceUrl, plan.texts.length);
      }
      if (signal.aborted) post.report = cancelled(post.report);
    });
    conclude({ posts: reports(), isSeveral, nothing: "The list in `data` is empty." });
  } catch (error) {
    endWith(await endedBy(error, nothingYet, client, signal));
  } finally {
    endsInTime();
    connections?.close();
    stop();
  }
}
