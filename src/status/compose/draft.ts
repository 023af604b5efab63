import type { Span } from "../length/entities.ts";

/** One part of a status as its template wrote it: the text, and the pieces of it that yield when it is too long. */
export interface Draft {
  text: string;
  /** In order, not overlapping. */
  fit: Span[];
}

/** A change of a text: what stands from `start` to `end` becomes `text`. */
export interface Edit extends Span {
  text: string;
}

/** Applies changes, given in order and not overlapping, to a draft; its pieces move along with the text. */
export function editDraft({ text, fit }: Draft, edits: readonly Edit[]): Draft {
  let result = "";
  let done = 0;
  for (const edit of edits) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  result += text.slice(done);
  const move = (offset: number) => moved(offset, edits);
  return { text: result, fit: fit.map(({ start, end }) => ({ start: move(start), end: move(end) })) };
}

/** Where an offset of the old text lies in the new one; an offset inside a change goes to the change's end. */
function moved(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (start >= offset) break;
    shift += text.length - (Math.min(end, offset) - start);
  }
  return offset + shift;
}

// Without the look behind, each blank of a long row would be tried as the first one.
const BLANK_LINES = /(?<![^\S\n])[^\S\n]*\n(?:[^\S\n]*\n){2,}/g;

/** Makes three or more line breaks two, and takes white space off both ends. */
export function tidyDraft(draft: Draft): Draft {
  const { text } = draft;
  const end = text.trimEnd().length;
  const start = Math.min(text.length - text.trimStart().length, end);
  const edits: Edit[] = [{ start: 0, end: start, text: "" }];
  for (const match of text.slice(start, end).matchAll(BLANK_LINES)) {
    edits.push({ start: start + match.index, end: start + match.index + match[0].length, text: "\n\n" });
  }
  edits.push({ start: end, end: text.length, text: "" });
  const tidy = editDraft(draft, edits);
  return { ...tidy, fit: tidy.fit.filter((range) => range.end > range.start) };
}
