import { domainToASCII } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { strip } from "../../src/status/length/length.ts";
import { contentLinks, contentText, type Named, shownText, storedText } from "../../src/status/shown.ts";
import { createInstance } from "../instance/server.ts";
import { processorTime } from "../processor-time.ts";
import { lines } from "../recordings/lines.ts";
import { mutants, people } from "../texts.ts";

const host = "social.example";
const author: Named = { acct: "poster", url: `https://${host}/@poster` };

const named = (accts: readonly string[]): Named[] =>
  accts.map((acct) => {
    const [name, domain = host] = acct.split("@");
    return { acct, url: `https://${domainToASCII(domain)}/@${name}` };
  });

/** What Mastodon 4.6.5 made of a text (test/recordings/README.md). */
interface Shown {
  kind: string;
  text: string;
  source: string;
  content: string;
  mentions: string[];
  history?: string[];
}

const recorded = lines<Shown>("text/content").map((value, index) => ({ ...value, line: index + 1 }));

describe("what Mastodon made of a text", () => {
  test.each(recorded)("line $line, $kind", ({ text, source, content, mentions, history }) => {
    const mentioned = named(mentions);
    expect(storedText(text, mentioned, host)).toBe(source);
    expect(shownText(source)).toBe(contentText(content, mentioned));
    if (!history) return;
    // The first version has the handles as stored, the later ones as sent.
    expect([shownText(source), shownText(strip(`${text} edited`))]).toEqual(history.map((one) => contentText(one)));
  });
});

/** How a text stands on the practice instance. */
function poster() {
  let posted = 0;
  let [instance, token] = open();
  const ask = async (method: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const came = await instance.exchange({ method, path, headers, body: Buffer.from(JSON.stringify(body)) });
    if (!("answer" in came)) throw new Error("There is no answer");
    return JSON.parse(came.answer.body) as { content: string; mentions: Named[] };
  };
  return async (text: string) => {
    if (++posted % 100 === 0) [instance, token] = open();
    instance.forgetRequests();
    const status = await ask("POST", "/api/v1/statuses", { status: text });
    // A hashtag that it cannot save is refused, and the status is there all the same.
    return "error" in status ? ask("GET", `/api/v1/statuses/${instance.published().at(-1)?.id}`, {}) : status;
  };
}

function open() {
  const instance = createInstance(`https://${host}`, { maxCharacters: 10_000, others: people, sleep: async () => {} });
  return [instance, instance.createToken({ scopes: ["read", "write"] })] as const;
}

/** Whether a content is that of a text. */
function shows({ content, mentions }: { content: string; mentions: Named[] }, text: string): boolean {
  const linked = [...mentions, author];
  return shownText(storedText(text, linked, host)) === contentText(content, linked);
}

test("each text is known again on the practice instance, and none that shows otherwise is taken for it", async () => {
  const post = poster();
  await fc.assert(
    fc.asyncProperty(mutants, async ([text, mutant]) => {
      const [its, other] = [await post(text), await post(mutant)];
      expect([shows(its, text), shows(other, mutant)]).toEqual([true, true]);
      expect([shows(its, mutant), shows(other, text)]).toEqual(Array(2).fill(its.content === other.content));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 10_000) },
  );
});

describe("what other servers write reads as text", () => {
  test.each([
    ["<p>one<br />two</p><p>three</p>", "one\ntwo\n\nthree"],
    ["<p>one</p>\n<p>two</p>", "one\n\ntwo"],
    ["one<br />\ntwo", "one\ntwo"],
    ["<ul><li>one</li><li>two</li></ul>", "one\ntwo"],
    ["<h1>Title</h1>text", "Title\ntext"],
    [
      '<p>a</p><p>Look</p><span class="quote-inline"><br/><br/><bdi>RE:</bdi> <a href="https://x.example/1">x</a></span>',
      "a\n\nLook",
    ],
    ["&lt;p&gt; &amp;lt; &#128512; &#x1F600; &unknown; &#99999999;", "<p> &lt; 😀 😀 &unknown; &#99999999;"],
    ["a < b & c, <p>one & two &lt;b></p>", "a < b & c, one & two <b>"],
    ["", ""],
  ])("%s", (content, text) => {
    expect(contentText(content)).toBe(text);
  });

  test("its links are read whole, whatever shape the tag has", () => {
    const content = `<p><a href="https://a.example/?x=1&amp;y=2">a</a> <A class=x HREF='https://b.example/'>b</A><a name="c">c</a></p>`;
    expect(contentLinks(content)).toEqual(["https://a.example/?x=1&y=2", "https://b.example/"]);
  });

  test.each(["<", "<a ", "&", "\n", "<br>\r", "</p>", '<span class="quote-inline">', '<a href="'])(
    "in no longer time for what is broken: %s, many times",
    (hostile) => {
      const long = hostile.repeat(200_000 / hostile.length);
      const took = processorTime(() => [contentText(long), contentLinks(long)]);
      expect(took).toBeLessThan(5000);
    },
  );
});
