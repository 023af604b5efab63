import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Draft, editDraft, tidyDraft } from "../../src/status/compose/draft.ts";
import { processorTime } from "../processor-time.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);

/** A draft; what stands between « and » went through `fit`. */
function draft(marked: string): Draft {
  const fit: Draft["fit"] = [];
  let text = "";
  for (const [i, piece] of marked.split(/[«»]/).entries()) {
    if (i % 2 === 1) fit.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, fit };
}

/** The pieces of a draft as they are written. */
const pieces = ({ text, fit }: Draft) => fit.map(({ start, end }) => text.slice(start, end));

describe("editDraft", () => {
  test("changes the text, and the pieces move along", () => {
    const edited = editDraft(draft("by @alice «and @bob too» end"), [
      { start: 4, end: 4, text: "|" },
      { start: 15, end: 15, text: "|" },
      { start: 23, end: 26, text: "." },
    ]);
    expect(edited.text).toBe("by @|alice and @|bob too .");
    expect(pieces(edited)).toEqual(["and @|bob too"]);
  });

  test("a change that takes a piece's edge away moves the edge", () => {
    const edited = editDraft(draft("one «two three» four"), [{ start: 2, end: 6, text: "_" }]);
    expect(edited.text).toBe("on_o three four");
    expect(pieces(edited)).toEqual(["o three"]);
  });

  test("an insertion right at a piece's end belongs to what follows", () => {
    expect(pieces(editDraft(draft("«one» two"), [{ start: 3, end: 3, text: "!" }]))).toEqual(["one"]);
  });

  test("no change is no change", () => {
    expect(editDraft(draft("a «b» c"), [])).toEqual(draft("a «b» c"));
  });
});

describe("tidyDraft", () => {
  test.each([
    ["\n\n  Title \n", "Title"],
    ["One\n\n\nTwo\n\n\n\n\nThree", "One\n\nTwo\n\nThree"],
    ["One  \n \t\n \n  Two", "One\n\n  Two"],
    ["One\nTwo\n\nThree", "One\nTwo\n\nThree"],
    ["One\r\n\r\n\r\nTwo", "One\n\nTwo"],
    [" \n ", ""],
    ["", ""],
  ])("makes %j %j", (text, expected) => {
    expect(tidyDraft({ text, fit: [] }).text).toBe(expected);
  });

  test("pieces move along, and those that come to nothing are gone", () => {
    const tidy = tidyDraft(draft("\n\nTitle\n\n\n\n«The piece»\n\n\n«  »\n\nEnd«\n»"));
    expect(tidy.text).toBe("Title\n\nThe piece\n\nEnd");
    expect(pieces(tidy)).toEqual(["The piece"]);
  });

  test("is linear in a row of blanks", () => {
    const text = `a${" ".repeat(125_000)}b${"\n ".repeat(60_000)}c`;
    expect(processorTime(() => tidyDraft({ text, fit: [] }))).toBeLessThan(2000);
  });

  test("tidying twice changes nothing, and only white space goes", () => {
    const marked = fc
      .array(
        fc.constantFrom("a", "b c", " ", "\n", "\n\n\n", "\t\n", "\r\n", "👍🏽", "\u00a0", "«x\n\n\ny»", "«\n»", "«z»"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(marked, (marked) => {
        const given = draft(marked);
        const once = tidyDraft(given);
        expect(tidyDraft(once)).toEqual(once);
        expect(once.text).not.toMatch(/^\s|\s$|\n\s*\n\s*\n/);
        const bare = (text: string) => text.replace(/\s/g, "");
        expect(bare(once.text)).toBe(bare(given.text));
        expect(pieces(once).map(bare).filter(Boolean)).toEqual(pieces(given).map(bare).filter(Boolean));
      }),
      { numRuns },
    );
  });
});
