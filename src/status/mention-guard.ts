import { bareHostBehindAt, findUrls, isProtocol, matchMentions, outside } from "./entities.ts";

/** ZERO WIDTH NON-JOINER: no word character, so no name can begin with it, and part of the grapheme before it. */
const GUARD = "\u200c";

/**
 * Breaks the mentions of a text, so that no account is notified by it, with U+200C right behind the `@`.
 *
 * What counts as a mention is Mastodon's pattern for whom to notify, a little more than what it shows as a mention. An
 * `@` behind a letter, digit, `/` or `=` is none: e-mail addresses, `host/@name`, `user=@name` stay whole. Nor does the
 * full-width ＠ start one. A server with a looser pattern may see `/@name` all the same, but a guard there would break
 * links without a protocol.
 *
 * Links stay whole. Mastodon notifies even from inside of them, where neither `/` nor `=` is before the `@` (as in
 * `/compare/@scope/a@1...@scope/a@2`); only a changed link could prevent that. A handle equal to a protocol right
 * before `://` is left alone, too: Mastodon shows neither mention nor link there, and a guard would make it a link.
 *
 * The count of graphemes stays the same, except that Mastodon counts the domain of a mention as nothing, and of a broken
 * one in full: `@alice@example.org` counts 6, guarded 18. In code points each guard counts 1.
 *
 * @param allowed lower-case handles that may mention, with their domain where they have one
 * @returns the text; the offsets in the old text at which U+200C was inserted, ascending; and whom it was that was kept
 *   from being mentioned, as written with the `@`, in order, each once
 */
export function guardMentions(
  text: string,
  allowed: ReadonlySet<string>,
): { text: string; positions: number[]; guarded: string[] } {
  const positions: number[] = [];
  const guarded = new Map<string, string>();
  for (const { start, end, handle } of outside(findUrls(text), matchMentions(text))) {
    const account = handle.toLowerCase();
    if (allowed.has(account) || (isProtocol(handle) && text.startsWith("://", end))) continue;
    positions.push(start + 1);
    const host = bareHostBehindAt(text, start + 1);
    if (host !== undefined) positions.push(host);
    if (!guarded.has(account)) guarded.set(account, `@${handle}`);
  }
  let result = "";
  let done = 0;
  for (const position of positions) {
    result += text.slice(done, position) + GUARD;
    done = position;
  }
  return { text: result + text.slice(done), positions, guarded: [...guarded.values()] };
}
