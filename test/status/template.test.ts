import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardPost } from "../../src/plan/guard.ts";
import type { Post } from "../../src/plan/render.ts";
import { matchMentions } from "../../src/status/length/entities.ts";
import { TemplateError } from "../../src/status/template/liquid.ts";
import {
  type RenderedStatus,
  type RenderOptions,
  renderLine,
  renderStatus,
} from "../../src/status/template/template.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);
const nonce = "0123456789abcdef0123456789abcdef";
const now = Date.parse("2026-11-23T12:00:00Z");

const facts = {
  event: { action: "published", commits: [{ message: "One" }, { message: "Two" }] },
  github: { repository: "octo/hello", actor: "octocat", event_name: "release", run_id: "1" },
  release: {
    url: "https://api.github.com/x",
    html_url: "https://github.com/octo/hello/releases/tag/v1.10.0",
    tag_name: "v1.10.0",
    name: null,
    body: "## Fixes\n\n* Mend <b> & co by @alice",
    created_at: "2026-11-23T23:30:00Z",
    author: { login: "octocat" },
  },
  repository: { name: "hello", html_url: "https://github.com/octo/hello", topics: ["my-topic", "api"] },
  data: null as unknown,
};

interface Given extends Partial<Omit<RenderOptions, "facts" | "freeTexts">> {
  data?: unknown;
  freeTexts?: Record<string, string>;
  mentions?: "template" | "all" | "none";
}

async function rendered(source: string, { data = null, freeTexts = {}, mentions = "template", ...more }: Given = {}) {
  const told = await renderStatus(
    { source, isTemplate: true, name: "`status`" },
    {
      facts: { ...facts, data },
      freeTexts: new Map(Object.entries(freeTexts)),
      locale: undefined,
      nonce,
      now,
      ...more,
    },
  );
  return guarded(told, mentions);
}

/** As a post is guarded. */
function guarded({ drafts, mayMention, remarks }: RenderedStatus, mentions: "template" | "all" | "none") {
  const post = guardPost({ drafts, mayMention, guarded: [], spoilerText: "", poll: null } as unknown as Post, mentions);
  return { drafts: post.drafts, guarded: post.guarded, remarks };
}

/** The parts that a template makes. */
async function texts(source: string, given?: Given): Promise<string[]> {
  return (await rendered(source, given)).drafts.map(({ text }) => text);
}

/** The text of a template that makes one part, with the mention guard made visible. */
async function text(source: string, given?: Given): Promise<string> {
  const parts = await texts(source, given);
  expect(parts.length).toBeLessThanOrEqual(1);
  return (parts[0] ?? "").replaceAll("\u200c", "·");
}

/** What yields. */
async function pieces(source: string, given?: Given): Promise<string[]> {
  const { drafts } = await rendered(source, given);
  return drafts.flatMap(({ text, fit }) => fit.map(({ start, end }) => text.slice(start, end)));
}

/** Why a template is refused, in one line. */
async function refusal(source: string, given?: Given): Promise<string> {
  const error = await rendered(source, given).then(
    () => new Error("was not refused"),
    (error) => error,
  );
  expect(error).toBeInstanceOf(TemplateError);
  expect(error.message).not.toContain("\n");
  return error.message.replace(/^The template of `status` /, "");
}

describe("facts that a run lacks", () => {
  const { release, ...others } = facts;
  const options = {
    facts: { ...others, release: null },
    locale: undefined,
    freeTexts: new Map<string, string>(),
    nonce,
    now,
    absent: { release: "there is no release. Set `release-tag`" },
  };
  const line = (source: string) => renderLine(source, "`status`", options).then(({ text }) => text);

  test("are an error with the cure", async () => {
    expect(release).toBeDefined();
    await expect(line("Out: {{ release.tag_name }}")).rejects.toThrow(
      "The template of `status` (line 1, col 9) takes a value from `release`, but there is no release. Set `release-tag`, or write {% if release %}.",
    );
  });

  test.each(["{% if release %}{{ release.tag_name }}{% endif %}", '{{ release.tag_name | default: "" }}'])(
    "are empty where they are guarded: %s",
    async (source) => expect(await line(`Out${source}`)).toBe("Out"),
  );
});

test("a template may take three seconds of a processor, however long that is by the clock", async () => {
  const times = (first: number, ...more: number[]) => {
    const left = [first, ...more];
    return () => (left.length > 1 ? left.shift()! : left[0]!);
  };
  const options = { facts, locale: undefined, freeTexts: new Map<string, string>(), nonce, now };
  const line = (spent: () => number) => renderLine("{{ release.tag_name }}", "`status`", { ...options, spent });
  expect((await line(times(5000, 8000))).text).toBe("v1.10.0");
  await expect(line(times(5000, 8001))).rejects.toThrow("took longer than 3 seconds to render");
});

describe("what prints", () => {
  test.each([
    ["a text without any Liquid, as it is", "Hello <b>world</b> & all", "Hello <b>world</b> & all"],
    ["facts", "{{ repository.name }} {{ release.tag_name }}", "hello v1.10.0"],
    ["fields in brackets", '{{ release["tag_name"] }}', "v1.10.0"],
    ["null as nothing", "[{{ release.name }}{{ data }}{{ data.version }}]", "[]"],
    [
      "a loop over nothing, as nothing",
      "[{% for x in data.list %}x{% endfor %}{% for x in release.name %}x{% endfor %}]",
      "[]",
    ],
    ["a list, one value after the other", "{{ repository.topics }}", "my-topicapi"],
    ["a list, joined", '{{ repository.topics | join: ", " }}', "my-topic, api"],
    ["a mapping through `json`", "{{ release.author | json }}", '{"login":"octocat"}'],
    ["truth values and numbers", "{{ true }} {{ 3 | plus: 1.5 }}", "true 4.5"],
    ["no HTML escapes", "{{ release.body }}", "## Fixes\n\n* Mend <b> & co by @·alice"],
    ["HTML escapes where they are asked for", '{{ "<b>" | escape }}', "&lt;b&gt;"],
    ["what stands in `raw`", "{% raw %}{{ x }}{% endraw %}", "{{ x }}"],
    ["no comments", "a{% comment %}\n---\n{{ nothing }}{% endcomment %}b{%- # c -%}", "ab"],
    ["Markdown as plain text", "{{ release.body | plain_text }}", "Fixes\n\n• Mend & co by @·alice"],
    ["hashtags", "{{ repository.topics | hashtags }} {{ repository.name | hashtag }}", "#MyTopic #Api #Hello"],
    ["the first hashtags", "{{ repository.topics | hashtags: 1 }}", "#MyTopic"],
    [
      "what `assign`, `capture` and `case` make",
      "{% assign a = 1 %}{% capture b %}<{{ a }}>{% endcapture %}{% case a %}{% when 1 %}{{ b }}{% endcase %}",
      "<1>",
    ],
  ])("%s", async (_, source, expected) => {
    expect(await text(source)).toBe(expected);
  });

  test("an unknown name is allowed in a condition and before `default`", async () => {
    expect(await text("{% if data.beta %}beta{% else %}stable{% endif %}", { data: {} })).toBe("stable");
    expect(await text("{% unless nothing.at.all %}ok{% endunless %}")).toBe("ok");
    expect(await text('{{ data.tagline | default: "none" }}', { data: {} })).toBe("none");
  });

  test("dates keep their offset, in English or in the language of the status", async () => {
    const source = '{{ release.created_at | date: "%A %e %B %Y, %H:%M %z" }}';
    expect(await text(source)).toBe("Monday 23 November 2026, 23:30 +0000");
    expect(await text(source, { locale: "de" })).toBe("Montag 23 November 2026, 23:30 +0000");
    expect(await text('{{ "2026-03-01" | date: "%d %H:%M %z" }}')).toBe("01 00:00 +0000");
    expect(await text('{{ "2026-03-01T01:00:00+02:00" | date: "%d %B %H:%M" }}', { locale: "pt-BR" })).toBe(
      "01 março 01:00",
    );
  });

  test("three or more line breaks become two, and ends are trimmed", async () => {
    expect(await text("\n\n{{ repository.name }}\n\n{{ release.name }}\n\n{{ release.tag_name }}\r\n \r\n\r\n\n")).toBe(
      "hello\n\nv1.10.0",
    );
    expect(await texts("{{ release.name }}\n\n{{ data }}")).toEqual([]);
  });

  test("a line of text is one line", async () => {
    const options = { facts, locale: undefined, freeTexts: new Map(), nonce, now };
    const line = async (source: string) => (await renderLine(source, "`spoiler-text`", options)).text;
    expect(await line("{{ repository.name }}\n\n  {{ release.tag_name }} @alice\n---\n")).toBe(
      "hello v1.10.0 @alice ---",
    );
    expect(await line("{{ release.author.login | mention }}")).toBe("octocat");
    await expect(line("{{ release.body | fit }}")).rejects.toThrow(
      "The template of `spoiler-text` (line 1, col 1) uses `fit`, which only `status` knows.",
    );
    await expect(line("{{ relase }}")).rejects.toThrow("The template of `spoiler-text` (line 1, col 4) names `relase`");
  });

  test("a text that is no template is data", async () => {
    const source = "{{ release.tag_name }} by @alice\n---\n\n\n\nend";
    const told = await renderStatus(
      { source, isTemplate: false, name: "`status-file`" },
      { facts, freeTexts: new Map([["event.x", source]]), locale: undefined, nonce, now },
    );
    const { drafts, remarks, guarded: kept } = guarded(told, "template");
    expect(drafts).toEqual([{ text: "{{ release.tag_name }} by @\u200calice\n---\n\nend", fit: [] }]);
    expect(kept).toEqual(["@alice"]);
    expect(remarks).toEqual([]);
  });
});

describe("what is refused", () => {
  test.each([
    [
      "{{ relase.name }}",
      "(line 1, col 4) names `relase`, which does not exist. Did you mean `release`? Known in a template: data, event, github, release, repository.",
    ],
    [
      "Hi\n{{ release.tag }}",
      "(line 2, col 4) names `release.tag`, which does not exist. Did you mean `release.tag_name`? Known in `release`: author, body, created_at, html_url, name, tag_name, url.",
    ],
    [
      "{{ release.Tag_Name }}",
      "(line 1, col 4) names `release.Tag_Name`, which does not exist. Did you mean `release.tag_name`? Known in `release`: author, body, created_at, html_url, name, tag_name, url.",
    ],
    [
      "{{ tag_name }}",
      "(line 1, col 4) names `tag_name`, which does not exist. Did you mean `release.tag_name`? Known in a template: data, event, github, release, repository.",
    ],
    [
      "{{ release.tag_name.short }}",
      "(line 1, col 4) names `release.tag_name.short`, but `release.tag_name` is a single value. Use `release.tag_name`.",
    ],
    [
      "{{ repository.topics[5] }}",
      '(line 1, col 4) names `repository.topics.5`, but `repository.topics` is a list of 2. Loop over it with {% for %}, or use `| default: ""` where it may be shorter.',
    ],
    [
      "{{ event[event] }}",
      '(line 1, col 4) takes a value out of `event` by a name that is a whole mapping or list. Put the name of a field there: {{ event["name"] }}.',
    ],
    [
      "{% for c in event.commits %}{{ c.sha }}{% endfor %}",
      '(line 1, col 32) names `c.sha`, which does not exist. Use `| default: ""` where it may be missing.',
    ],
    ["{{ post.title }}", "(line 1, col 4) names `post`, which is called `entry` here: {{ entry.title }}."],
    ["{{ item.title }}", "(line 1, col 4) names `item`, which is called `entry` here: {{ entry.title }}."],
    ["{{ page.title }}", "(line 1, col 4) names `page`, which is called `entry` here: {{ entry.title }}."],
    ["{{ data.version }}", "(line 1, col 4) names `data.version`, which does not exist. Known in `data`: nothing."],
    [
      "{{ env.HOME }}",
      "(line 1, col 4) names `env`, which only workflow expressions have. Pass the value through the input `data`, and use it as {{ data.… }}.",
    ],
    [
      "{{ secrets.TOKEN }}",
      "(line 1, col 4) names `secrets`, which templates cannot use, since what they print is public.",
    ],
    [
      "{{ release.author }}",
      "(line 1, col 1) prints a whole mapping. Name one of its fields (login), or write `| json`.",
    ],
    [
      "{{ release | fit }}",
      "(line 1, col 1) prints a whole mapping. Name one of its fields (html_url, tag_name, name, body, created_at), or write `| json`.",
    ],
    [
      "{{ event.commits }}",
      "(line 1, col 1) prints a whole mapping. Name one of its fields (message), or write `| json`.",
    ],
    [
      "{{ 1 | divided_by: 0 }}",
      "(line 1, col 1) computes something that is not a number. Check the filters that calculate there, such as `plus`.",
    ],
    [
      "{{ repository.topics | hashtags: 'all' }}",
      "(line 1, col 1) needs a number for `hashtags`. Write `hashtags: 4` for the first four, or `hashtags` for all.",
    ],
    ["{{ release.body | upcse }}", "(line 1, col 1) uses a filter `upcse`, which is not known. Did you mean `upcase`?"],
    [
      "{{ release.body | plaintext }}",
      "(line 1, col 1) uses a filter `plaintext`, which is not known. Did you mean `plain_text`?",
    ],
    [
      "{{ release.body | markdownify }}",
      "(line 1, col 1) uses a filter `markdownify`, which is not known. Did you mean `plain_text`?",
    ],
    [
      "{{ release.body | frobnicate }}",
      "(line 1, col 1) uses a filter `frobnicate`, which is not known. Known are Liquid's own filters and `plain_text`, `hashtag`, `hashtags`, `fit` and `mention`.",
    ],
    ["{% iff x %}", "(line 1, col 1) uses a tag {% iff %}, which is not known. Did you mean `if`?"],
    [
      "{% frobnicate %}",
      "(line 1, col 1) uses a tag {% frobnicate %}, which is not known. Liquid's own tags are known.",
    ],
    ["{% outfor %}", "(line 1, col 1) uses a tag {% outfor %}, which is not known. Liquid's own tags are known."],
    [
      "{% endif %}",
      "(line 1, col 1) closes with {% endif %} what is not open there. Check that each {% if %} has one end.",
    ],
    ["{% if release %}", "(line 1, col 1) opens {% if %} and never closes it. Write {% endif %} where it ends."],
    [
      "{{ release.name",
      '(line 1, col 1) cannot be understood: output "{{ release.name" not closed. Each {{ ends with }}, each {% with %}, and each quote with the same quote.',
    ],
    [
      "{{ release.name || 'x' }}",
      '(line 1, col 18) cannot be understood: expected filter name. A name is followed by `| filter`; there is no `||`, `? :` or `+`: use `| default: "…"`, {% if %}, `| append: "…"`.',
    ],
    ["{{ }}", '(line 1, col 4) cannot be understood: invalid value expression: "". Check its {{ }} and {% %}.'],
  ])("%j", async (source, expected) => {
    const pasted = " If `${{ }}` pasted this text, pass it through the input `data` instead: it stays text there.";
    const hint = expected.includes("cannot be understood") ? pasted : "";
    expect(await refusal(source, { data: {} })).toBe(expected + hint);
  });

  test.each(["include", "render", "layout", "block"])("{%% %s %%}", async (tag) => {
    expect(await refusal(`{% ${tag} "action.yml" %}`)).toBe(
      `(line 1, col 1) uses {% ${tag} %}, but it cannot load other templates. Write the text itself.`,
    );
  });

  test.each([
    [
      "a template that is too long",
      `${"x".repeat(100_001)}{{ data }}`,
      "is too long. A template may have 100,000 characters.",
    ],
    [
      "a loop over too much",
      "{% for i in (1..100000000) %}x{% endfor %}",
      "(line 1, col 1) uses far more than a status can hold. Loop over less.",
    ],
    ["tags inside of tags", "{% if data %}".repeat(6000), "nests too deep. Flatten its {% %}."],
  ])("%s", async (_, source, expected) => {
    expect((await refusal(source)).replace(/^\(line 1, col \d{4,}\) /, "")).toBe(expected);
  });

  test("a loop without an end", async () => {
    // Nothing is printed, so that only time can end it, wherever it has come to by then.
    const source =
      "{% for i in (1..3000) %}{% for j in (1..30000) %}{% if false %}x{% endif %}{% endfor %}{% endfor %}";
    expect(await refusal(source)).toMatch(
      /^\(line 1, col \d+\) took longer than 3 seconds to render\. Loop over less, or shorten what is long, such as `\{\{ release\.body \| slice: 0, 20000 \| plain_text \}\}`\.$/,
    );
  });

  test.each([
    "{{ release.constructor }}",
    "{{ release.__proto__ }}",
    "{{ release['constructor']['constructor'] }}",
    "{{ repository.topics.map }}",
    "{{ release.tag_name.constructor }}",
    "{{ repository.topics | map: 'constructor' }}",
    "{{ constructor }}{{ globalThis }}{{ process }}",
    "{% assign p = '__proto__' %}{{ release[p] }}",
  ])("%s, which is no own property", async (source) => {
    const said = await rendered(source).then(
      ({ drafts }) => drafts.map(({ text }) => text).join(),
      (error: Error) => error.message,
    );
    expect(said).not.toMatch(/native code|\[object|\[class/);
    expect(said === "" || /does not exist|is a single value|is a list/.test(said)).toBe(true);
  });
});

describe("fit", () => {
  test("marks the piece that yields", async () => {
    expect(await pieces("a {{ release.tag_name | fit }} b {{ release.body | plain_text | fit }}")).toEqual([
      "v1.10.0",
      "Fixes\n\n• Mend & co by @\u200calice",
    ]);
    expect(await text("a {{ release.tag_name | fit }} b")).toBe("a v1.10.0 b");
  });

  test("marks the text only, without white space around it, and nothing where there is none", async () => {
    expect(await pieces("{{ data | fit }}", { data: " \n x y \n" })).toEqual(["x y"]);
    expect(await rendered("a\n\n{{ release.name | fit }}\n\nb")).toMatchObject({
      drafts: [{ text: "a\n\nb", fit: [] }],
    });
  });

  test("works in loops and conditions", async () => {
    expect(await pieces("{% for t in repository.topics %}{% if t %}{{ t | fit }} {% endif %}{% endfor %}")).toEqual([
      "my-topic",
      "api",
    ]);
  });

  test.each([
    "{{ release.tag_name | fit | upcase }}",
    "{% assign a = release.tag_name | fit %}{{ a }}",
    "{% capture a %}{{ release.tag_name | fit }}{% endcapture %}{{ a }}",
    "{% capture a %}{% if true %}{% for x in (1..2) %}{{ x | fit }}{% endfor %}{% endif %}{% endcapture %}{{ a }}",
    "{% if false %}{{ release.tag_name | fit | upcase }}{% endif %}",
  ])("is refused elsewhere: %s", async (source) => {
    expect(await refusal(source)).toMatch(
      /^\(line 1, col \d+\) uses `fit` in a wrong place\. It must be the last filter of a \{\{ \}\}, and not inside `capture` or `assign`\.$/,
    );
  });
});

describe("---", () => {
  test("begins a new part, in the template's own text", async () => {
    expect(await texts("One\n---\nTwo\n--- \t\n\nThree")).toEqual(["One", "Two", "Three"]);
    expect(await texts("One\r\n---\r\nTwo")).toEqual(["One", "Two"]);
    expect(await texts("{% for t in repository.topics %}\n{{ t }}\n---\n{% endfor %}")).toEqual(["my-topic", "api"]);
  });

  test("empty parts vanish", async () => {
    expect(await texts("---\nOne\n---\n{{ release.name }}\n---\n---\nTwo\n---")).toEqual(["One", "Two"]);
  });

  test("is text where it does not stand alone in its line", async () => {
    expect(await texts("One\n ---\n----\n--- x\n---{{ release.name }}\nTwo")).toEqual([
      "One\n ---\n----\n--- x\n---\nTwo",
    ]);
  });

  test("is text in data", async () => {
    expect(await texts("{{ data }}\n{{ data | plain_text }}", { data: "One\n\n---\n\nTwo" })).toEqual([
      "One\n\n---\n\nTwo\nOne\n\nTwo",
    ]);
  });

  test("is refused in `capture`, where a filter could break it", async () => {
    expect(await refusal("{% capture a %}One\n---\nTwo{% endcapture %}{{ a | upcase }}")).toBe(
      "has a line `---` inside `capture`, where it cannot begin a new part. Put it where the captured text is printed.",
    );
  });
});

test("the time now is the run's, in UTC, and is told", async () => {
  const options = { facts, locale: undefined, freeTexts: new Map(), nonce, now };
  const line = (source: string) => renderLine(source, "`spoiler-text`", options);
  const time = await line('{{ "now" | date: "%Y-%m-%d %H:%M" }} {{ "today" | date_to_xmlschema }}');
  expect(time).toMatchObject({ text: "2026-11-23 12:00 2026-11-23T12:00:00+00:00", printsNow: true });
  const other = await line('{{ "2026-11-23T00:30:00+01:00" | date: "%Y-%m-%d %z" }} now');
  expect(other).toMatchObject({ text: "2026-11-23 +0100 now", printsNow: false });
});

test("marks in data do nothing, since they cannot know the nonce of the run", async () => {
  for (const other of ["fedcba9876543210fedcba9876543210", "", "0123"]) {
    const data = `a\uE000${other}-\uE001b\uE000${other}(c\uE000${other})d {{ 0 | pasted_${other} }}`;
    expect(await rendered("{{ data }}", { data })).toEqual({
      drafts: [{ text: data, fit: [] }],
      guarded: [],
      remarks: [],
    });
  }
});

describe("mentions", () => {
  test("handles of the template mention, those of data do not", async () => {
    const source = "@bot by @{{ release.author.login }}, {{ data.who }} and @{{ data.bot }}";
    const data = { who: "@alice@example.org", bot: "bot" };
    expect(await text(source, { data })).toBe("@bot by @·octocat, @·alice@example.org and @bot");
    expect((await rendered(source, { data })).guarded).toEqual(["@octocat", "@alice@example.org"]);
  });

  test("the whole handle counts", async () => {
    const data = { ice: "ice", host: "@example.org" };
    expect(await text("@al{{ data.ice }} @bot{{ data.host }} @bot", { data })).toBe("@·alice @·bot@example.org @bot");
  });

  test("`mention` opts in for one value", async () => {
    const data = { who: "@alice@example.org", other: "@eve", handle: "münchen@münchen.example" };
    expect(await text("@{{ release.author.login | mention }} @octocat", { data })).toBe("@octocat @octocat");
    expect(await text("{{ data.who | mention }} {{ data.other }}", { data })).toBe("@alice@example.org @·eve");
    expect(await text("{{ data.other | mention | fit }} @evelyn", { data })).toBe("@eve @evelyn");
    expect(await text('{{ "cc @eve" | mention }} {{ data.other }}', { data })).toBe("cc @eve @eve");
    expect(await text("{{ data.missing | mention }}{{ data.other }}", { data: { missing: null, other: "@eve" } })).toBe(
      "@·eve",
    );
  });

  test("`all` guards nobody, `none` everybody", async () => {
    const source = "@bot {{ data | mention }} {{ release.body }}";
    expect(await text(source, { data: "@alice", mentions: "all" })).toContain("@bot @alice");
    expect(await text(source, { data: "@alice", mentions: "none" })).toContain("@·bot @·alice");
    expect((await rendered(source, { data: "@alice", mentions: "none" })).guarded).toEqual(["@bot", "@alice"]);
  });

  test("a handle split over two outputs is guarded, and pieces that yield move along", async () => {
    const data = { at: "@", name: "alice" };
    const { drafts } = await rendered("{{ data.at }}{{ data.name | fit }} {{ data.at }}{{ data.name }}", { data });
    expect(drafts).toEqual([{ text: "@\u200calice @\u200calice", fit: [{ start: 1, end: 7 }] }]);
  });

  test("links of data stay whole", async () => {
    const data = "https://github.com/o/r/compare/@scope/a@1...@scope/a@2";
    expect(await text("{{ data }}", { data })).toBe("https://github.com/o/r/compare/@scope/a@1...%40scope/a@2");
  });
});

describe("texts of the event, pasted with ${{ }}", () => {
  const freeTexts = {
    "event.release.body": "Thanks @alice!\r\n\r\n---\r\n{{ release.tag_name }} {% if",
    "event.release.name": "Thanks @alice!",
    "event.short": "@alice",
  };
  const pasted = freeTexts["event.release.body"];
  const asText = "Thanks @·alice!\n\n---\n{{ release.tag_name }} {% if";
  const remark =
    "`event.release.body` was pasted into the template with ${{ }}, so it counts as data: nobody in it is notified, and no Liquid in it runs. Write {{ event.release.body }} instead of ${{ github.event.release.body }}.";

  test("count as data, and a warning names the {{ }} form", async () => {
    expect(await text(`New by @bot:\n${pasted}`, { freeTexts })).toBe(`New by @bot:\n${asText}`);
    const { remarks, guarded } = await rendered(`{{ release.tag_name }} @bot ${pasted}`, { freeTexts });
    expect(remarks).toEqual([remark]);
    expect(guarded).toEqual(["@alice"]);
  });

  test("with either line end, several times, glued to each other and to other texts", async () => {
    const unix = pasted.replaceAll("\r\n", "\n");
    expect(await text(`${unix}|${pasted}${pasted}x`, { freeTexts })).toBe(`${asText}|${asText}${asText}x`);
    expect(await text(`${freeTexts["event.release.name"]} {{ release.tag_name }}`, { freeTexts })).toBe(
      "Thanks @·alice! v1.10.0",
    );
    const { remarks } = await rendered(`${pasted}\n${freeTexts["event.release.name"]}`, { freeTexts });
    expect(remarks.map((remark) => remark.slice(0, 20))).toEqual(["`event.release.body`", "`event.release.name`"]);
  });

  test("are named by the name outside of a list", async () => {
    const message = "Bump rake from 12.3.2 to 12.3.3";
    const both = { "event.commits[2].message": message, "event.head_commit.message": message };
    const { remarks } = await rendered(message, { freeTexts: both });
    expect(remarks.map((remark) => remark.slice(0, 27))).toEqual(["`event.head_commit.message`"]);
  });

  test("count as data in a line of text, too", async () => {
    const options = { facts, locale: undefined, freeTexts: new Map(Object.entries(freeTexts)), nonce, now };
    const line = await renderLine(`About {{ repository.name }}: ${pasted}`, "`spoiler-text`", options);
    expect(line.text).toBe("About hello: Thanks @alice! --- {{ release.tag_name }} {% if");
    expect([...line.mayMention]).toEqual([]);
    expect(line.remarks).toEqual([remark]);
  });

  test("count as data in `raw`, `capture` and conditions, too", async () => {
    expect(await text(`{% raw %}{{ x }} ${pasted}{% endraw %}`, { freeTexts })).toBe(`{{ x }} ${asText}`);
    expect(await text(`{% capture a %}${pasted}{% endcapture %}{{ a | upcase }}`, { freeTexts })).toBe(
      "THANKS @·ALICE!\n\n---\n{{ RELEASE.TAG_NAME }} {% IF",
    );
    expect(await text(`{% if true %}${pasted}{% endif %}{% comment %}${pasted}{% endcomment %}`, { freeTexts })).toBe(
      asText,
    );
  });

  test("are refused in the middle of Liquid, where they cannot be told from it", async () => {
    for (const source of [
      `{{ "${pasted}" | plain_text }}`,
      `{% if "${pasted}" == "" %}{% endif %}`,
      `{{ ${pasted} }}`,
    ]) {
      expect(await refusal(`Hi ${source}`, { freeTexts })).toBe(
        "has the text of `event.release.body` inside {{ }} or {% %}, pasted there with ${{ }}. Write the name `event.release.body` in its place, without quotes.",
      );
    }
  });

  test("are refused there also beside a text that is itself a name, which may stand there by chance", async () => {
    const title = { "event.issue.title": "release.tag_name" };
    expect(await text("Hi {{ release.tag_name }}", { freeTexts: title })).toBe("Hi v1.10.0");
    expect(
      await refusal(`Hi {{ release.tag_name }} {{ "${pasted}" }}`, { freeTexts: { ...freeTexts, ...title } }),
    ).toContain("inside {{ }} or {% %}, pasted there");
  });

  test("below 8 characters, where chance is likelier, only their handles are data", async () => {
    const { drafts, remarks } = await rendered("Hi @alice @bob", { freeTexts: { "event.short": "@Alice" } });
    expect(drafts[0]!.text).toBe("Hi @\u200calice @bob");
    expect(remarks).toEqual([
      '`@alice` stands in the template and in `event.short`, so it may have been pasted with ${{ }}, and nobody is notified. If you mean to mention this account, write {{ "@alice" | mention }}.',
    ]);
    expect(await text("Hi @alice12", { freeTexts: { "event.name": "@alice12" } })).toBe("Hi @·alice12");
  });

  test("a handle that came with them by the output of a step is data, unless it goes through `mention`", async () => {
    const freeTexts = { "event.release.body": "Thanks to @alice for all" };
    expect(await text("Thanks: @alice, @bob", { freeTexts })).toBe("Thanks: @·alice, @bob");
    expect(await text('{{ "@alice" | mention }} and @bob', { freeTexts })).toBe("@alice and @bob");
  });

  test("a shorter text inside a longer one does not hide it", async () => {
    const freeTexts = { "event.name": "Version 2", "event.body": "Version 2 is here, @alice" };
    expect(await text(freeTexts["event.body"], { freeTexts })).toBe("Version 2 is here, @·alice");
    expect((await rendered(freeTexts["event.body"], { freeTexts })).remarks).toHaveLength(1);
  });

  test("texts that overlap count as data from the first to the last", async () => {
    const freeTexts = { "event.a": "one two @alice", "event.b": "@alice three @bob" };
    expect(await text("one two @alice three @bob @carol", { freeTexts })).toBe("one two @·alice three @·bob @carol");
  });

  test("a text cannot forge what stands in its place", async () => {
    const freeTexts = { "event.a": "{{ 0 | pasted_", "event.b": "the second text" };
    expect(await text("{{ 0 | pasted_ and the second text", { freeTexts })).toBe("{{ 0 | pasted_ and the second text");
  });
});

/* Properties: nobody is mentioned who does not stand in the template. */

const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "@",
        "@",
        "＠",
        "@eve",
        "eve",
        "@mallory@evil.example",
        "evil.example",
        "@scope/pkg@1.0.0",
        "me@example.com",
      ),
      fc.constantFrom(
        " ",
        "\n",
        ".",
        "/",
        "(",
        ")",
        "[",
        "*",
        "_",
        "`",
        "=",
        "-",
        ":",
        "…",
        "\u200c",
        "\u200b",
        "&#64;",
        "\\@",
      ),
      fc.constantFrom(
        "https://example.com/a",
        "https://example.com/x...@eve/b",
        "http://",
        "://",
        "<!-- -->",
        "<b>",
        "[a](@eve)",
        "![@eve](x)",
      ),
      fc.constantFrom(
        "{{",
        "}}",
        "{% raw %}",
        "{{ data.a | mention }}",
        "\n---\n",
        "${{ x }}",
        `\uE000${nonce.slice(0, 8)}`,
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(""));

const own = fc.constantFrom(
  "Hi ",
  "by @",
  "@",
  "＠",
  "(",
  ".",
  "\n",
  " ",
  "\n---\n",
  "@alice",
  "@bob@example.org ",
  "https://example.com/",
  "mail@",
  "#",
  "a",
);
const output = fc.constantFrom(
  "{{ data.a }}",
  "{{ data.b }}",
  "{{ data.a | fit }}",
  "{{ data.b | plain_text }}",
  "{{ data.a | upcase }}",
  "{{ data.b | strip_newlines | replace: ' ', '' }}",
  "{{ data.list }}",
  "{{ data.list | join }}",
  "{{ data | json }}",
  "{% for x in data.list %}{{ x }}{% endfor %}",
  "{% capture c %}@{{ data.a }}{% endcapture %}{{ c }}",
  "{%- if data.a -%} {{ data.b | split: '.' | last }} {%- endif -%}",
);
const template = fc.array(fc.oneof(own, output), { maxLength: 8 }).map((parts) => parts.join(""));
const values = fc.record({ a: foreign, b: foreign, list: fc.array(foreign, { maxLength: 3 }) });

/** Who would hear of a status, on Mastodon. */
const notified = (text: string) => matchMentions(text).map(({ handle }) => handle.toLowerCase());
const handlesOf = (source: string) => [source, source.replaceAll("＠", "@")].flatMap(notified);

test("a title that is called like a name in the template stops nobody's workflow", async () => {
  const freeTexts = { "event.issue.title": "release.tag_name" };
  expect(await texts("New: {{ release.tag_name }}", { freeTexts })).toEqual(["New: v1.10.0"]);
});

describe("properties", () => {
  test("data in any place of any template mentions nobody who does not stand in the template", async () => {
    await fc.assert(
      fc.asyncProperty(template, values, async (source, data) => {
        const parts = await texts(source, { data });
        const strangers = parts.flatMap(notified).filter((handle) => !handlesOf(source).includes(handle));
        expect(strangers).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("with `none` nobody at all is mentioned", async () => {
    await fc.assert(
      fc.asyncProperty(template, values, async (source, data) => {
        expect((await texts(source, { data, mentions: "none" })).flatMap(notified)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("a pasted text mentions nobody, and comes out as it is", async () => {
    const long = foreign.filter((text) => [...text.trim()].length >= 8);
    await fc.assert(
      fc.asyncProperty(own, long, own, async (before, pasted, after) => {
        const source = `${before}${pasted}${after}`;
        const freeTexts = { "event.x": pasted };
        const allowed = handlesOf(`${before} ${after}`);
        const parts = await texts(source, { freeTexts });
        expect(parts.flatMap(notified).filter((handle) => !allowed.includes(handle))).toEqual([]);
        // White space is tidied, and what no server can store is left out.
        const bare = (text: string) => text.toWellFormed().replaceAll(/[\s\u0000-\u001F\u007F]/g, "");
        const open = await texts(source, { freeTexts, mentions: "all" });
        expect(bare(open.join(""))).toContain(bare(pasted));
      }),
      { numRuns },
    );
  });
});
