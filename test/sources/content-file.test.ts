import { describe, expect, test } from "vitest";
import { readContentFile } from "../../src/sources/content-file.ts";

const read = async (path: string, text: string) => (await readContentFile(path, text)).entry;

/** As the documentation of each generator writes a post. */
const sites: Record<string, { path: string; text: string; entry: Record<string, unknown>; isDraft?: boolean }> = {
  Jekyll: {
    path: "_posts/2024-05-01-welcome-to-jekyll.markdown",
    text: '---\nlayout: post\ntitle:  "Welcome to Jekyll!"\ncategories: jekyll update\ntags: static site\n---\n{% include toc.html %}\n\nYou’ll find this post in your `_posts` directory – go ahead and *edit* it.\n\nMore.',
    entry: {
      title: "Welcome to Jekyll!",
      summary: "You’ll find this post in your _posts directory – go ahead and edit it.",
      slug: "welcome-to-jekyll",
      date: "2024-05-01T00:00:00Z",
      tags: ["static", "site"],
      link: null,
    },
  },
  "Hugo, TOML": {
    path: "content/posts/my-first-post/index.md",
    text: "+++\ntitle = 'My First Post'\ndate = 2024-01-14T07:07:07+01:00\ndraft = true\ntags = ['One', 'Two']\nweight = 1.10\n+++\n\n{{< figure src=\"a.png\" >}}\n\n## Introduction\n\nThis is **bold** text.",
    entry: {
      title: "My First Post",
      summary: "This is bold text.",
      slug: "my-first-post",
      date: "2024-01-14T07:07:07+01:00",
      tags: ["One", "Two"],
    },
    isDraft: true,
  },
  "Hugo, a page that appears later": {
    path: "content/de/index.de.md",
    text: "---\ntitle: Ausblick\ndate: 2024-01-14\npublishDate: 2024-02-01T09:00:00+01:00\nslug: ausblick-2024\n---\nText",
    entry: { slug: "ausblick-2024", date: "2024-02-01T09:00:00+01:00" },
  },
  Astro: {
    path: "src/content/blog/first-post.mdx",
    text: "---\ntitle: 'First post'\ndescription: 'Lorem ipsum dolor sit amet'\npubDate: 'Jul 08 2022'\nheroImage: '/blog-placeholder-3.jpg'\n---\nimport Chart from './Chart.astro';\n\n<Chart />\n\nText",
    entry: {
      title: "First post",
      summary: "Lorem ipsum dolor sit amet",
      slug: "first-post",
      date: "2022-07-08T00:00:00Z",
    },
  },
  "MkDocs Material": {
    path: "docs/blog/posts/hello.md",
    text: "---\ndate:\n  created: 2023-12-31\n  updated: 2024-01-02\ncategories:\n  - Hello\nauthors: [squidfunk]\n---\n\n# Happy new *years* eve!\n\n![A picture](a.png)\n\nWe hope you are all having fun and wish you all the best! See [the docs](https://docs.example/).\n<!-- more -->\n",
    entry: {
      title: "Happy new years eve!",
      summary: "We hope you are all having fun and wish you all the best! See the docs (https://docs.example/).",
      slug: "hello",
      date: "2023-12-31T00:00:00Z",
    },
  },
  Zola: {
    path: "content/blog/2024-03-03_rust.md",
    text: '+++\ntitle = "Rust"\ndate = 2024-03-03\n[taxonomies]\ntags = ["rust", "web"]\n[extra]\nlang = "en"\n+++\n```rust\nfn main() {}\n\n# no heading\n```\n\n- a list\n\nProse.',
    entry: { title: "Rust", summary: "Prose.", slug: "rust", date: "2024-03-03T00:00:00Z", tags: ["rust", "web"] },
  },
  "Eleventy, with an address of its own": {
    path: "posts/a/README.md",
    text: "---\ntitle: A\npermalink: /a/{{ slug }}/\ncanonical: https://blog.example/a/\nlang: pt-BR\ntags: [posts, ' two words']\n---\nText",
    entry: { link: "https://blog.example/a/", language: "pt-BR", slug: "README", tags: ["posts", " two words"] },
  },
  Pelican: {
    path: "content/none.txt",
    text: "Just a text.\n\nAnd more of it.",
    entry: {
      title: null,
      summary: "Just a text.",
      slug: "none",
      date: null,
      link: null,
      tags: [],
      body: "Just a text.\n\nAnd more of it.",
    },
  },
  "a heading that is underlined": {
    path: "index.md",
    text: "A title\n=======\n\nUnder\n-----\n\nText",
    entry: { title: "A title", summary: "Text" },
  },
  "code right below a paragraph": {
    path: "index.md",
    text: "How to begin:\n```sh\n# not a heading\n\nmake\n```\nThat is all.\n\n# A title",
    entry: { title: "A title", summary: "How to begin:" },
  },
  "a paragraph that begins with code": {
    path: "index.md",
    text: "```make``` builds it.\n\n# A title",
    entry: { title: "A title", summary: "make builds it." },
  },
};

describe("readContentFile", () => {
  test.each(Object.entries(sites))("%s", async (_, { path, text, entry, isDraft = false }) => {
    const file = await readContentFile(path, text);
    expect(file.entry).toMatchObject({ path, ...entry });
    expect(file.isDraft).toBe(isDraft);
  });

  test("all of front matter is data, and strings stay as they are written", async () => {
    const yaml = "---\nversion: 1.10\nid: 007\nday: 2024-05-01\non: yes\nis: true\nlist: [1, null]\n---\n";
    const data = { version: "1.10", id: "007", day: "2024-05-01", on: "yes", is: true, list: ["1", null] };
    expect((await read("a.md", yaml)).data).toEqual(data);
    const toml = "+++\nversion = 2\nday = 2024-05-01\nis = true\n[a]\ntime = 2024-05-01T10:00:00-07:00\n+++\n";
    expect((await read("a.md", toml)).data).toEqual({
      version: "2",
      day: "2024-05-01",
      is: true,
      a: { time: "2024-05-01T10:00:00-07:00" },
    });
  });

  test.each(["draft: true", "draft: yes", "published: false", "published: no", "mastodon: false", "mastodon: no"])(
    "%s keeps a file back",
    async (line) => expect((await readContentFile("a.md", `---\n${line}\n---\n`)).isDraft).toBe(true),
  );

  test.each([
    "draft: false",
    "published: true",
    "published: 2024-05-01",
    "mastodon: {}",
    "mastodon: true",
    "title: draft",
  ])("%s does not", async (line) => expect((await readContentFile("a.md", `---\n${line}\n---\n`)).isDraft).toBe(false));

  test("a day without an offset has begun once it has begun anywhere", async () => {
    const begins = async (date: string) => (await readContentFile("a.md", `---\ndate: ${date}\n---\n`)).begins;
    expect(await begins("2024-05-02")).toBe(Date.parse("2024-05-01T10:00:00Z"));
    expect(await begins("2024-05-02 09:00")).toBe(Date.parse("2024-05-01T19:00:00Z"));
    expect(await begins("2024-05-02T09:00:00+09:00")).toBe(Date.parse("2024-05-02T00:00:00Z"));
    expect(await begins("2024-05-02T09:00:00Z")).toBe(Date.parse("2024-05-02T09:00:00Z"));
    expect(await begins("whenever")).toBeNull();
  });

  test.each([
    ["---\ntitle: a\n  b: c\n---\n", /^line 2: the front matter is not YAML: .+\.$/],
    ["---\ntitle: a\n\tb: c\n---\n", /^line 3: the front matter is not YAML: .+tab/],
    ["---\ntitle: [a\n---\n", /^line 3: the front matter is not YAML: /],
    ["+++\na = 1\nb = \n+++\n", /^line 3: the front matter is not TOML: /],
    ["+++\na = 1\n", "line 1: the front matter never ends. Write `+++` below it."],
    ["---\na: 1\n", "line 1: the front matter never ends. Write `---` below it."],
  ])("%j is told with its line", async (text, message) => {
    await expect(readContentFile("a.md", text)).rejects.toThrow(message);
  });

  test("the line of a key", async () => {
    const { lineOf } = await readContentFile(
      "a.md",
      "---\nvisibility: of another kind\nmastodon:\n  visibility: unlisted\n  poll: {options: [a]}\n---\n",
    );
    expect(["mastodon", "visibility", "poll", "options"].map(lineOf)).toEqual([3, 4, 5, 3]);
  });

  test("takes linear time, whatever stands in the file", async () => {
    for (const piece of ["# a\n\n", "```\n", "---\n", "a: b\n", "{{<", "![](", "\n", "- ", "|", "=\n"]) {
      const began = process.cpuUsage();
      await readContentFile("a.md", piece.repeat(200_000 / piece.length));
      await readContentFile("a.md", `---\n${piece.repeat(100_000 / piece.length)}\n---\n`).catch(() => {});
      const { user, system } = process.cpuUsage(began);
      expect((user + system) / 1000, piece).toBeLessThan(5000);
    }
  });
});
