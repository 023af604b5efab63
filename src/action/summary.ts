import type { PartView, Result } from "./result.ts";

/** The most of one part that a summary shows, in characters; the whole text stands in the log. */
const MOST_SHOWN = 5000;

const WORDS: Record<string, string> = {
  public: "Public",
  unlisted: "Quiet public",
  private: "Followers",
  direct: "Private mention",
};

/** The job summary of a run, as GitHub's Markdown. All foreign text in it is escaped. */
export function summarize(result: Result): string {
  const blocks = [`### ${headline(result)}`];
  if (result.reason && result.result !== "dry-run") blocks.push(paragraph(result.reason));
  const many = result.parts.length > 1;
  for (const [index, part] of result.parts.entries()) {
    if (many)
      blocks.push(`**${index + 1} of ${result.parts.length}**${part.url ? ` · ${link("open", part.url)}` : ""}`);
    blocks.push(body(part, result.spoilerText), `<sub>${escaped(facts(part, result))}</sub>`);
  }
  for (const cut of result.cuts) blocks.push(paragraph(`✂️ ${cut}`));
  for (const difference of result.differences) blocks.push(paragraph(`⚠️ ${difference}`));
  if (result.guarded.length > 0) {
    blocks.push(paragraph(`🔕 Made harmless, so that nobody is mentioned: ${result.guarded.join(", ")}`));
  }
  return `${blocks.join("\n\n")}\n`;
}

function headline({ result, handle, parts }: Result): string {
  const who = handle ? escaped(handle) : "";
  const [first] = parts;
  const linked = first?.url ? link(handle || first.url, first.url) : who;
  switch (result) {
    case "posted":
      return linked ? `Posted by ${linked}` : "Posted";
    case "duplicate":
      return linked ? `Already posted by ${linked}` : "Already posted";
    case "dry-run":
      return who ? `Would post as ${who}` : "Would post (no token, so nobody was asked)";
    case "skipped":
      return "Nothing posted";
    case "partial":
      return "Posted in part";
    case "unknown":
      return "It may or may not be posted";
    default:
      return "Not posted";
  }
}

/** The text as followers see it: behind its content warning, lines kept. */
function body({ text }: PartView, spoilerText: string): string {
  const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  const quote = `<blockquote>${linked(shown)}</blockquote>`;
  if (spoilerText === "") return quote;
  return `<details><summary>${escaped(spoilerText)}</summary>${quote}</details>`;
}

function facts(part: PartView, { visibility, language, limit }: Result): string {
  const shown = part.visibility || visibility;
  const words = [shown ? (WORDS[shown] ?? shown) : "the account's own visibility", part.language || language];
  return [...words, `${part.characters}/${limit}`].filter(Boolean).join(" · ");
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"'`]+[^\s<>"'`.,:;!?)\]])/)
    .map((piece, index) => (index % 2 === 1 ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece)))
    .join("")
    .replace(/\r\n|[\r\n\u2028\u2029]/g, "<br>");
}

function link(text: string, url: string): string {
  return /^https?:\/\//.test(url) ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);
}

function paragraph(text: string): string {
  return `<p>${escaped(text).replace(/\s*\n\s*/g, "<br>")}</p>`;
}

/** Escapes HTML, and makes visible what would steer a reader's eye. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0009\u000B-\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "�")
    .replace(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
}
