import type { Inputs } from "../inputs/inputs.ts";
import { editDraft } from "../status/compose/draft.ts";
import { guardMentions } from "../status/mentions.ts";
import type { Post } from "./render.ts";

/**
 * Guards all texts of a post that may mention anybody: the parts, the content warning, the options of the poll. A post
 * that is guarded already may be guarded again, more strictly.
 *
 * @param inWords whether the server takes `me@example.org` for a mention
 */
export function guardPost(post: Post, mentions: Inputs["mentions"], inWords = false): Post {
  const allowed = mentions === "none" ? new Set<string>() : post.mayMention;
  const guarded = new Set(post.guarded);
  const meant = new Set<string>();
  const guard = (text: string) => {
    const found = guardMentions(text, allowed, inWords);
    for (const handle of found.mentions) meant.add(handle);
    if (mentions === "all") return [];
    for (const handle of found.guarded) guarded.add(handle);
    return found.edits;
  };
  const guardText = (text: string) => editDraft({ text, fit: [] }, guard(text)).text;
  return {
    ...post,
    drafts: post.drafts.map((draft) => editDraft(draft, guard(draft.text))),
    spoilerText: guardText(post.spoilerText),
    poll: post.poll && { ...post.poll, options: post.poll.options.map(guardText) },
    guarded: [...guarded],
    mentions: [...meant],
  };
}

/** Whether something of a post that its author did not write is like an e-mail address, which is a mention on some servers. */
export function holdsAddress(post: Post, mentions: Inputs["mentions"]): boolean {
  return guardPost(post, mentions, true).guarded.length > post.guarded.length;
}
