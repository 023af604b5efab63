import type { AnyFeed } from "feedsmith";
import { parseFeed } from "feedsmith";
import { isoDate } from "./date.ts";
import type { Entry } from "./entry.ts";
import { brokenAt, lineAt, whyNoFeed } from "./feed-document.ts";
import { firstParagraph, htmlText, oneLineOf, perhapsHtml, tidy } from "./feed-text.ts";

/** What a template may know of a feed. */
export interface FeedFacts {
  title: string | null;
  link: string | null;
  description: string | null;
  language: string | null;
}

/** What a template may know of an entry of a feed: text, never HTML. Its `date` is that of an update where it has no other. */
export interface FeedEntry extends Entry {
  id: string | null;
  content: string | null;
  published: string | null;
  updated: string | null;
  author: string | null;
}

export interface Feed {
  feed: FeedFacts;
  /** In the feed's own order. */
  entries: FeedEntry[];
}

type Of<Format extends AnyFeed["format"]> = Extract<AnyFeed, { format: Format }>["feed"];
type RssItem = NonNullable<Of<"rss">["items"]>[number];
type RdfItem = NonNullable<Of<"rdf">["items"]>[number];
type AtomEntry = NonNullable<Of<"atom">["entries"]>[number];
type JsonItem = NonNullable<Of<"json">["items"]>[number];

/**
 * Reads RSS (0.9x, 1.0, 2.0), Atom or JSON Feed. Nothing is loaded, and no entity of a document type is expanded.
 *
 * @param base address that the text came from, for relative links; empty for a file
 * @throws Error with a clause (`it is a web page. …`) where it is no feed, or is broken; then with its line
 */
export function readFeed(text: string, base: string): Feed {
  const source = text.replace(/^\uFEFF/, "");
  const reason = whyNoFeed(source, base);
  if (reason !== null) throw new Error(reason);
  const parsed = parse(source);
  switch (parsed.format) {
    case "rss":
      return readRss(parsed.feed, base);
    case "rdf":
      return readRdf(parsed.feed, base);
    case "atom":
      return readAtom(parsed.feed, base);
    case "json":
      return readJson(parsed.feed, base);
  }
}

function parse(text: string): AnyFeed {
  if (/^\s*\{/.test(text)) checkJson(text);
  try {
    const parsed = parseFeed(text);
    // The parser takes what ends between two entries.
    const isWhole =
      parsed.format === "json" ||
      /<\/(?:[\w-]+:)?(?:rss|rdf|feed)\s*>(?:\s|<!--[\s\S]*?-->)*$/i.test(text.slice(-1000));
    if (isWhole) return parsed;
  } catch (cause) {
    const { name, cause: inner } = cause as Error;
    if (name === "DetectError" || (name === "ParseError" && brokenAt(text) === null)) {
      throw new Error("it has none of the elements of a feed. RSS, Atom and JSON feeds are understood.");
    }
    const said =
      brokenAt(text) ?? `${((inner as Error | undefined)?.message ?? "it cannot be parsed").split("\n")[0]}.`;
    throw new Error(`it is not well-formed XML: ${said}`);
  }
  throw new Error(`it is not well-formed XML: ${brokenAt(text) ?? "its first element is not closed."}`);
}

function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    const [said = ""] = (cause as Error).message.split(/ in JSON| \(line/);
    const at = Number(/position (\d+)/.exec((cause as Error).message)?.[1] ?? text.length);
    throw new Error(`it is not valid JSON: line ${lineAt(text, at)}: ${said}.`);
  }
}

function readRss(rss: Of<"rss">, base: string): Feed {
  const home = linkOf([rss.link, rss.atom?.links?.find(isAlternate)?.href], [rss.xml?.base, base]);
  const language = rss.language ?? rss.dc?.languages?.[0] ?? rss.xml?.lang ?? null;
  const feed = {
    title: textOf(rss.title, perhapsHtml),
    link: home,
    description: textOf(rss.description, perhapsHtml),
    language,
  };
  return {
    feed,
    entries: (rss.items ?? []).map((item) => readRssItem(item, home, [rss.xml?.base, home, base], language)),
  };
}

function readRssItem(item: RssItem, home: string | null, bases: Bases, language: string | null): FeedEntry {
  const { guid, atom, dc, dcterms, itunes, media } = item;
  const permalink = guid?.isPermaLink === false || !/^https?:/i.test(guid?.value ?? "") ? undefined : guid?.value;
  const link = linkOf(
    [item.link, atom?.links?.find(isAlternate)?.href, permalink, item.enclosures?.[0]?.url],
    [item.xml?.base, ...bases],
  );
  const description = item.description ?? dcterms?.abstracts?.[0] ?? itunes?.summary ?? media?.description?.value;
  const content = item.content?.encoded ?? atom?.content?.value;
  return entryOf({
    title: textOf(item.title ?? dc?.titles?.[0] ?? itunes?.title, perhapsHtml),
    summary: textOf(description && withoutFooter(description, link, home), htmlText) ?? textOf(content, firstParagraph),
    content: textOf(content, htmlText),
    link,
    tags: [...(item.categories ?? []).map(({ name }) => name), ...(dc?.subjects ?? [])],
    published: [item.pubDate, dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0], atom?.published],
    updated: [atom?.updated, dcterms?.modified?.[0]],
    language: item.xml?.lang ?? dc?.languages?.[0] ?? language,
    id: guid?.value ?? atom?.id ?? null,
    author: item.authors?.[0]?.name ?? dc?.creators?.[0] ?? itunes?.author ?? item.authors?.[0]?.email ?? null,
  });
}

/** WordPress ends a description with a paragraph that links to the entry and to the site, in the site's language. */
function withoutFooter(html: string, link: string | null, home: string | null): string {
  const at = html.lastIndexOf("<p>");
  const last = html.slice(at);
  const isFooter = at >= 0 && link !== null && home !== null && last.includes(`"${link}"`) && last.includes(`"${home}`);
  return isFooter ? html.slice(0, at) : html;
}

function readRdf(rdf: Of<"rdf">, base: string): Feed {
  const home = linkOf([rdf.link], [rdf.xml?.base, base]);
  const language = rdf.dc?.languages?.[0] ?? rdf.xml?.lang ?? null;
  const feed = {
    title: textOf(rdf.title, perhapsHtml),
    link: home,
    description: textOf(rdf.description, perhapsHtml),
    language,
  };
  const read = (item: RdfItem) =>
    entryOf({
      title: textOf(item.title ?? item.dc?.titles?.[0], perhapsHtml),
      summary:
        textOf(item.description ?? item.dc?.descriptions?.[0], htmlText) ??
        textOf(item.content?.encoded, firstParagraph),
      content: textOf(item.content?.encoded, htmlText),
      link: linkOf([item.link, item.rdf?.about], [item.xml?.base, rdf.xml?.base, home, base]),
      tags: item.dc?.subjects ?? [],
      published: [item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0]],
      updated: [item.dcterms?.modified?.[0]],
      language: item.dc?.languages?.[0] ?? language,
      id: item.rdf?.about ?? null,
      author: item.dc?.creators?.[0] ?? null,
    });
  return { feed, entries: (rdf.items ?? []).map(read) };
}

function readAtom(atom: Of<"atom">, base: string): Feed {
  const home = linkOf([atom.links?.find(isAlternate)?.href], [atom.xml?.base, base]);
  const language = atom.xml?.lang ?? null;
  const feed = { title: atomText(atom.title), link: home, description: atomText(atom.subtitle), language };
  const read = (entry: AtomEntry) => {
    const links = [entry.links?.find(isAlternate)?.href, entry.links?.find(({ rel }) => rel === "enclosure")?.href];
    const media = entry.media?.groups?.[0] ?? entry.media;
    return entryOf({
      title: atomText(entry.title) ?? textOf(media?.title?.value, tidy),
      summary:
        atomText(entry.summary) ?? textOf(media?.description?.value, tidy) ?? atomText(entry.content, firstParagraph),
      content: atomText(entry.content),
      link: linkOf([...links, entry.content?.src], [entry.xml?.base, atom.xml?.base, base, home]),
      tags: (entry.categories ?? []).map(({ term, label }) => label ?? term),
      published: [entry.published, entry.dc?.dates?.[0]],
      updated: [entry.updated],
      language: entry.xml?.lang ?? language,
      id: entry.id ?? null,
      author: entry.authors?.[0]?.name ?? atom.authors?.[0]?.name ?? null,
    });
  };
  return { feed, entries: (atom.entries ?? []).map(read) };
}

/** A text of Atom says itself whether it is HTML; without a word it is not (RFC 4287, section 3.1.1). */
function atomText(text: { value?: string; type?: string } | undefined, readHtml = (html: string) => htmlText(html)) {
  return textOf(text?.value, /html/i.test(text?.type ?? "") ? readHtml : tidy);
}

function readJson(json: Of<"json">, base: string): Feed {
  const bases = [base, json.feed_url, json.home_page_url];
  const language = json.language ?? null;
  const feed = {
    title: textOf(json.title, tidy),
    link: linkOf([json.home_page_url], bases),
    description: textOf(json.description, tidy),
    language,
  };
  const read = (item: JsonItem) =>
    entryOf({
      title: textOf(item.title, tidy),
      summary: textOf(item.summary, tidy) ?? textOf(item.content_html, firstParagraph),
      content: textOf(item.content_text, tidy) ?? textOf(item.content_html, htmlText),
      link: linkOf([item.url, item.external_url, item.attachments?.[0]?.url], bases),
      tags: item.tags ?? [],
      published: [item.date_published],
      updated: [item.date_modified],
      language: item.language ?? language,
      id: item.id ?? null,
      author: item.authors?.[0]?.name ?? json.authors?.[0]?.name ?? null,
    });
  return { feed, entries: (json.items ?? []).map(read) };
}

/** What all formats have in common. Of several dates the first that is one counts. */
interface Found extends Omit<FeedEntry, "tags" | "date" | "published" | "updated"> {
  tags: readonly (string | undefined)[];
  published: readonly (string | undefined)[];
  updated: readonly (string | undefined)[];
}

function entryOf({ title, summary, content, link, tags, published, updated, language, id, author }: Found): FeedEntry {
  const names = tags.map((tag) => oneLineOf(perhapsHtml(tag ?? ""))).filter((tag) => tag !== "");
  const [made, changed] = [dateIn(published), dateIn(updated)];
  return {
    title: title && oneLineOf(title),
    summary: summary ?? content?.split("\n\n")[0] ?? null,
    link,
    tags: [...new Set(names)],
    date: made ?? changed,
    language,
    id,
    content: content ?? summary,
    published: made,
    updated: changed,
    author: author && oneLineOf(perhapsHtml(author)),
  };
}

function dateIn(written: readonly (string | undefined)[]): string | null {
  for (const text of written) {
    const date = text === undefined ? null : isoDate(text);
    if (date !== null) return date;
  }
  return null;
}

function textOf(value: string | undefined, read: (value: string) => string): string | null {
  return (value && read(value)) || null;
}

function isAlternate({ rel = "alternate" }: { rel?: string }): boolean {
  return rel.toLowerCase() === "alternate";
}

type Bases = readonly (string | null | undefined)[];

/**
 * The first of some links that leads to the web, absolute.
 *
 * @param bases what a relative one is relative to, the nearest first; one may be relative to the next
 */
function linkOf(links: readonly (string | undefined)[], bases: Bases): string | null {
  const base = bases.reduceRight<string | undefined>(
    (outer, inner) => (inner && URL.canParse(inner, outer) ? new URL(inner, outer).href : outer),
    undefined,
  );
  for (const written of links) {
    const link = written?.trim() ?? "";
    if (link === "" || !URL.canParse(link, base)) continue;
    const url = new URL(link, base);
    // An absolute one stays as written: people like to read `ü`, and not `%C3%BC`.
    if (/^https?:$/.test(url.protocol)) return /^https?:\/\/[^\s\p{C}<>"]+$/iu.test(link) ? link : url.href;
  }
  return null;
}
