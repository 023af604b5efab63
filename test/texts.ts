import fc from "fast-check";

/** Accounts that the random texts mention, of this server and of others, for a practice instance to know. */
export const people = [
  "alice",
  "bob",
  "bob@remote.example",
  "carol@remote.example",
  "admin@a.example",
  "admin@b.example",
  "dave@münchen.example",
];

const pieces = [
  ["a", "Build 1_2", "Build 12", "2*3", "23", "v1.2.3", "don't", '"x"', "日本", "é", "🎉", "🖼", "\u00A0", "\u200B"],
  ["1. x", "2. x", "1) y", "- item", "* item", "+ item", "# Head", "> quote", "---", "```\ncode\n```", "100%", "C++"],
  ["**bold**", "__bold__", "*it*", "_it_", "`code`", "~~s~~", "\\*esc\\*", "a\\_b", "[words](https://example.com/a_b)"],
  [
    "<b>",
    "</p><p>",
    "<br />",
    "<T>",
    "Map<K, V>",
    "a < b",
    "a > b",
    "&amp;",
    "&lt;b&gt;",
    "&copy;",
    "&#39;",
    "&#64;bob",
  ],
  ["https://example.com", "https://example.com:0/a", "https://example.com:0443/?q=1#x", "http://www.example.com/(a)"],
  ["https://example.com/a/rather/long/path/that/is/cut?x=1&y=2", "https://example.com/?q=c++", "www.example.com"],
  [
    "https://example.com/.@bob",
    "https://example.com/?x=.@Bob@remote.example",
    "https://example.com/@bob",
    "example.com/a",
  ],
  ["#Tag", "＃Tag", "#1_2", "#12", "#tag·x", "#Taghttps://example.com", ":tada:"],
  ["@bob", "@BOB", "@alice", "@nobody", "@bob.", "@bob_", "@bobé", "@bob@", "@bob://x", "@bob:443", "x@bob", "/@bob"],
  ["@bob@remote.example", "@Bob@REMOTE.example", "@bob@social.example", "@carol@remote.example", "@carol", "@admin"],
  ["@admin@a.example", "@admin@b.example", "@admin@c.example", "@dave@münchen.example", "@dave@xn--mnchen-3ya.example"],
  [
    "xmpp:bob@example.com?.@bob@remote.example",
    "magnet:?dn=.@bob@remote.example",
    "magnet:?",
    "@poster@social.example",
  ],
].flat();
const gaps = ["", " ", " ", " ", "  ", "\t", "\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\n \n", "\u2028"];

/** Texts of all that servers take for more than characters. Their ends are trimmed, as the action trims what it sends. */
export const texts = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...gaps)), { minLength: 1, maxLength: 8 })
  .map((all) => all.flat().join("").trim())
  .filter((text) => /[^\s\u200B]/.test(text));

/** Ways to change one thing in a text, the first place that a pattern finds from somewhere on. */
const changes: [RegExp, (found: string) => string][] = [
  [/\d/g, (digit) => String((Number(digit) + 1) % 10)],
  [/[_*]/g, () => ""],
  [/(?<=\w)(?=\w)/g, () => "_"],
  [/(?<=\w)(?=\w)/g, () => "*"],
  [/(?<=\[)\w+(?=\])/g, () => "others"],
  [/(?<=\/\/|@\w+@)\w/g, (letter) => (letter === "b" ? "c" : "b")],
  [/(?<=@\w+)@[\w.-]+/g, () => ""],
  [/(?<=\S) (?=\S)/g, () => "  "],
  [/(?<=\S)(?=\S)/g, () => " "],
  [/\n/g, () => " "],
  [/\S/gu, () => ""],
  [/[a-z]/g, (letter) => letter.toUpperCase()],
];

/** A text, and the same with one thing changed. */
export const mutants = fc
  .tuple(texts, fc.constantFrom(...changes), fc.nat(100))
  .map(([text, [pattern, change], skip]) => {
    const places = [...text.matchAll(pattern)];
    const place = places[skip % Math.max(places.length, 1)];
    if (!place) return [text, text] as const;
    const { 0: found, index } = place;
    return [text, (text.slice(0, index) + change(found) + text.slice(index + found.length)).trim()] as const;
  })
  .filter(([text, mutant]) => mutant !== text && /[^\s\u200B]/.test(mutant));
