import { accountUrl, tagUrl } from "./addresses.ts";
import type { Call } from "./call.ts";
import { type Account, acct, findAccount } from "./store.ts";
import { findEntities } from "./text-entities.ts";

/** The accounts a text mentions: those this instance knows. Nobody else is looked up, for there is no network here. */
export function mentionedIn(call: Call, text: string): Account[] {
  const accounts = findEntities(text)
    .filter(({ kind }) => kind === "mention")
    .map(({ value }) => byHandle(call, value));
  return [...new Set(accounts)].filter((account) => account !== undefined);
}

/** The names of the hashtags in a text as Mastodon stores them: folded and without doubles. */
export function tagsIn(text: string): string[] {
  const names = findEntities(text, true)
    .filter(({ kind }) => kind === "hashtag")
    .map(({ value }) => foldTag(value));
  return [...new Set(names)];
}

/** Known handles as their accounts spell them: `@Alice@this.instance` is saved as `@alice`. */
export function withCanonicalHandles(call: Call, text: string): string {
  let rewritten = "";
  let done = 0;
  for (const { kind, start, end, value } of findEntities(text)) {
    const account = kind === "mention" ? byHandle(call, value) : undefined;
    if (!account) continue;
    rewritten += `${text.slice(done, start)}@${acct(account)}`;
    done = end;
  }
  return rewritten + text.slice(done);
}

/** The HTML of a status, as the server of the profile writes it. */
export function contentOf(call: Call, text: string): string {
  return text.trim() === "" ? "" : call.profile.render(call, text);
}

/** How a server writes what is more than characters. All but `plain` give HTML of one entity. */
export interface Shapes {
  url: (url: string) => string;
  /** `name` is the tag without its #, `href` the address of the folded one. */
  hashtag: (name: string, href: string) => string;
  /** An account that is known here; of others the handle stays text. */
  mention: (account: Account, href: string) => string;
  /** The text between; `escapeHtml` unless given. */
  plain?: (text: string) => string;
}

/** The text with its entities as HTML; line breaks stay as they are. */
export function withEntities(call: Call, text: string, { url, hashtag, mention, plain = escapeHtml }: Shapes): string {
  let html = "";
  let done = 0;
  for (const { kind, start, end, value } of findEntities(text, true)) {
    html += plain(text.slice(done, start));
    done = end;
    const account = kind === "mention" ? byHandle(call, value) : undefined;
    if (kind === "url") html += url(value);
    else if (kind === "hashtag") html += hashtag(value, tagUrl(call.origin, foldTag(value)));
    else html += account ? mention(account, accountUrl(call.origin, account)) : `@${escapeHtml(value)}`;
  }
  return html + plain(text.slice(done));
}

/** Paragraphs at blank lines, `br` at the other line breaks. */
export function withParagraphs(html: string, br: string): string {
  const paragraphs = html.replace(/\r\n?/g, "\n").split(/\n\n+/);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll("\n", br)}</p>`).join("");
}

/** Mastodon's TextFormatter. */
export function mastodonContent(call: Call, text: string): string {
  return withParagraphs(withEntities(call, text, { url: shortenedLink, hashtag, mention }), "<br />");
}

function byHandle(call: Call, handle: string): Account | undefined {
  const [username = "", domain = null] = handle.split("@");
  const ownDomain = new URL(call.origin).hostname;
  // The handle syntax knows no port, so this instance is also known by its bare host.
  return findAccount(call.store, username, domain === ownDomain ? null : domain);
}

function foldTag(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase().normalize("NFD");
  return folded.replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1").normalize("NFC");
}

/** The whole address is there, but its scheme and all after 30 characters are marked to be hidden. */
export function shortenedLink(url: string): string {
  const prefix = /^(?:https?:\/\/(?:www\.)?)?/i.exec(url)?.[0] ?? "";
  const rest = [...url.slice(prefix.length)];
  const shown = escapeHtml(rest.slice(0, 30).join(""));
  const hidden = escapeHtml(rest.slice(30).join(""));
  const shape = hidden === "" ? "" : "ellipsis";
  return `<a href="${escapeHtml(url)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${prefix}</span><span class="${shape}">${shown}</span><span class="invisible">${hidden}</span></a>`;
}

function hashtag(name: string, href: string): string {
  return `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(name)}</span></a>`;
}

function mention(account: Account, href: string): string {
  return `<span class="h-card" translate="no"><a href="${href}" class="u-url mention">@<span>${account.username}</span></a></span>`;
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
