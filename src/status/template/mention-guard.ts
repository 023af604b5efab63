import { type Edit, editDraft } from "../draft.ts";
import { bareHostBehindAt, findUrls, isProtocol, matchMentions, outside } from "../length/entities.ts";

/** ZERO WIDTH NON-JOINER: no word character, so no name can begin with it, and part of the grapheme before it. */
const GUARD = "\u200c";

/**
 * Breaks the mentions of a text, so that no account is notified by it: with U+200C right behind the `@`, or inside a
 * link by `%40` in its place.
 *
 * What counts as a mention is Mastodon's pattern for whom to notify, a little more than what it shows as a mention. An
 * `@` behind a letter, digit, `/` or `=` is none: e-mail addresses, `host/@name`, `user=@name` stay whole. Nor does the
 * full-width ＠ start one. A server with a looser pattern may see `/@name` all the same, but a guard there would break
 * links without a protocol.
 *
 * Mastodon notifies even from inside of links, where neither `/` nor `=` is before the `@`, as before the second scope
 * of `/compare/@scope/a@1...@scope/a@2`. Such an `@` can only stand in the path, query or fragment of a link, where `%40`
 * means the same (RFC 3986, section 2), so the link stays whole and leads to the same place.
 *
 * A handle equal to a protocol right before `://` is left alone: Mastodon shows neither mention nor link there, and a
 * guard would make it a link.
 *
 * The count of graphemes stays the same where links have a fixed length, except that Mastodon counts the domain of a
 * mention as nothing, and of a broken one in full: `@alice@example.org` counts 6, guarded 18. In code points each U+200C
 * counts 1.
 *
 * @param allowed lower-case handles that may mention, with their domain where they have one
 * @returns the text; the changes that were made to it, ascending; and whom it was that was kept from being mentioned, as
 *   written with the `@`, in order, each once
 */
export function guardMentions(
  text: string,
  allowed: ReadonlySet<string>,
): { text: string; edits: Edit[]; guarded: string[] } {
  const mentions = matchMentions(text).filter(({ handle }) => !allowed.has(handle.toLowerCase()));
  if (mentions.length === 0) return { text, edits: [], guarded: [] };
  const free = new Set(outside(findUrls(text), mentions));
  const edits: Edit[] = [];
  const guarded = new Map<string, string>();
  for (const mention of mentions) {
    const { start, end, handle } = mention;
    if (!free.has(mention)) edits.push({ start, end: start + 1, text: "%40" });
    else if (isProtocol(handle) && text.startsWith("://", end)) continue;
    else {
      edits.push(insertion(start + 1));
      const host = bareHostBehindAt(text, start + 1);
      if (host !== undefined) edits.push(insertion(host));
    }
    const account = handle.toLowerCase();
    if (!guarded.has(account)) guarded.set(account, `@${handle}`);
  }
  return { text: editDraft({ text, fit: [] }, edits).text, edits, guarded: [...guarded.values()] };
}

function insertion(at: number): Edit {
  return { start: at, end: at, text: GUARD };
}
