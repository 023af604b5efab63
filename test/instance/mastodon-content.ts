import type { Call } from "./call.ts";
import { escapeHtml, withEntities, withParagraphs } from "./content.ts";
import { type Account, prettyAcct } from "./store.ts";

/**
 * Mastodon's TextFormatter.
 * @param rel what it says of links to other places
 */
export function mastodonContent(rel: string) {
  return (call: Call, text: string, linked: readonly Account[]): string => {
    const shapes = { url: (url: string) => shortenedLink(url, rel), hashtag, mention: mentionOf(linked) };
    return withParagraphs(withEntities(call, text, shapes), "<br />");
  };
}

export const usualRel = "nofollow noopener";
const shownLength = 30;

/** The whole address is there, but its scheme and all after 30 characters are marked to be hidden. */
export function shortenedLink(written: string, rel = usualRel): string {
  const url = withoutOddPort(written);
  if (url === null) return escapeHtml(written);
  const prefix = /^(?:https?:\/\/(?:www\.)?|xmpp:)/.exec(url)?.[0] ?? "";
  const rest = [...url.slice(prefix.length)];
  // Three dots for a single character would save nothing.
  const length = rest.length === shownLength + 1 ? rest.length : shownLength;
  const shown = escapeHtml(rest.slice(0, length).join(""));
  const hidden = escapeHtml(rest.slice(length).join(""));
  const shape = hidden === "" ? "" : "ellipsis";
  return `<a href="${escapeHtml(url)}" target="_blank" rel="${rel}" translate="no"><span class="invisible">${prefix}</span><span class="${shape}">${shown}</span><span class="invisible">${hidden}</span></a>`;
}

/** The port as a number, and none for 0; null for an address that Ruby's library does not parse, which stays text. */
function withoutOddPort(url: string): string | null {
  const [whole = "", start = "", host = "", port] = /^([a-z]+:\/\/)([^/?#:]*)(?::(\d+))?/i.exec(url) ?? [];
  if ((port?.length ?? 0) > 5) return null;
  const number = Number(port ?? 0);
  return start + host + (number === 0 ? "" : `:${number}`) + url.slice(whole.length);
}

function hashtag(name: string, href: string): string {
  return `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(name)}</span></a>`;
}

/** The domain is shown only of two who have the same name. */
function mentionOf(linked: readonly Account[]) {
  return (account: Account, href: string): string | null => {
    if (!linked.includes(account)) return null;
    const isClear = linked.every((other) => other === account || !sameName(other, account));
    const name = isClear ? account.username : prettyAcct(account);
    return `<span class="h-card" translate="no"><a href="${href}" class="u-url mention">@<span>${name}</span></a></span>`;
  };
}

function sameName(a: Account, b: Account): boolean {
  return a.username.toLowerCase() === b.username.toLowerCase();
}
