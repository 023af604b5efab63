import { isBlank } from "./parameters.ts";
import { countedEntities } from "./text-entities.ts";

let segmenter: Intl.Segmenter | undefined;

/**
 * The length of a status as Mastodon counts it: grapheme clusters of the spoiler as it is, and of the
 * text with each URL as long as the reserve and each mention without its domain.
 */
export function countCharacters(text: string, spoilerText = "", reservedPerUrl = 23): number {
  // A text of any white space counts nothing.
  if (isBlank(text)) return countGraphemes(spoilerText);
  let rewritten = "";
  let done = 0;
  for (const entity of countedEntities(text)) {
    const short = entity.kind === "url" ? "x".repeat(reservedPerUrl) : `@${entity.value.split("@")[0]}`;
    rewritten += text.slice(done, entity.start) + short;
    done = entity.end;
  }
  return countGraphemes(spoilerText + rewritten + text.slice(done));
}

export function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return [...segmenter.segment(text)].length;
}

export function countCodePoints(text: string): number {
  return [...text].length;
}
