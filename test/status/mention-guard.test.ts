import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMentions, findUrls, matchMentions } from "../../src/status/length/entities.ts";
import { type Counting, countCharacters, mastodonCounting } from "../../src/status/length/length.ts";
import { guardMentions } from "../../src/status/template/mentions.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);
const nobody: ReadonlySet<string> = new Set();
/** The guarded text with the guard made visible. */
const guard = (text: string, ...allowed: string[]) =>
  guardMentions(text, new Set(allowed)).text.replaceAll("\u200c", "·");

describe("guardMentions", () => {
  test.each([
    ["at the start", "@alice", "@·alice"],
    ["at a line's start", "hi\n@alice", "hi\n@·alice"],
    ["in a list", "- @alice\n* @bob\n• @carol", "- @·alice\n* @·bob\n• @·carol"],
    ["behind brackets", "(@alice) [@bob] {@carol} <@dave>", "(@·alice) [@·bob] {@·carol} <@·dave>"],
    ["glued to punctuation", 'by:@alice,@bob;"@carol"…@dave-@eve', 'by:@·alice,@·bob;"@·carol"…@·dave-@·eve'],
    ["with a domain", "thanks @alice@example.org!", "thanks @·alice@example.org!"],
    ["as the scope of a package", "@scope/pkg@1.0.0 and `@scope/other`", "@·scope/pkg@1.0.0 and `@·scope/other`"],
    ["behind a dot", ".@alice", ".@·alice"],
    ["doubled", "@@alice", "@@·alice"],
    ["behind a full-width at sign", "＠@alice", "＠@·alice"],
    ["before a full-width at sign, where alice is notified all the same", "@alice＠", "@·alice＠"],
    ["before a letter that ends it, where alice is notified all the same", "@aliceé", "@·aliceé"],
    ["before Japanese", "@aliceさん", "@·aliceさん"],
    ["behind something invisible", "\u200b@alice \u200f@bob", "\u200b@·alice \u200f@·bob"],
    ["behind a link", "https://example.com/a @alice", "https://example.com/a @·alice"],
    ["glued to the end of a link", "https://example.com:@alice", "https://example.com:@·alice"],
    ["behind what Mastodon cuts off a t.co link", "https://t.co/abc.@alice", "https://t.co/abc.@·alice"],
    ["in capitals", "@ALICE", "@·ALICE"],
  ])("guards %s", (_, text, expected) => {
    expect(guard(text)).toBe(expected);
  });

  test.each([
    ["e-mail addresses", "alice@example.org, mailto:a.b+c@example.org, é@example.org"],
    ["chains of at signs", "a@b@c"],
    ["clone URLs", "git@github.com:owner/repo.git ssh://git@github.com/owner/repo"],
    ["links", "https://mastodon.social/@alice https://medium.com/@bob/x https://example.com/?u=@carol&v=/@dave"],
    ["hosts without a protocol", "mastodon.social/@alice"],
    ["lone at signs", "@ @- @@ a @ b"],
    ["the full-width at sign", "＠alice"],
    ["names that no server knows", "@ünal @日本"],
    ["a protocol, where a guard would make a link", "@https://example.com"],
  ])("leaves %s alone", (_, text) => {
    expect(guardMentions(text, nobody)).toEqual({ text, edits: [], guarded: [] });
  });

  test.each([
    [
      "a comparison",
      "https://github.com/o/r/compare/@scope/a@1.0.0...@scope/a@1.1.0",
      "https://github.com/o/r/compare/@scope/a@1.0.0...%40scope/a@1.1.0",
    ],
    ["a path", "https://example.com/a,@alice/b", "https://example.com/a,%40alice/b"],
    ["parentheses", "https://example.com/a_(@alice)", "https://example.com/a_(%40alice)"],
    ["a query", "https://example.com/?to[]=1&@alice@example.org", "https://example.com/?to[]=1&%40alice@example.org"],
    ["a fragment", "https://example.com/#@alice", "https://example.com/#%40alice"],
    ["several places", "see https://example.com/~@a/.@b/@c @d", "see https://example.com/~%40a/.%40b/@c @·d"],
  ])("inside of a link, guards %s and keeps it whole", (_, text, expected) => {
    expect(guard(text)).toBe(expected);
    const [link] = findUrls(expected);
    expect(new URL(expected.slice(link!.start, link!.end)).host).toMatch(/^(github|example)\.com$/);
    expect(matchMentions(guardMentions(text, nobody).text)).toEqual([]);
  });

  test("leaves an allowed handle inside of a link as it is", () => {
    const text = "https://github.com/o/r/compare/a@1...@scope/a@2";
    expect(guard(text, "scope")).toBe(text);
    expect(guardMentions(text, nobody).guarded).toEqual(["@scope"]);
  });

  test("lets the allowed handles mention, each only as a whole", () => {
    expect(guard("@alice @bob", "alice")).toBe("@alice @·bob");
    expect(guard("@Alice", "alice")).toBe("@Alice");
    expect(guard("@alice@example.org", "alice")).toBe("@·alice@example.org");
    expect(guard("@alice", "alice@example.org")).toBe("@·alice");
    expect(guard("@Alice@Example.org.", "alice@example.org")).toBe("@Alice@Example.org.");
    expect(guard("@alicebob @alice-bob @alice", "alice")).toBe("@·alicebob @·alice-bob @alice");
  });

  test("reports where it stepped in, and whom it kept out, each once", () => {
    expect(guardMentions("@Bob, @alice@example.org, @bob @bob@x", nobody)).toEqual({
      text: "@\u200cBob, @\u200calice@example.org, @\u200cbob @\u200cbob@x",
      edits: [1, 7, 27, 32].map((at) => ({ start: at, end: at, text: "\u200c" })),
      guarded: ["@Bob", "@alice@example.org", "@bob@x"],
    });
  });

  test("does not turn a mention into a bare host that swallows a link", () => {
    const text = "@example.com/https://example.org";
    const { text: guarded, edits } = guardMentions(text, nobody);
    expect(guarded).toBe("@\u200cexample.\u200ccom/https://example.org");
    expect(edits.map(({ start }) => start)).toEqual([1, 9]);
    expect(guarded.slice(findUrls(guarded)[0]?.start)).toBe("https://example.org");
    expect(guard("@example.com/docs")).toBe("@·example.·com/docs");
    expect(guard("@example.com docs")).toBe("@·example.com docs");
  });

  test("costs no character, but for the domain that Mastodon does not count in a mention", () => {
    const count = (text: string) => [countCharacters(text), countCharacters(guardMentions(text, nobody).text)];
    expect(count("by @alice, @scope/pkg and (@bob)")).toEqual([32, 32]);
    expect(count("@alice@example.org")).toEqual([6, 18]);
  });
});

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("@", "@", "@alice", "@Bob@example.org", "@scope/pkg", "me@example.com") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(" ", "\n", ".", ",", "/", ":", "(", ")", "#", "-", "_", "?", "=", ":80", "a", "1"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom("https://example.com/a_(b)", "http://", "://", "example.com", "t.co/abc", "dat"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("👨‍👩‍👧‍👦", "🇩🇪", "🏳️‍⚧️", "e\u0301", "\u0301", "\u200c", "\u200d", "क्ष", "\u0600"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("שלום", "مرحبا", "\u200f", "日本語", "みんな", ".みんな", "\u3000", "＠", "＃", "#tag"),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);
const anyText = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(""));
const anyAllowed = fc.subarray(["alice", "bob@example.org", "scope"]).map((handles) => new Set(handles));

describe("properties", () => {
  const property = (check: (text: string, allowed: ReadonlySet<string>) => void) =>
    fc.assert(fc.property(anyText, anyAllowed, check), { numRuns });
  const links = (text: string) => findUrls(text).map(({ start, end }) => text.slice(start, end));

  test("nobody is mentioned who is not allowed", () =>
    property((text, allowed) => {
      const guarded = guardMentions(text, allowed).text;
      const mentioned = findMentions(guarded).map(({ handle }) => handle.toLowerCase());
      expect(mentioned.filter((handle) => !allowed.has(handle))).toEqual([]);
      const before = findMentions(text).filter(({ handle }) => allowed.has(handle.toLowerCase()));
      expect(mentioned).toEqual(before.map(({ handle }) => handle.toLowerCase()));
    }));

  test("nobody is notified who is not allowed, not even from inside of a link, a protocol's name aside", () =>
    property((text, allowed) => {
      const guarded = guardMentions(text, allowed).text;
      const notified = matchMentions(guarded).filter(({ handle }) => !allowed.has(handle.toLowerCase()));
      expect(notified.filter(({ end }) => !guarded.startsWith("://", end))).toEqual([]);
    }));

  test("links stay links to the same places", () =>
    property((text, allowed) => {
      const decoded = (text: string) => links(text).map((link) => link.replaceAll("%40", "@"));
      expect(decoded(guardMentions(text, allowed).text)).toEqual(decoded(text));
    }));

  test("guarding twice changes nothing", () =>
    property((text, allowed) => {
      const once = guardMentions(text, allowed).text;
      expect(guardMentions(once, allowed)).toEqual({ text: once, edits: [], guarded: [] });
    }));

  test("the changes are U+200C outside of links and %40 in the place of an @ inside", () =>
    property((text, allowed) => {
      const { text: guarded, edits } = guardMentions(text, allowed);
      let rebuilt = text;
      for (const { start, end, text: inserted } of edits.toReversed()) {
        rebuilt = rebuilt.slice(0, start) + inserted + rebuilt.slice(end);
      }
      expect(guarded).toBe(rebuilt);
      const urls = findUrls(text);
      for (const { start, end, text: inserted } of edits) {
        const inLink = urls.some((url) => url.start < start && start < url.end);
        expect([inserted, text.slice(start, end)]).toEqual(inLink ? ["%40", "@"] : ["\u200c", ""]);
      }
    }));

  test("the count of graphemes never changes, but for the domains of mentions", () =>
    property((text, allowed) => {
      const full: Counting = { ...mastodonCounting, mentions: "full" };
      const { text: guarded } = guardMentions(text, allowed);
      expect(countCharacters(guarded, "", full)).toBe(countCharacters(text, "", full));
      const domains = findMentions(text)
        .filter(({ handle }) => !allowed.has(handle.toLowerCase()))
        .map(({ handle }) => handle.replace(/^[^@]*/, ""));
      if (domains.every((domain) => domain === "")) expect(countCharacters(guarded)).toBe(countCharacters(text));
      else expect(countCharacters(guarded)).toBeGreaterThan(countCharacters(text));
    }));

  test("a count in code points grows by what is inserted", () =>
    property((text, allowed) => {
      const counting: Counting = { unit: "code points", urlLength: null, mentions: "full", spoiler: true };
      const { text: guarded, edits } = guardMentions(text, allowed);
      const added = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
      expect(countCharacters(guarded, "", counting)).toBe(countCharacters(text, "", counting) + added);
    }));
});
