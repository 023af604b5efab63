// What it costs to make a thread of release notes: `npm run bench:compose`.
//
// Measured is the whole way of a text: plain_text, mention guard, compose; and the way without plain_text. Two goals, and
// the exit code is 1 when one is missed: ten times the text takes at most 12 times the time, and a text that is made to
// be slow takes at most 3 times the time of prose a byte. Prose means notes as they are, with links, names and code.
//
// A busy machine slows both sides of a ratio, so the sides are measured in turn, many times over, and the median of the
// ratios counts.
import { compose } from "../../src/status/compose/compose.ts";
import { editDraft } from "../../src/status/compose/draft.ts";
import { mastodonCounting } from "../../src/status/length/length.ts";
import { guardMentions } from "../../src/status/mentions.ts";
import { plainText } from "../../src/status/plain-text/plain-text.ts";

/** The most characters that the body of a release holds on GitHub. */
const MOST = 125_000;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 11);
const MOST_TIMES_FOR_TEN = 12;
const MOST_TIMES_PROSE = 3;

/** Notes as people write them: sentences and lists with links, names, code and numbers, each a little different. */
function prose(length: number): string {
  const paragraphs: string[] = [];
  for (let i = 1, size = 0; size < length; i++) {
    const paragraph = [
      `## Version ${i}.${i % 7}.0`,
      `This release makes the parser **twice as fast** on large inputs, and mends a leak that showed after some days. Thanks to @contributor${i} and everybody who helped to find it; see [the guide](https://example.org/docs/guide-${i}.html) for how to upgrade.`,
      `* fix: keep \`keep-alive\` sockets by @someone-${i} in https://github.com/octo/hello/pull/${i}\n* docs: mend the links in README.md by @another-${i} in https://github.com/octo/hello/pull/${i + 1}\n* Bump @types/node from 24.${i}.0 to 24.${i + 1}.0`,
      `Nothing else changes. If you see a warning about \`options.timeout\`, set it to a number of milliseconds: the old form, a string, will go away in the next major version.`,
    ].join("\n\n");
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join("\n\n").slice(0, length);
}

/** Texts that make a careless pattern quadratic, or that are dense in what costs most. */
const adversarial: Record<string, string> = {
  "only @": "@",
  "@a @a": "@a ",
  "@a@b.c": "@a@b.c ",
  "short URLs": "http://a.co ",
  "URLs with open brackets": "http://a.co/( ",
  "protocols alone": "http://",
  "hosts with paths": "a.co/http://",
  hashtags: "#a ",
  "# and middle dots": "#·",
  "nested brackets": "[",
  "nested links": "[a](",
  "nested images": "![",
  "nested quotes": "> ",
  "nested lists": "- ",
  "unclosed comments": "<!-- ",
  "unclosed tags": "<a ",
  "unclosed code": "`a",
  "rows of backticks": "`` ` ",
  emphasis: "*a _b ",
  entities: "&amp;",
  shortcodes: ":a:",
  footnotes: "[^a] ",
  pipes: "|a",
  "zero-width joiners": "\u200d",
  families: "👨‍👩‍👧‍👦",
  "combining accents": "e\u0301",
  blanks: " ",
  "blank lines": " \n",
  "one word": "a",
  "full stops": "a. ",
};

/**
 * Shown without a goal: one letter a line. The Markdown parser takes some 8 µs a line, so the time is linear here as well,
 * but a byte of such lines costs more than three of prose.
 */
const manyLines: Record<string, string> = { "lines of one letter": "a\n", "lines of one @a": "@a\n" };

type Way = (markdown: string) => string;
const ways: Record<string, Way> = { "with plain_text": plainText, "as it is": (markdown) => markdown };

/** One text all the way to the parts of a thread, in milliseconds of processor time: a busy machine changes little of it. */
async function measure(markdown: string, way: Way = plainText): Promise<number> {
  const before = process.threadCpuUsage();
  const draft = { text: way(markdown), fit: [] };
  const { text } = editDraft(draft, guardMentions(draft.text, new Set()).edits);
  // Some of these texts cannot be split, which is an answer, too.
  await compose([{ text, fit: [] }], {
    limit: 500,
    counting: mastodonCounting,
    spoiler: "",
    overflow: "thread",
    maxParts: 999,
  });
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

async function measureMany(markdown: string, times: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < times; i++) sum += await measure(markdown);
  return sum / times;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Medians of two costs measured in turn, and of their ratio. */
async function compare(a: () => Promise<number>, b: () => Promise<number>, rounds: number) {
  const pairs: [number, number][] = [];
  for (let i = 0; i < rounds; i++) pairs.push([await a(), await b()]);
  return {
    a: median(pairs.map(([first]) => first)),
    b: median(pairs.map(([, second]) => second)),
    ratio: median(pairs.map(([first, second]) => second / first)),
  };
}

function row(...cells: string[]): void {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(17))).join(""));
}

let missed = 0;
function verdict(ratio: number, most: number): string {
  if (ratio > most) missed++;
  return ratio > most ? "TOO SLOW" : "ok";
}

const sizes = [MOST / 100, MOST / 10, MOST];
const notes = sizes.map(prose);
// Until the engine has compiled everything, small texts look dear.
for (let i = 0; i < 5; i++) for (const text of notes) await measureMany(text, Math.ceil(20_000 / text.length));

console.log(`Prose notes with links, names and code, from Markdown to a thread; medians of ${ROUNDS} rounds\n`);
row("characters", "ms", "µs/char", "× for 10 ×", `goal ≤ ${MOST_TIMES_FOR_TEN}`);
for (const [i, text] of notes.entries()) {
  const before = notes[i - 1];
  const times = MOST / text.length;
  const large = () => measureMany(text, Math.min(times, 10));
  const small = () => measureMany(before ?? text, Math.min(times * 10, 100));
  const { b, ratio } = await compare(small, large, ROUNDS);
  const grown = before ? [ratio.toFixed(1), verdict(ratio, MOST_TIMES_FOR_TEN)] : ["", ""];
  row(text.length.toLocaleString("en"), b.toFixed(1), ((b * 1000) / text.length).toFixed(2), ...grown);
}

const long = notes.at(-1)!;
const bytes = Buffer.byteLength(long);

/** How many times the time of prose a text takes, by the byte. */
async function timesProse(piece: string, way: Way): Promise<number> {
  const text = piece.repeat(Math.ceil(MOST / piece.length)).slice(0, MOST);
  await measure(text, way);
  const rounds = Math.ceil(ROUNDS / 3);
  const { ratio } = await compare(
    () => measure(long, way),
    () => measure(text, way),
    rounds,
  );
  return (ratio * bytes) / Buffer.byteLength(text);
}

/** The same for each way, one after the other. */
async function timesEach(piece: string): Promise<number[]> {
  const ratios: number[] = [];
  for (const way of Object.values(ways)) ratios.push(await timesProse(piece, way));
  return ratios;
}

console.log(`\n${MOST.toLocaleString("en")} characters made to be slow: times the time of prose, by the byte\n`);
row("text", ...Object.keys(ways), `goal ≤ ${MOST_TIMES_PROSE}`);
for (const [name, piece] of Object.entries(adversarial)) {
  const ratios = await timesEach(piece);
  row(name, ...ratios.map((ratio) => ratio.toFixed(2)), verdict(Math.max(...ratios), MOST_TIMES_PROSE));
}
for (const [name, piece] of Object.entries(manyLines)) {
  row(name, ...(await timesEach(piece)).map((ratio) => ratio.toFixed(2)), "no goal");
}

if (missed > 0) {
  console.log(`\n${missed} of the goals missed`);
  process.exitCode = 1;
}
