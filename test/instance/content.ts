import { accountUrl, tagUrl } from "./addresses.ts";
import type { Call } from "./call.ts";
import { accountOf } from "./mentions.ts";
import { isBlank } from "./parameters.ts";
import type { Account } from "./store.ts";
import { shownEntities } from "./text-entities.ts";

/**
 * The HTML of a text, as the server of the profile writes it.
 * @param linked the accounts that Mastodon links; the other softwares link whom they know
 */
export function contentOf(call: Call, text: string, linked: readonly Account[], contentType: string): string {
  return isBlank(text) ? "" : call.profile.render(call, text, linked, contentType);
}

/** How a server writes what is more than characters. All but `plain` give HTML of one entity. */
export interface Shapes {
  url: (url: string) => string;
  /** `name` is the tag without its #, `href` its address. */
  hashtag: (name: string, href: string) => string;
  /** An account that is known here; null, and for accounts that are not: the handle stays text. */
  mention: (account: Account, href: string) => string | null;
  /** The text between; `escapeHtml` unless given. */
  plain?: (text: string) => string;
}

/** The text with its entities as HTML; line breaks stay as they are. */
export function withEntities(call: Call, text: string, { url, hashtag, mention, plain = escapeHtml }: Shapes): string {
  const mentions = call.profile.mentionRule(text);
  let html = "";
  let done = 0;
  for (const { kind, start, end, value } of shownEntities(text)) {
    html += plain(text.slice(done, start));
    done = end;
    if (kind === "url" || kind === "uri") html += url(value);
    else if (kind === "hashtag") html += hashtag(value, tagUrl(call.origin, value));
    else {
      const account = mentions.includes(value) ? accountOf(call, value) : undefined;
      html += (account && mention(account, accountUrl(call.origin, account))) ?? `@${escapeHtml(value)}`;
    }
  }
  return html + plain(text.slice(done));
}

/** Paragraphs at blank lines, `br` at the other line breaks. */
export function withParagraphs(html: string, br: string): string {
  const paragraphs = html.replace(/\r\n?/g, "\n").split(/\n\n+/);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll("\n", br)}</p>`).join("");
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
