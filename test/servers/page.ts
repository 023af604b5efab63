import { formatSize } from "../../src/mastodon/media/upload.ts";
import type { Profile } from "../instance/profiles.ts";
import { groups } from "./groups.ts";
import type { Report } from "./report.ts";
import type { Verdict } from "./verdict.ts";

/** Writes docs/servers.md. */
export function pageOf(reports: readonly Report[]): string {
  return `${[introduction, overview(reports), ...reports.map((report) => section(report, reports))].join("\n\n")}\n`;
}

const introduction = `<!-- Written by test/servers.test.ts. To write it anew: npx vitest run test/servers.test.ts -u -->

# What works on which server

This page is written by a test. It runs the action once for every feature and every server below, against the practice instance (\`test/instance\`), and compares what ends up on the server with what was asked for. The quoted sentences are the warnings and errors of these runs, word for word; \`social.example\` stands for the instance, ‹id› and ‹time› for what differs between runs. Scopes, keys and limits come from the practice instance too.

Each server below says where its behaviour in the practice instance comes from. Most servers were started, and the action was run against them; for some, answers were recorded (\`test/recordings\`); the rest comes from their source code. Where nothing is known of a server, it answers as Mastodon does. \`npm run test:real\` runs the action against a GoToSocial and a mock of Mastodon, and \`npm run test:live\` against a server on which you have an account. Other software that speaks the Mastodon API may work as well, but was not tried.

Limits are the defaults of each server. The action does not rely on them: it asks each instance for its own.`;

const signs: Record<Verdict["kind"], string> = { works: "✓", differs: "◐", fails: "✗", untold: "⚠" };

function overview(reports: readonly Report[]): string {
  const heads = reports.map(({ profile }) => `[${titleOf(profile)}](#${anchorOf(profile)})`);
  const rows = groups.flatMap(({ title, features }) => [
    row([`**${title}**`, ...reports.map(() => "")]),
    ...features.map(({ name }) => row([name, ...reports.map(({ verdicts }) => signs[verdicts.get(name)!.kind])])),
  ]);
  return [
    "## Overview",
    "",
    row(["", ...heads]),
    row(["---", ...reports.map(() => ":-:")]),
    row(["Tried on the real server", ...reports.map(({ profile }) => profile.tried?.date ?? "–")]),
    ...rows,
    "",
    "✓ works · ◐ goes out, but not quite as asked, and a warning says so · ✗ does not work, and the step fails and says why · ⚠ not as asked, and no line of the run says so",
  ].join("\n");
}

function section(report: Report, all: readonly Report[]): string {
  const { profile, facts } = report;
  return [
    `## ${titleOf(profile)}`,
    "",
    `- **Tried on the real server**: ${triedOf(profile)}`,
    `- **Limits**: ${limits(report, all)}`,
    `- **Length**: ${counting(report)}`,
    `- **Visibility** unless asked for: \`${facts.visibility}\`, until the account chooses another`,
    `- **Scopes** of the token: ${scopes(report)}`,
    `- **Idempotency-Key**: ${keys(report)}`,
    "",
    ...(report.wantsMedia ? ["A text alone is refused, so all but the plain text was tried with an image.", ""] : []),
    ...notes(report),
  ].join("\n");
}

function triedOf({ tried }: Profile): string {
  if (tried === null) return "no; read in its source code";
  return `${tried.version}, ${tried.date}${tried.isRecorded ? "; its answers are recorded" : ""}`;
}

/** What is not as asked, features that get the same answer together. */
function notes({ verdicts }: Report): string[] {
  const others = [...verdicts.values()].filter(({ kind }) => kind !== "works");
  if (others.length === 0) return ["All features work."];
  const rows = together(others, ({ kind, lines }) => JSON.stringify([kind, lines])).map((same) => {
    const [{ kind, lines }] = same;
    const names = same.map(({ feature }) => feature).join("; ");
    return row([`${signs[kind]} ${names}`, lines.map(inCell).join("<br>")]);
  });
  return [row(["What", "What the step says"]), row(["---", "---"]), ...rows];
}

/** All figures of Mastodon; of others only those that are their own, since the rest may just not be known. */
function limits(report: Report, all: readonly Report[]): string {
  const isMastodon = ({ profile }: Report) => profile.software === "mastodon";
  if (isMastodon(report)) return figures(report).join("; ");
  const known = new Set(all.filter((one) => isMastodon(one) && !isGlitch(one.profile)).flatMap(figures));
  const own = figures(report).filter((figure) => !known.has(figure));
  return own.length === 0 ? "taken to be Mastodon's" : [...own, "the rest taken to be Mastodon's"].join("; ");
}

function figures({ facts: { limits } }: Report): string[] {
  const { maxCharacters, media, poll, maxPinned } = limits;
  return [
    `${count(maxCharacters)} characters`,
    `${media.maxAttachments} media`,
    `images of ${size(media.imageBytes)}`,
    `video and sound of ${size(media.videoBytes)}`,
    `alt texts of ${count(media.maxDescription)} characters`,
    `polls of ${poll.maxOptions} options`,
    `options of ${poll.maxOptionCharacters} characters`,
    `polls open for ${duration(poll.minExpiration)} to ${duration(poll.maxExpiration)}`,
    `${maxPinned} pins`,
  ];
}

const units: Record<Report["facts"]["limits"]["counting"]["unit"], string> = {
  graphemes: "characters as people see them (an emoji is one)",
  "graphemes, conjuncts apart": "characters as people see them (an emoji is one)",
  "code points": "code points (an emoji may be several)",
  "UTF-16 units": "UTF-16 units (an emoji is two or more)",
};

function counting({ facts: { limits } }: Report): string {
  const { unit, urlLength, mentions, spoiler } = limits.counting;
  return [
    units[unit],
    urlLength === null ? "links in full" : `every link as ${urlLength}`,
    mentions === "full" ? "mentions in full" : "mentions without their domain",
    spoiler ? "the content warning too" : "the content warning apart",
  ].join("; ");
}

/** Scopes with what they are for; one that serves several purposes once. */
function scopes({ facts: { scopes } }: Report): string {
  if (scopes.every(({ scopes }) => scopes.length === 0)) return "none, since the server knows no scopes";
  const each = scopes.flatMap(({ purpose, scopes }) => scopes.map((scope) => ({ scope, purpose })));
  return together(each, ({ scope }) => scope)
    .map((same) => `\`${same[0].scope}\` ${list(same.map(({ purpose }) => purpose))}`)
    .join("; ");
}

function keys({ profile, facts, verdicts }: Report): string {
  const { hours, repeat, scheduled } = facts.keys;
  const works = (name: string) => verdicts.get(name)?.kind === "works";
  const kept =
    hours === 0
      ? "not kept: the same request twice makes two statuses."
      : `kept for ${hours === 1 ? "an hour" : `${hours} hours`}: the same request again gets ${repeat}, and makes no second status.`;
  const isOther = hours > 0 && scheduled !== null && scheduled.repeat !== repeat;
  const ofScheduled = !isOther
    ? ""
    : scheduled.made > 1
      ? "It is not kept for a scheduled status."
      : `For a scheduled status it gets ${scheduled.repeat}.`;
  const resent = works("Connection lost, and nothing was posted")
    ? "What is lost is sent again."
    : "What may be lost is looked for and, where it is absent, not sent again: the step fails.";
  const parallel = `Two runs of the same post at the same time make ${works("Two runs of the same post at the same time") ? "one post" : "two posts"}.`;
  const looks = facts.scopes.find(({ purpose }) => purpose === "to look for duplicates")?.scopes ?? [];
  const missing = looks.filter((scope) => !profile.access.usualScopes.includes(scope));
  const named = missing.map((scope) => `\`${scope}\``).join(" and ");
  const rerun =
    missing.length === 0
      ? ""
      : works("Re-run after two hours, token that only posts")
        ? `A re-run needs ${named} only for what is not public.`
        : works("Re-run after ten minutes, token that only posts")
          ? `A re-run needs ${named} once the key is forgotten.`
          : `A re-run needs ${named}.`;
  return [kept, ofScheduled, resent, rerun, parallel].filter(Boolean).join(" ");
}

const names: Record<string, string> = {
  mastodon: "Mastodon",
  gotosocial: "GoToSocial",
  hollo: "Hollo",
  akkoma: "Akkoma",
  pixelfed: "Pixelfed",
  mitra: "Mitra",
  takahe: "Takahē",
  sharkey: "Sharkey",
};

function titleOf(profile: Profile): string {
  const { software, softwareVersion } = profile;
  const name = isGlitch(profile) ? "glitch-soc" : (names[software] ?? software);
  return `${name} ${/^\d+\.\d+/.exec(softwareVersion)?.[0]}`;
}

function isGlitch({ softwareVersion }: Profile): boolean {
  return softwareVersion.endsWith("+glitch");
}

/** As GitHub makes it of a heading. */
function anchorOf(profile: Profile): string {
  return titleOf(profile).toLowerCase().replaceAll(".", "").replaceAll(" ", "-");
}

/** Puts together what has the same key, in the order of the first of each. */
function together<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function inCell(line: string): string {
  return line.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function size(bytes: number | null): string {
  return bytes === null ? "any size" : formatSize(bytes);
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 86_400 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 86_400)} days`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
