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

/** The HTML of a status: paragraphs, line breaks, links, mentions and hashtags (Mastodon's TextFormatter). */
export function contentOf(call: Call, text: string): string {
  if (text.trim() === "") return "";
  let html = "";
  let done = 0;
  for (const { kind, start, end, value } of findEntities(text, true)) {
    html += escapeHtml(text.slice(done, start));
    if (kind === "url") html += link(value);
    else if (kind === "hashtag") html += hashtag(call, value);
    else html += mention(call, value);
    done = end;
  }
  html += escapeHtml(text.slice(done));
  const paragraphs = html.replace(/\r\n?/g, "\n").split(/\n\n+/);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br />")}</p>`).join("");
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

function link(url: string): string {
  const prefix = /^(?:https?:\/\/(?:www\.)?)?/i.exec(url)?.[0] ?? "";
  const rest = [...url.slice(prefix.length)];
  const shown = escapeHtml(rest.slice(0, 30).join(""));
  const hidden = escapeHtml(rest.slice(30).join(""));
  const shape = hidden === "" ? "" : "ellipsis";
  return `<a href="${escapeHtml(url)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${prefix}</span><span class="${shape}">${shown}</span><span class="invisible">${hidden}</span></a>`;
}

function hashtag(call: Call, name: string): string {
  const href = tagUrl(call.origin, foldTag(name));
  return `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(name)}</span></a>`;
}

function mention(call: Call, handle: string): string {
  const account = byHandle(call, handle);
  if (!account) return `@${escapeHtml(handle)}`;
  return `<span class="h-card" translate="no"><a href="${accountUrl(call.origin, account)}" class="u-url mention">@<span>${account.username}</span></a></span>`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
