import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardPost } from "../../src/plan/guard.ts";
import type { Post } from "../../src/plan/render.ts";
import { editDraft } from "../../src/status/compose/draft.ts";
import { findUrls } from "../../src/status/length/entities.ts";
import { type Counting, countCharacters, mastodonCounting } from "../../src/status/length/length.ts";
import { guardMentions, guardNames } from "../../src/status/mentions.ts";
import { mentionRules } from "../instance/mention-rules.ts";
import { lines } from "../recordings/lines.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);
const nobody: ReadonlySet<string> = new Set();

function guardedText(text: string, allowed: ReadonlySet<string> = nobody, inWords = false): string {
  return editDraft({ text, fit: [] }, guardMentions(text, allowed, inWords).edits).text;
}

/** The guarded text with the guard made visible. */
const guard = (text: string, ...allowed: string[]) => guardedText(text, new Set(allowed)).replaceAll("\u200c", "·");

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
    ["behind and as a full-width at sign", "＠@alice ＠bob ﹫carol", "＠@·alice ＠·bob ﹫·carol"],
    ["behind letters that are none to an older server", "é@alice \u1c89@bob", "é@·alice \u1c89@·bob"],
    ["before a letter that ends it, where alice is notified all the same", "@aliceé", "@·aliceé"],
    ["before Japanese", "@aliceさん", "@·aliceさん"],
    ["in other scripts", "@ünal @日本", "@·ünal @·日本"],
    ["behind something invisible", "\u200b@alice \u200f@bob", "\u200b@·alice \u200f@·bob"],
    ["behind a link", "https://example.com/a @alice", "https://example.com/a @·alice"],
    ["in capitals", "@ALICE", "@·ALICE"],
    [
      "in paths without a scheme",
      "unpkg.com/@alice/pkg a/@bob user=@carol",
      "unpkg.com/@·alice/pkg a/@·bob user=@·carol",
    ],
    ["in a word, where a whole handle follows", "foo@alice@example.org", "foo@·alice@example.org"],
    ["as an entity", "&#64;a &#x40;b &#064c &commat;d", "&#64;·a &#x40;·b &#064·c &commat;·d"],
    ["before an entity or a tag", "@&#97;lice @<b>bob</b>", "@·&#97;lice @·<b>bob</b>"],
    ["before a protocol", "@https://example.com", "@·https://example.com"],
  ])("guards %s", (_, text, expected) => {
    expect(guard(text)).toBe(expected);
  });

  test.each([
    ["e-mail addresses", "alice@example.org, mailto:a.b+c@example.org"],
    ["versions", "undici@7.2.0, actions/checkout@v5, npm i pkg@latest"],
    ["chains of words", "a@b c@d"],
    ["clone URLs", "git@github.com:owner/repo.git ssh://git@github.com/owner/repo"],
    ["links", "https://mastodon.social/@alice (https://medium.com/@bob/x) https://example.com/?u=@carol&v=/@dave"],
    ["lone at signs", "@ @- @@ a @ b (@) &#640; &commat"],
    ["what is guarded already", "@\u200calice &#64;\u200cbob"],
  ])("leaves %s alone", (_, text) => {
    expect(guardMentions(text, nobody)).toEqual({ edits: [], guarded: [], mentions: [] });
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
    ["an entity", "https://example.com/a-&#64;alice", "https://example.com/a-%40alice"],
    ["several places", "see https://example.com/~@a/.@b/@c @d", "see https://example.com/~%40a/.%40b/@c @·d"],
  ])("inside of a link, guards %s and keeps it whole", (_, text, expected) => {
    expect(guard(text)).toBe(expected);
    const [link] = findUrls(expected);
    expect(new URL(expected.slice(link!.start, link!.end)).host).toMatch(/^(github|example)\.com$/);
  });

  test("a link that is none to every server is guarded, too", () => {
    expect(guard('<a href="https://x.example/@alice">x</a>')).toBe('<a href="https://x.example/%40alice">x</a>');
    expect(guard("见https://example.com/@alice")).toBe("见https://example.com/%40alice");
    expect(guard("gemini://example.com/@alice")).toBe("gemini://example.com/%40alice");
    expect(guard("http://localhost:3000/?u=@alice")).toBe("http://localhost:3000/?u=%40alice");
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
    expect(guard("@alicebob @alice-bob @alice_ @aliceé @alice", "alice")).toBe(
      "@·alicebob @·alice-bob @·alice_ @·aliceé @alice",
    );
    // Joiners and young letters belong to a domain.
    expect(guard("@carol@\u200cremote.example", "carol")).toBe("@·carol@·remote.example");
    expect(guard("@carol@remote.example\u{16ea0}", "carol@remote.example")).toBe("@·carol@remote.example\u{16ea0}");
  });

  test("tells whom it kept out, each once, and who may still be mentioned", () => {
    expect(
      guardMentions("@Bob, @alice@example.org, @bob @bob@x @eve, https://example.com/-@eve", new Set(["eve"])),
    ).toEqual({
      edits: [1, 7, 27, 32].map((at) => ({ start: at, end: at, text: "\u200c" })),
      guarded: ["@Bob", "@alice@example.org", "@bob@x"],
      mentions: ["eve"],
    });
  });

  test("guards words where the server takes them for mentions", () => {
    expect(guardedText("me@example.org, https://example.com/a@b", nobody, true)).toBe(
      "me@\u200cexample.org, https://example.com/a@b",
    );
    expect(guardedText("me@example.org", new Set(["mailto:me@example.org"]), true)).toBe("me@example.org");
  });

  test("costs no character, but for the domain that Mastodon does not count in a mention", () => {
    const count = (text: string) => [countCharacters(text), countCharacters(guardedText(text))];
    expect(count("by @alice, @scope/pkg and (@bob)")).toEqual([32, 32]);
    expect(count("@alice@example.org")).toEqual([6, 18]);
  });

  test("takes time in proportion to a text's length", () => {
    const long = [
      "@a@".repeat(40_000),
      `https://x.example/${"/@a".repeat(40_000)}`,
      "a".repeat(120_000),
      "&#64;".repeat(24_000),
    ];
    const began = performance.now();
    for (const text of long) guardMentions(`${text}@`, nobody);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

test("guardNames guards these names wherever they stand", () => {
  expect(guardNames("foo@alice https://example.com/@Alice @bob", new Set(["alice"]))).toBe(
    "foo@\u200calice https://example.com/%40Alice @bob",
  );
});

const rules = Object.entries(mentionRules).map(([server, rule]) => ({
  server,
  rule,
  // What these take for mentions in words is guarded once the server is known.
  inWords: ["snac", "takahe"].includes(server),
}));

/** A post of which each text is this one. */
function postOf(text: string): Post {
  const poll = { options: [text, `x ${text}`], expires_in: 3600, multiple: false, hide_totals: false };
  return {
    drafts: [{ text, fit: [] }],
    spoilerText: text,
    poll,
    mayMention: nobody,
    mentions: [],
    guarded: [],
  } as unknown as Post;
}

function textsOf({ drafts, spoilerText, poll }: Post): string[] {
  return [...drafts.map(({ text }) => text), spoilerText, ...poll!.options];
}

describe.each(rules)("on $server", ({ server, rule, inWords }) => {
  test("none of the recorded forms mentions anybody in text, content warning or poll", () => {
    for (const name of ["text/mentions", "text/sharkey-mentions"]) {
      for (const { text } of lines<{ text: string }>(name)) {
        const guarded = guardPost(postOf(text), "template", inWords);
        expect(textsOf(guarded).flatMap(rule), text).toEqual([]);
      }
    }
  });

  test("no random text mentions anybody who is not allowed", () => {
    fc.assert(
      fc.property(anyText, anyAllowed, (text, allowed) => {
        const guarded = guardedText(text, allowed, inWords);
        const whole = (handle: string) => [...allowed].some((one) => one === handle || one.startsWith(`${handle}@`));
        expect(
          rule(guarded)
            .map((handle) => handle.toLowerCase())
            .filter((handle) => !whole(handle)),
        ).toEqual([]);
      }),
      { numRuns, seed: server.length },
    );
  });
});

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("@", "@", "@alice", "@Bob@example.org", "@scope/pkg", "me@example.com") },
  { weight: 1, arbitrary: fc.constantFrom("&#64;", "&#x40;", "&commat;", "＠", "foo@eve@example.org", "\\@", "&#97;") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      " ",
      "\n",
      ".",
      ",",
      "/",
      ":",
      "(",
      ")",
      "#",
      "-",
      "_",
      "?",
      "=",
      ":80",
      "a",
      "1",
      "*",
      "`",
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        "https://example.com/a_(b)",
        "https://example.com/",
        "https://example.com/?u=",
        "http://",
        "://",
        "example.com",
      ],
      ...["t.co/abc", "dat", '<a href="', '">', "</a>", "<b>", "</b>", "[", "](", "**"],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("👨‍👩‍👧‍👦", "🇩🇪", "🏳️‍⚧️", "e\u0301", "\u0301", "\u200c", "\u200d", "क्ष", "\u0600"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\u1c89", "\ua7cb", "\u{10d40}", "é", "ß", "\u017f", "\u200b", "\u00ad", "\ue000"),
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
    fc.assert(fc.property(anyText, anyAllowed, check), { numRuns, seed: 5 });

  test("who may mention still does, in any company", () =>
    property((text) => {
      const guarded = guardedText(`${text} by @alice\n${text}`, new Set(["alice"]));
      for (const rule of [mentionRules.mastodon, mentionRules.takahe, mentionRules.mitra, mentionRules.snac]) {
        expect(rule(guarded.slice(guarded.indexOf("by @alice"), guarded.indexOf("by @alice") + 10))).toEqual(["alice"]);
      }
    }));

  test("the changes are U+200C outside of links' paths and %40 in the place of an @ inside", () =>
    property((text, allowed) => {
      for (const { start, end, text: inserted } of guardMentions(text, allowed).edits) {
        if (inserted === "%40") expect(text.slice(start, end)).toMatch(/^(?:[@＠﹫]|&.*)$/i);
        else expect([inserted, start]).toEqual(["\u200c", end]);
      }
    }));

  test("links stay links to the same places", () =>
    property((text, allowed) => {
      // What is glued to the word before a link may become its host.
      if (/[@＠﹫]\S*:\/\/|&/.test(text)) return;
      const links = (text: string) => findUrls(text).map(({ start, end }) => text.slice(start, end));
      const plain = (link: string) => link.replaceAll(/%40|[＠﹫]/g, "@").replaceAll("\u200c", "");
      const after = links(guardedText(text, allowed)).map(plain);
      expect(after).toEqual(expect.arrayContaining(links(text).map(plain)));
    }));

  test("the count of graphemes never changes outside of links, but for the domains of mentions", () =>
    property((text, allowed) => {
      if (text.includes("://")) return;
      const full: Counting = { ...mastodonCounting, mentions: "full" };
      expect(countCharacters(guardedText(text, allowed), "", full)).toBe(countCharacters(text, "", full));
    }));
});
