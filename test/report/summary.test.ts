import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothingYet, type Report, type ReportedPart } from "../../src/report/report.ts";
import { summarize } from "../../src/report/summary.ts";

const part: ReportedPart = {
  text: "Hello",
  characters: 5,
  id: "1",
  url: "https://social.example/@a/1",
  uri: "",
  visibility: "public",
  language: "en",
};

const summary = (changes: Partial<Report>) =>
  summarize({ posts: [{ ...nothingYet, parts: [part], ...changes }], isSeveral: false, nothing: "" });
const headline = (changes: Partial<Report>) => /<h3>(.*)<\/h3>/.exec(summary(changes))?.[1];

describe("the headline", () => {
  const author = { handle: "@a@social.example", profile: "https://social.example/@a" };
  const unposted = [{ ...part, id: "", url: "" }];
  const link = (text: string) => `<a href="https://social.example/@a/1">${text}</a>`;
  const whose = '<a href="https://social.example/@a">@a@social.example</a>';

  test.each<[string, Partial<Report>, string]>([
    ["posted", { result: "posted", ...author }, `${link("Posted")} by ${whose}`],
    ["posted by an unknown", { result: "posted" }, link("Posted")],
    ["posted without a link", { result: "posted", ...author, parts: unposted }, `Posted by ${whose}`],
    [
      "posted by an account without a page",
      { result: "posted", ...author, profile: "" },
      `${link("Posted")} by @a@social.example`,
    ],
    ["duplicate", { result: "duplicate", ...author }, `${link("Already posted")} by ${whose}`],
    ["dry run", { result: "dry-run", ...author, parts: unposted }, `Would post as ${whose}`],
    [
      "dry run, mute token",
      { result: "dry-run", hasAccount: true },
      "Would post (the token is not allowed to read whose it is)",
    ],
    ["dry run, no token", { result: "dry-run" }, "Would post (no account was asked)"],
    ["skipped", { result: "skipped" }, "Skipped, nothing was posted"],
    ["partial", { result: "partial", ...author }, `${link("Posted in part")} by ${whose}`],
    ["unknown", { result: "unknown" }, "Outcome unknown"],
    ["failed", { result: "failed" }, "Not posted"],
    [
      "failed to schedule",
      { result: "failed", attached: { ...nothingYet.attached, scheduledAt: "x" } },
      "Not scheduled",
    ],
    ["failed to edit", { result: "failed", isEdit: true }, "Not edited"],
    ["edited", { result: "edited", ...author, isEdit: true }, `${link("Edited")} by ${whose}`],
    [
      "nothing to edit",
      { result: "edited", ...author, isEdit: true, reason: "Same." },
      `Nothing to edit in ${link("the status")} by ${whose}`,
    ],
    ["scheduled", { result: "scheduled", ...author, parts: [{ ...part, url: "" }] }, `Scheduled by ${whose}`],
    ["dry run of an edit", { result: "dry-run", ...author, isEdit: true, parts: unposted }, `Would edit as ${whose}`],
  ])("%s", (_, changes, text) => {
    expect(headline(changes)).toBe(text);
  });
});

describe("the body", () => {
  test("shows the text with its lines, links as links, and the facts", () => {
    const text = "One & two\n\nSee https://example.org/a_b?c=d&e (or http://example.net).";
    expect(summary({ result: "posted", parts: [{ ...part, text }] })).toContain(
      '<blockquote>One &#38; two<br><br>See <a href="https://example.org/a_b?c=d&#38;e">https://example.org/a_b?c=d&#38;e</a> (or <a href="http://example.net">http://example.net</a>).</blockquote>\n\n<p><sub>Public · en · 5/500</sub></p>',
    );
  });

  test.each([
    ["public", "Public"],
    ["unlisted", "Quiet public"],
    ["private", "Followers"],
    ["direct", "Private mention"],
    ["local", "local"],
    ["", "The account&#39;s own visibility"],
  ])("visibility %j is called %j", (visibility, words) => {
    expect(summary({ parts: [{ ...part, visibility }] })).toContain(`<sub>${words} · en`);
  });

  test("folds the text behind its content warning", () => {
    expect(summary({ spoilerText: "Food <3" })).toContain(
      "<details><summary>Food &#60;3</summary><blockquote>Hello</blockquote></details>",
    );
  });

  test("numbers the parts of a thread, each with its link", () => {
    const text = summary({ parts: [part, { ...part, url: "", id: "" }] });
    expect(text).toContain('<p><b>1 of 2</b> · <a href="https://social.example/@a/1">open</a></p>');
    expect(text).toContain("<p><b>2 of 2</b></p>");
  });

  test("cuts what nobody reads", () => {
    const refused = { ...part, text: "x".repeat(6000), characters: 6000 };
    expect(summary({ parts: [refused] })).toContain(`>${"x".repeat(500)}… (and 5,500 characters more)</blockquote>`);
    expect(summary({ parts: [refused], limit: 6000 })).toContain(`>${"x".repeat(6000)}</blockquote>`);
  });

  test("stays under the 1 MiB above which GitHub drops it whole, and says so", () => {
    const long = { ...part, text: "ü".repeat(200_000), characters: 200_000 };
    const parts = [long, { ...long, text: "<".repeat(200_000) }, { ...part, text: "The last" }];
    const text = summary({ parts, limit: 200_000 });
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    // Of what is long the beginning is shown.
    expect(text).toContain(`>${"ü".repeat(20_000)}…</blockquote>`);
    expect(text).toContain(`>${"&#60;".repeat(20_000)}…</blockquote>`);
    expect(text.trimEnd().split("\n").at(-1)).toBe(
      "<p>What is missing here is too long for a summary. It is in the log.</p>",
    );
    // What is short is shown all the same.
    expect(text).toContain("<blockquote>The last</blockquote>");
    for (const line of text.split("\n")) expect(line).toMatch(/^(<(\w+)>.*<\/\2>)?$/);
    // What fits is shown whole.
    expect(summary({ parts: [long, part], limit: 200_000 })).toContain(`>${long.text}</blockquote>`);
    expect(summary({ parts: [long, part], limit: 200_000 })).not.toContain("What is missing here");
  });

  test("tells what was cut, who was guarded, what differs", () => {
    const text = summary({ cuts: ["Cut 5 characters."], guarded: ["@a", "@b"], differences: ["Asked for `x`."] });
    expect(text).toContain("<p>✂️ Cut 5 characters.</p>");
    expect(text).toContain("<p>🔕 Escaped, so nobody is notified: @a, @b</p>");
    expect(text).toContain("<p>⚠️ Asked for <code>x</code>.</p>");
  });

  test("folds what was waited for, or done again", () => {
    expect(summary({ retries: ["Rate limit: waiting `20 s`.", "<Not> there yet."] })).toContain(
      "<details><summary>🔁 Waits and retries</summary>Rate limit: waiting <code>20 s</code>.<br>&#60;Not&#62; there yet.</details>",
    );
  });

  test("gives each problem a paragraph of its own, code as code", () => {
    const text = summary({ parts: [], reason: "`a` is wrong.\nGo to https://example.org." });
    expect(text).toContain(
      '<p><code>a</code> is wrong.</p>\n\n<p>Go to <a href="https://example.org">https://example.org</a>.</p>',
    );
  });
});

describe("a stranger's text", () => {
  const everywhere = (text: string): Partial<Report> => ({
    result: "posted",
    reason: text,
    handle: text,
    spoilerText: text,
    cuts: [text],
    guarded: [text],
    differences: [text],
    retries: [text],
    parts: [
      { ...part, text, url: text, visibility: text, language: text },
      { ...part, text, language: text },
    ],
  });
  const allowed = /<\/?(?:h3|p|b|sub|code|blockquote|details|summary|br)>|<a href="https?:\/\/[^"<>\s]*">|<\/a>/g;

  test.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</blockquote></details><h1>Owned</h1>",
    "<!-- never closed",
    'https://evil.example/"onmouseover="alert(1)',
    "https://evil.example/<script>",
    "javascript:alert(1)",
    "a `<b>` c ` <i>",
  ])("%s is no HTML", (text) => {
    const rest = summary(everywhere(text)).replaceAll(allowed, "");
    expect(rest).not.toMatch(/[<>"'`]/);
  });

  test("stands within a block of HTML on one line, so nothing of it is Markdown", () => {
    const hostile =
      "a\n\n# Heading\r\n- list\n\n```\n[x](javascript:alert(1))\n![y](https://evil.example/y.png)\u2028# z";
    for (const line of summary(everywhere(hostile)).split("\n")) {
      expect(line).toMatch(/^(<(h3|p|blockquote|details)>.*<\/(h3|p|blockquote|details)>)?$/);
    }
  });

  test("neither steers the eye nor breaks out, whatever it is", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "`",
      "&",
      "\n",
      "\r",
      "\u202e",
      "\u0000",
      "\u2028",
      "https://a.example/",
      "x",
      " ",
      ")",
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((some) => some.join("")),
        (text) => {
          const written = summary(everywhere(text));
          return (
            !/[<>"'`]/.test(written.replaceAll(allowed, "")) &&
            !/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2028]/.test(written)
          );
        },
      ),
      { numRuns: 5000 },
    );
  });
});
