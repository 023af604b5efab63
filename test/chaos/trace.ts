import type { History, Told } from "./play.ts";
import type { Intent, Job, World } from "./world.ts";

/** All that happened in a world, for people: what was wanted, each request and what it met, what each run said. */
export function traceOf({ world, told }: History): string {
  const lines = [`On ${world.server}, tokens: ${world.accounts.join(", ")}${clockOf(world)}`];
  for (const [number, job] of world.jobs.entries()) {
    const runs = told.filter((run) => run.job === job).sort((one, other) => one.start - other.start);
    const start = runs[0]?.start ?? 0;
    lines.push(
      "",
      `Job ${number + 1}: ${jobIn(job)}`,
      ...job.steps.map((step, index) => `  Step ${index + 1}: ${wishOf(step)}`),
    );
    for (const run of runs) lines.push(...runOf(run, start));
  }
  return lines.join("\n");
}

function clockOf({ skew, tellsTime }: World): string {
  const untold = tellsTime ? "" : "; it does not tell its time";
  return skew === 0 ? untold : `${untold}; its clock is ${skew / 1000} s ahead`;
}

function jobIn({ account, steps, isMatrix, keepsOn }: Job): string {
  if (steps.length === 1) return `account ${account + 1}`;
  const how = isMatrix ? "at once" : keepsOn ? "one after the other" : "one after the other, to the first that fails";
  return `account ${account + 1}, ${steps.length} steps, ${how}`;
}

function wishOf(intent: Intent): string {
  const { texts, kind, visibility, schedule, media, key, repliesTo, quotes, language, hasPoll, pin } = intent;
  const notes = [
    visibility ?? "usual visibility",
    ...(language ? [`in ${language}`] : []),
    ...(media.length > 0 ? [`media ${media.join(", ")}`] : []),
    ...(schedule === "" ? [] : [`scheduled ${schedule}`]),
    ...(key === "" ? [] : [`key “${key}”`]),
    ...(repliesTo === "nothing" ? [] : [`a reply to ${repliesTo}`]),
    ...(quotes === "nothing" ? [] : [`quotes ${quotes}`]),
    ...(hasPoll ? ["a poll"] : []),
    ...(pin ? ["pinned"] : []),
  ];
  return `${kind}, ${notes.join(", ")}: ${JSON.stringify(texts)}`;
}

function runOf({ job, intent, delivery, start, end, report, log, wire }: Told, origin: number): string[] {
  const at = (time: number) => `${((time - origin) / 1000).toFixed(1).padStart(9)} s`;
  const { attempt, timeout, beside, action, noise, isMended, github } = delivery;
  const notes = [
    ...(job.steps.length > 1 ? [`step ${job.steps.indexOf(intent) + 1}`] : []),
    `attempt ${attempt}`,
    `limit ${timeout / 1000} s`,
    ...(beside === null ? [] : ["beside"]),
    ...(action === "published" ? [] : [action]),
    ...(noise > 0 ? [`${noise} other posts before`] : []),
    ...(isMended ? ["text mended by hand before"] : []),
    ...(github === "tells" ? [] : [`GitHub ${github} when asked when it began`]),
  ];
  const events = [
    ...wire.seen.map(({ at: time, method, path, fault, told }) => ({
      time,
      line: `${method} ${path}${fault === "" ? "" : ` [${fault}]`} → ${told}`,
    })),
    ...wire.made.map(({ id, stored, isScheduled, inReplyTo }) => ({
      time: stored,
      line: `  stored ${isScheduled ? "on the scheduled list " : ""}as ${id}${inReplyTo ? ` in reply to ${inReplyTo}` : ""}`,
    })),
  ].sort((one, other) => one.time - other.time);
  const said = log.trimEnd().split("\n");
  return [
    `${at(start)} RUN, ${notes.join(", ")}`,
    ...events.map(({ time, line }) => `${at(time)}   ${line}`),
    ...said.map((line) => `${" ".repeat(11)}   │ ${line}`),
    `${at(end)} END: ${report.result}${report.reason === "" ? "" : `: ${report.reason}`}`,
  ];
}
