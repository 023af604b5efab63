import type { Call } from "./call.ts";
import { escapeHtml, type Shapes, withEntities } from "./content.ts";

/**
 * The Markdown that some servers make of every text: headings, lists, quotes, code, rules, emphasis and links. Enough
 * to show what becomes of a text that was not meant as Markdown; no nesting.
 */
export function markdown(call: Call, text: string, shapes: Shapes): string {
  const blocks = text
    .replace(/\r\n?/g, "\n")
    .trim()
    .split(/\n{2,}/);
  return blocks.map((block) => blockHtml(block, (line) => inline(call, line, shapes))).join("");
}

function blockHtml(block: string, inlined: (text: string) => string): string {
  const lines = block.split("\n");
  const fenced = /^```.*\n([\s\S]*?)\n?```$/.exec(block);
  if (fenced) return `<pre><code>${escapeHtml(fenced[1] ?? "")}</code></pre>`;
  if (/^(?:-{3,}|\*{3,})$/.test(block)) return "<hr>";
  const heading = /^(#{1,6}) +(.*)$/.exec(block);
  if (heading) return `<h${heading[1]?.length}>${inlined(heading[2] ?? "")}</h${heading[1]?.length}>`;
  for (const [tag, mark] of [
    ["ul", /^[-*+] +/],
    ["ol", /^\d+[.)] +/],
  ] as const) {
    if (!lines.every((line) => mark.test(line))) continue;
    return `<${tag}>${lines.map((line) => `<li>${inlined(line.replace(mark, ""))}</li>`).join("")}</${tag}>`;
  }
  const isQuote = lines.every((line) => line.startsWith(">"));
  const body = inlined(lines.map((line) => (isQuote ? line.replace(/^> ?/, "") : line)).join("\n"));
  const paragraph = `<p>${body.replaceAll("\n", "<br>")}</p>`;
  return isQuote ? `<blockquote>${paragraph}</blockquote>` : paragraph;
}

/** Code and links first: nothing inside them is marked up again. */
function inline(call: Call, text: string, shapes: Shapes): string {
  let html = "";
  let done = 0;
  for (const found of text.matchAll(/`([^`\n]+)`|\[([^\]\n]+)\]\(([^\s)]+)\)/g)) {
    html += withEntities(call, text.slice(done, found.index), { ...shapes, plain: emphasis });
    const [, code, label = "", href = ""] = found;
    html += code ? `<code>${escapeHtml(code)}</code>` : `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
    done = found.index + found[0].length;
  }
  return html + withEntities(call, text.slice(done), { ...shapes, plain: emphasis });
}

function emphasis(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g, "<strong>$1</strong>")
    .replace(/(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])/g, "<em>$2</em>");
}
