import { short } from "../visible.ts";
import type { Attached } from "./attached.ts";
import type { RunReport } from "./outputs.ts";
import { aimOf, nameOf, type Report, type ReportedPart, shownText } from "./report.ts";

const WORDS = new Map([
  ["public", "Public"],
  ["unlisted", "Quiet public"],
  ["private", "Followers"],
  ["direct", "Private mention"],
]);

/**
 * The job summary of a run: its post, or a table of several and then each.
 *
 * It is all HTML, one block a line, so that no text of a stranger is ever read as Markdown; and all text is escaped.
 */
export function summarize(run: RunReport): string {
  const whole = blocksOf(run);
  const blocks =
    bytesOf(whole) <= MOST_BYTES ? whole : withinLimit(blocksOf({ ...run, posts: run.posts.map(shortened) }));
  return blocks.map((block) => `${block}${END}`).join("");
}

function blocksOf({ posts, isSeveral, nothing }: RunReport): string[] {
  const [first] = posts;
  if (!first) return ["<h3>Nothing to post</h3>", paragraph(nothing)];
  if (!isSeveral) return postBlocks(first, "h3");
  const hasReasons = posts.some(({ reason }) => reason !== "");
  const why = (text: string) => (hasReasons ? text : "");
  const rows = posts.map((post, index) => {
    const url = post.parts.find((part) => part.url !== "")?.url ?? "";
    const result = url === "" ? post.result : link(post.result, url);
    const reason = post.reason.split("\n", 1)[0]!;
    return `<tr><td>${index + 1}</td><td>${linked(nameOf(post))}</td><td>${result}</td>${why(`<td>${prose(reason)}</td>`)}</tr>`;
  });
  return [
    `<h3>${posts.length === 1 ? "One post" : `${posts.length} posts`}</h3>`,
    `<table><tr><th></th><th>Entry</th><th>Result</th>${why("<th>Why</th>")}</tr>${rows.join("")}</table>`,
    ...posts.flatMap((post) => postBlocks(post, "h4")),
  ];
}

function postBlocks(report: Report, heading: "h3" | "h4"): string[] {
  const { parts, spoilerText, cuts, differences, guarded, retries } = report;
  const blocks = [`<${heading}>${headline(report)}</${heading}>`];
  if (report.entry !== null) blocks.push(`<p>${linked(nameOf(report))}</p>`);
  if (report.reason !== "") blocks.push(...report.reason.split("\n").map((line) => paragraph(line)));
  for (const [index, part] of parts.entries()) {
    if (parts.length > 1)
      blocks.push(`<p><b>${index + 1} of ${parts.length}</b>${part.url ? ` · ${link("open", part.url)}` : ""}</p>`);
    blocks.push(
      body(shownText(part, report.limit), spoilerText),
      ...(index === 0 ? attachedBlocks(report.attached, part.id) : []),
      `<p><sub>${escaped(facts(part, index, report))}</sub></p>`,
    );
  }
  for (const cut of cuts) blocks.push(paragraph(`✂️ ${cut}`));
  for (const difference of differences) blocks.push(paragraph(`⚠️ ${difference}`));
  if (guarded.length > 0) {
    blocks.push(paragraph(short(`🔕 Escaped, so nobody is notified: ${guarded.join(", ")}`)));
  }
  if (retries.length > 0) blocks.push(folded("🔁 Waits and retries", retries));
  return blocks;
}

/** What ends a block. */
const END = "\n\n";

/** GitHub drops a summary over 1 MiB whole. Bytes, with some left for the last line. */
const MOST_BYTES = 1024 * 1024 - 1000;

function bytesOf(blocks: readonly string[]): number {
  return blocks.reduce((bytes, block) => bytes + Buffer.byteLength(block) + END.length, 0);
}

/** How much is shown of each text of a report that is too long, so that all have their place. Characters. */
const MOST_OF_TEXT = 20_000;

function shortened(report: Report): Report {
  const beginning = (text: string) => (text.length > MOST_OF_TEXT ? `${text.slice(0, MOST_OF_TEXT)}…` : text);
  const { parts, attached, spoilerText } = report;
  return {
    ...report,
    spoilerText: beginning(spoilerText),
    parts: parts.map((part) => ({ ...part, text: beginning(part.text) })),
    attached: {
      ...attached,
      media: attached.media.map(({ label, description }) => ({ label, description: beginning(description) })),
    },
  };
}

/** The blocks, as far as GitHub takes them. Each is a line of whole HTML, so none is cut in two. */
function withinLimit(blocks: readonly string[]): string[] {
  let bytes = 0;
  const kept = blocks.filter((block) => {
    const size = bytesOf([block]);
    const isKept = bytes + size <= MOST_BYTES;
    if (isKept) bytes += size;
    return isKept;
  });
  return [...kept, paragraph("What is missing here is too long for a summary. It is in the log.")];
}

function headline(run: Report): string {
  const { result, reason, handle, profile, hasAccount, isEdit, parts } = run;
  const url = parts.find((part) => part.url !== "")?.url ?? "";
  const by = handle ? ` by ${link(handle, profile)}` : "";
  const done = (words: string) => `${link(words, url)}${by}`;
  switch (result) {
    case "posted":
      return done("Posted");
    case "scheduled":
      return done("Scheduled");
    case "edited":
      return reason === "" ? done("Edited") : `Nothing to edit in ${done("the status")}`;
    case "duplicate":
      return done(`Already ${aimOf(run)}`);
    case "dry-run": {
      const would = isEdit ? "Would edit" : "Would post";
      if (handle) return `${would} as ${link(handle, profile)}`;
      return hasAccount ? `${would} (the token is not allowed to read whose it is)` : `${would} (no account was asked)`;
    }
    case "skipped":
      return "Skipped, nothing was posted";
    case "partial":
      return done("Posted in part");
    case "unknown":
      return "Outcome unknown";
    default:
      return `Not ${aimOf(run)}`;
  }
}

/** The text as followers see it: behind its content warning, lines kept. */
function body(text: string, spoilerText: string): string {
  const quote = `<blockquote>${linked(text)}</blockquote>`;
  return spoilerText === "" ? quote : `<details><summary>${linked(spoilerText)}</summary>${quote}</details>`;
}

/** What stands below the text: media with their alt texts, the poll, what it replies to or quotes, and when it comes out. */
function attachedBlocks({ media, poll, scheduledAt, inReplyTo, quoted }: Attached, id: string): string[] {
  const files = media.map(({ label, description }) => {
    const alt = description === "" ? "<i>no description</i>" : linked(description);
    return `<p>📎 <b>${escaped(label)}</b><br>${alt}</p>`;
  });
  return [
    ...files,
    ...(poll
      ? [
          `<p>${poll.options.map((option) => `${poll.mark} ${linked(option)}`).join("<br>")}<br><sub>${escaped(poll.settings)}</sub></p>`,
        ]
      : []),
    ...(inReplyTo === "" ? [] : [`<p>↩️ In reply to ${linked(inReplyTo)}</p>`]),
    ...(quoted === "" ? [] : [`<p>❝ Quotes ${linked(quoted)}</p>`]),
    ...(scheduledAt === ""
      ? []
      : [`<p>🕓 Scheduled for ${escaped(scheduledAt)}${id === "" ? "" : `, id ${escaped(id)}`}</p>`]),
  ];
}

function facts(part: ReportedPart, index: number, { visibility, language, limit }: Report): string {
  // A reply that is not posted yet takes its visibility from how the first part comes out.
  const shown = part.visibility || (index === 0 ? visibility || "The account's own visibility" : "Reply");
  const words = [WORDS.get(shown) ?? shown, part.language || language];
  return [...words, `${part.characters}/${limit}`].filter(Boolean).join(" · ");
}

function paragraph(line: string): string {
  return `<p>${prose(line)}</p>`;
}

/** What few will read, behind its title. */
function folded(title: string, lines: readonly string[]): string {
  return `<details><summary>${escaped(title)}</summary>${lines.map(prose).join("<br>")}</details>`;
}

/** A line of our own: its `code` in backticks is shown as code. */
function prose(line: string): string {
  const pieces = line.split(/`([^`]+)`/);
  return pieces.map((piece, index) => (index % 2 === 1 ? `<code>${escaped(piece)}</code>` : linked(piece))).join("");
}

/** Web addresses become links, line ends stay. */
function linked(text: string): string {
  const pieces = text.split(/(https?:\/\/[^\s\p{C}<>"'`]+)/u);
  return pieces.map((piece, index) => (index % 2 === 1 ? linkedAddress(piece) : escaped(piece))).join("");
}

function linkedAddress(piece: string): string {
  // An address that was cut leads nowhere.
  if (piece.includes("…")) return escaped(piece);
  const url = piece.replace(/[.,:;!?)\]”]+$/, "");
  return link(url, url) + escaped(piece.slice(url.length));
}

function link(text: string, url: string): string {
  const isPlain = /^https?:\/\/[^\s\p{C}<>"'`]+$/u.test(url);
  return isPlain ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);
}

/** Escapes HTML, keeps line ends, and replaces what would steer a reader's eye. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`)
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, "<br>")
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "�");
}
