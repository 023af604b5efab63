import { collectInputs, InputError, type Inputs, readInputs, secretsOf } from "./inputs/inputs.ts";
import { findMedia } from "./inputs/media-files.ts";
import { type Client, openClient } from "./mastodon/client.ts";
import { rehearseEdit } from "./mastodon/edit/auto.ts";
import { asFetch, type OpenHttp, openHttp } from "./mastodon/http.ts";
import { masked } from "./mastodon/masking.ts";
import type { Steps } from "./mastodon/plan.ts";
import { findPosted } from "./mastodon/publish/posted.ts";
import { publish } from "./mastodon/publish/publish.ts";
import { limitsAsker, refusedTogether, rehearse, whySilent } from "./plan/check.ts";
import { releaseTagOf } from "./plan/inputs-of-post.ts";
import { type LinkedSubject, withLinks } from "./plan/link.ts";
import { chooseNew, lookForEntries, lookForFiles } from "./plan/new-entries.ts";
import { refuseOtherText } from "./plan/other-text.ts";
import { withLook } from "./plan/plan.ts";
import { type Prepared, prepare } from "./plan/prepare.ts";
import { waitForLink } from "./plan/wait-for-link.ts";
import { endedBy, endOverdue, endsAll, notTried, overdue, watchCancellation } from "./report/ending.ts";
import { conclude, log, logCancelled, logEntry, logPlan, logStep, mask, openLog, warn } from "./report/log.ts";
import { cancelled, nothingYet, planned, type Report, reduce } from "./report/report.ts";
import { readEnvironment } from "./sources/environment.ts";
import { collectFacts, factsOf } from "./sources/facts.ts";
import { runCreatedAt } from "./sources/github.ts";
import { type Subject, subjectsOf } from "./sources/subjects.ts";

/** One post on its way: what it is about, what is decided, and what has become of it. */
interface Post {
  subject: LinkedSubject;
  /** Null until all is decided, and again where that ended it. */
  prepared: Prepared | null;
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
    const asked = await readInputs(raw, environment);
    const inputs = { ...asked, releaseTag: await releaseTagOf(asked, factsOf(environment, asked.data)) };
    warn(...inputs.remarks);
    if (inputs.rehearsal !== "") log(inputs.rehearsal);

    const silence = whySilent(inputs, environment);
    if (silence) return endWith({ ...nothingYet, result: "skipped", reason: silence });

    const { proxies } = environment;
    const isSeveral = inputs.list !== null || inputs.feed !== null || inputs.files !== null;
    endsInTime = endOverdue(inputs.timeout, () => conclude({ posts: reports().map(overdue), isSeveral, nothing: "" }));
    connections = openHttp({ proxies, timeout: inputs.timeout });
    const http = masked(connections, new Set(secretsOf(raw)));
    const { clock } = http;
    const fetch = asFetch(http.within(signal));
    if (inputs.instanceUrl) client = openClient(inputs.instanceUrl, inputs.accessToken, http);
    const asking = client?.within(signal) ?? null;

    const facts = await collectFacts(inputs, environment, fetch);
    const means = { environment, http: http.within(signal), fetch, now: clock.now() };
    const { all, mayBeKnown, nothing, remarks } = await subjectsOf(facts, inputs, means);
    warn(...remarks);
    const subjects = await withLinks(all, inputs);
    let posts: Post[] = subjects.map((subject) => ({
      subject,
      prepared: null,
      report: { ...nothingYet, ...placeOf(subject) },
    }));
    reports = () => posts.map(({ report }) => report);
    let isOver = false;

    /** Goes a part of the way with each post; what ends one of them does not end the others, unless it would. */
    const forEach = async (some: readonly Post[], go: (post: Post) => Promise<void>) => {
      for (const post of some) {
        current = post.report;
        if (isOver) {
          post.report = signal.aborted ? cancelled(post.report) : notTried(post.report);
          continue;
        }
        try {
          await go(post);
          isOver = signal.aborted;
        } catch (error) {
          post.prepared = null;
          post.report = await endedBy(error, post.report, client, signal);
          isOver = endsAll(error, post.report, signal);
        }
      }
    };
    const ready = () => posts.filter(({ prepared }) => prepared !== null);
    const announce = (post: Post) => isSeveral && logEntry(post.report, posts.indexOf(post), posts.length);

    const find = (media: Inputs["media"]) => findMedia(media, environment.folders, () => clock.left());
    const common = { inputs, raw, environment, findMedia: find, mustLink: mayBeKnown, now: clock.now };
    const askLimits = limitsAsker(asking);
    await forEach(posts, async (post) => {
      post.prepared = await prepare({ ...common, askLimits }, post.subject);
    });

    const taken = new Set<string>();
    let look = inputs.files === null ? null : lookForFiles(inputs, clock.now());
    if (mayBeKnown && posts.length > 0) {
      look = lookForEntries(all, inputs.maxAge);
      const plans = ready().map(({ prepared }) => prepared!.plan);
      let which: readonly boolean[] = [];
      for await (const step of client && inputs.accessToken ? findPosted(client, plans, look, signal, taken) : []) {
        if (step.kind === "found") which = step.which;
        else logStep(step, inputs.instanceUrl, 1);
      }
      const isPosted = new Map(ready().map((post, index) => [post, which[index] ?? false]));
      const candidates = posts.map((post) => ({
        post,
        date: post.subject.date ?? 0,
        isPosted: isPosted.get(post) ?? false,
      }));
      const kind = inputs.files === null ? "entries" : "files";
      log(`On the account already: ${which.filter(Boolean).length} of ${posts.length} ${kind}.`);
      const choice = chooseNew(candidates, inputs, clock.now());
      warn(...choice.remarks);
      posts = choice.chosen.map(({ post }) => post);
    }

    await forEach(ready(), async (post) => {
      const { inputs: own, plan, composed, remarks, refused, limit, limitAsked, guarded } = post.prepared!;
      announce(post);
      warn(...remarks.first);
      post.report = { ...planned(plan, composed, own, { limit, limitAsked, guarded }), ...placeOf(post.subject) };
      logPlan(post.report, own, post.subject.facts);
      if (refused) throw refused;
      warn(...remarks.last);
    });
    const refused = refusedTogether(ready().map(({ prepared }) => prepared!.plan));
    if (refused.length > 0) throw new InputError(refused);

    let created: ReturnType<typeof runCreatedAt> | null = null;
    const began = () => (created ??= runCreatedAt(environment, inputs.githubToken, fetch));
    await forEach(ready(), async (post) => {
      const { plan } = post.prepared!;
      announce(post);
      const follow = async (steps: Steps<unknown>) => {
        for await (const step of steps) {
          post.report = current = reduce(post.report, step);
          logStep(step, inputs.instanceUrl, plan.texts.length);
        }
      };
      if (inputs.dryRun || !client) {
        const account = inputs.accessToken ? asking : null;
        const { remarks, ...author } = await rehearse(account, plan, clock.now());
        warn(...remarks);
        if (account) await follow(rehearseEdit(account, plan, signal));
        post.report = { ...post.report, result: "dry-run", ...author };
        return;
      }
      await refuseOtherText(common, post.subject.facts, post.prepared!, began);
      const whole = look
        ? { ...plan, look }
        : await withLook(plan, inputs, environment, post.subject.facts, clock.now(), began);
      signal.throwIfAborted();
      const { link } = post.subject.facts.entry ?? {};
      if (inputs.waitForLink && link) await follow(waitForLink(link, http.within(signal)));
      await follow(publish(client, whole, signal, taken));
      if (signal.aborted) post.report = cancelled(post.report);
    });
    conclude({ posts: reports(), isSeveral, nothing });
  } catch (error) {
    endWith(await endedBy(error, nothingYet, client, signal));
  } finally {
    endsInTime();
    connections?.close();
    stop();
  }
}

/** Which of several posts it is, and where an annotation about it belongs. */
function placeOf({ name, file }: Subject): Pick<Report, "entry" | "file"> {
  return { entry: name, file };
}
