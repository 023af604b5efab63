import type { History, Told } from "./play.ts";
import type { Intent, World } from "./world.ts";

/** All that happened in a world, for people: what was wanted, each request and what it met, what each run said. */
export function traceOf({ world, told }: History): string {
  const lines = [`On ${world.server}, tokens: ${world.accounts.join(", ")}${clockOf(world)}`];
  for (const [number, intent] of world.intents.entries()) {
    lines.push("", `Intent ${number + 1}: ${wishOf(intent)}`);
    const runs = told.filter((run) => run.intent === number).sort((one, other) => one.start - other.start);
    const start = runs[0]?.start ?? 0;
    for (const run of runs) lines.push(...runOf(run, start));
  }
  return lines.join("\n");
}

function clockOf({ skew, tellsTime }: World): string {
  if (!tellsTime) return "; it does not tell its time";
  return skew === 0 ? "" : `; its clock is ${skew / 1000} s ahead`;
}

function wishOf({ texts, kind, account, visibility, schedule, media, key, isReply, hasPoll, pin }: Intent): string {
  const notes = [
    `account ${account + 1}`,
    visibility ?? "usual visibility",
    ...(media.length > 0 ? [`media ${media.join(", ")}`] : []),
    ...(schedule === "" ? [] : [`scheduled ${schedule}`]),
    ...(key === "" ? [] : [`key “${key}”`]),
    ...(isReply ? ["a reply"] : []),
    ...(hasPoll ? ["a poll"] : []),
    ...(pin ? ["pinned"] : []),
  ];
  return `${kind}, ${notes.join(", ")}: ${JSON.stringify(texts)}`;
}

function runOf({ delivery, start, end, report, log, wire }: Told, origin: number): string[] {
  const at = (time: number) => `${((time - origin) / 1000).toFixed(1).padStart(9)} s`;
  const { attempt, timeout, beside, action, noise, isMended, knowsBegin } = delivery;
  const notes = [
    `attempt ${attempt}`,
    `limit ${timeout / 1000} s`,
    ...(beside === null ? [] : [`beside, ${action}`]),
    ...(noise > 0 ? [`${noise} other posts before`] : []),
    ...(isMended ? ["text mended by hand before"] : []),
    ...(knowsBegin ? [] : ["GitHub does not tell when it began"]),
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
