import type { Draft } from "../draft.ts";
import { countCharacters } from "../length/length.ts";
import { isBlank } from "./blank.ts";
import { type ComposeOptions, type Composition, type Part, toPart } from "./composition.ts";
import { overflowing } from "./overflowing.ts";

/**
 * Makes the statuses to post out of drafts: each draft begins a new part, `overflow` rules the ones that are too long.
 * Drafts that show nothing vanish, and if all do the plan has no parts.
 */
export async function compose(drafts: Draft[], options: ComposeOptions): Promise<Composition> {
  const visible = drafts.filter(({ text }) => !isBlank(text));
  const parts = visible.map(({ text }) => toPart(text, options));
  if (parts.length === 0 || fits(parts, options)) return { parts, cuts: [], tooLong: null };
  return overflowing(visible, options);
}

/** Whether the parts can go out as they are. Those of a `thread` get numbers, if there is more than one. */
function fits(parts: Part[], { limit, counting, spoiler, overflow, maxParts }: ComposeOptions): boolean {
  return (
    parts.length <= (overflow === "thread" ? 1 : maxParts) &&
    countCharacters("", spoiler, counting) < limit &&
    parts.every(({ characters }) => characters <= limit)
  );
}
