// What comes before a feed's parser: its bytes become text, and what is no feed is told apart from one that is broken.

/**
 * The text of a feed. A byte order mark tells its charset, else the header of the answer (RFC 7303, section 3), else its
 * own declaration, else it is UTF-8. Where the bytes are not what was said, the next of these is tried.
 *
 * @param contentType header of the answer; empty for a file
 * @throws Error with a clause when none of them fits
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const mark = charsetOfMark(head);
  const declared = [
    /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType),
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i.exec(head),
  ];
  const charsets = mark ? [mark] : [...declared.map((found) => found?.[1] ?? ""), "utf-8"].filter(Boolean);
  for (const charset of charsets) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // A charset that nobody knows, or bytes that it does not have.
    }
  }
  throw new Error(`its bytes are not ${charsets.join(", nor ")}. Correct the \`encoding\` of its XML declaration`);
}

function charsetOfMark(head: string): string | null {
  if (head.startsWith("\xEF\xBB\xBF")) return "utf-8";
  if (head.startsWith("\xFF\xFE") || head.startsWith("<\0?\0")) return "utf-16le";
  if (head.startsWith("\xFE\xFF") || head.startsWith("\0<\0?")) return "utf-16be";
  return null;
}

/** What may stand before the first element. A document type may hold declarations in brackets. */
const PROLOG = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^<>[]|\[[\s\S]*?\]\s*(?=>))*>)*/i;

/**
 * Why a text is no feed at all, as a clause with its cure; null for one that looks like a feed.
 *
 * @param base where it came from, for the address of the feed that a page names; empty for a file
 */
export function whyNoFeed(text: string, base: string): string | null {
  const start = text.replace(PROLOG, "");
  if (start.trim() === "") return "it is empty. Is the site built before this step, and the address right?";
  if (start.startsWith("{")) return null;
  const root = /^<(?:[\w-]+:)?([\w-]+)/.exec(start)?.[1]?.toLowerCase() ?? "";
  if (["rss", "rdf", "feed"].includes(root)) return null;
  if (root === "html" || /<(html|body|head)\b/i.test(start.slice(0, 2000))) {
    const named = feedNamedBy(text, base);
    return `it is a web page. ${named ? `Its feed is ${named}.` : "Give the address of the feed itself."}`;
  }
  const what = root === "" ? "it is neither XML nor JSON" : `its first element is <${root}>`;
  return `${what}. RSS, Atom and JSON feeds are understood.`;
}

/** The feed that a web page names in its head; empty for none. */
function feedNamedBy(page: string, base: string): string {
  for (const [tag] of page.matchAll(/<link\b[^<>]*>/gi)) {
    if (!/application\/(rss|atom|feed)\+?/i.test(tag)) continue;
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag);
    const address = href?.[1] ?? href?.[2] ?? href?.[3] ?? "";
    if (URL.canParse(address, base || undefined)) return new URL(address, base || undefined).href;
  }
  return "";
}

/** Parts of XML whose inside is no markup, and tags. What is not ended reaches to the end, so that any text takes linear time. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([\p{L}_][^\s<>/]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/uy;

/** Where XML breaks, such as `line 12: <link> is not closed before the </item> of line 13.`; null where this finds nothing. */
export function brokenAt(xml: string): string | null {
  const open: { name: string; at: number }[] = [];
  const line = (at: number) => `line ${lineAt(xml, at)}`;
  let at = xml.indexOf("<", PROLOG.exec(xml)?.[0].length ?? 0);
  while (at !== -1) {
    MARKUP.lastIndex = at;
    const [whole = "", closing, name, , empty] = MARKUP.exec(xml) ?? [];
    if (whole === "") return `${line(at)}: a \`<\` that begins no tag. Was it cut, or should it be \`&lt;\`?`;
    if (name === undefined && !/(?:-->|\]\]>|\?>)$/.test(whole))
      return `${line(at)}: a section that never ends. Was it cut?`;
    if (closing === "/") {
      const opened = open.pop();
      if (opened === undefined) return `${line(at)}: </${name}> closes nothing.`;
      if (opened.name !== name)
        return `${line(opened.at)}: <${opened.name}> is not closed before the </${name}> of ${line(at)}.`;
    } else if (name !== undefined && empty === "") open.push({ name, at });
    at = xml.indexOf("<", at + whole.length);
  }
  const last = open.at(-1);
  return last ? `${line(xml.trimEnd().length)}: it ends, and <${last.name}> is not closed. Was it cut?` : null;
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
