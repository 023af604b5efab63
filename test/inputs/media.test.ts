import { describe, expect, test } from "vitest";
import { type MediaRequest, parseMedia } from "../../src/inputs/media.ts";

const request = (file: string, more: Partial<MediaRequest> = {}): MediaRequest => ({
  file,
  description: "",
  descriptionFile: "",
  focus: "",
  thumbnail: "",
  ...more,
});

describe("a path on a line of its own is taken as it stands", () => {
  test.each([
    "docs/demo.png",
    "*.png",
    "**/*.png",
    "[a].png",
    "[ab]*.png",
    "{a,b}.png",
    "{a,b}",
    "@x.png",
    "&x.png",
    "!x.png",
    "%x.png",
    "`x`.png",
    "-1.png",
    "--help.png",
    "shot: final.png",
    "2026: the year.png",
    "a # b.png",
    "it's.png",
    "shot (1).png",
    "C:\\Users\\me\\shot.png",
    "/github/workspace/a.png",
    "true",
    "null",
    "1.10",
    "007",
    "|",
    ">",
    "a b ü.png",
  ])("%s", async (path) => {
    expect(await parseMedia(path)).toEqual([request(path)]);
    expect(await parseMedia(`\n  ${path}  \n`)).toEqual([request(path)]);
  });

  test("several lines are several paths", async () => {
    expect(await parseMedia("*.png\r\n\r\n  docs/[a].gif\n")).toEqual([request("*.png"), request("docs/[a].gif")]);
  });

  test.each(['"a: b.png"', "'a: b.png'"])("quotes are taken off: %s", async (line) => {
    expect(await parseMedia(line)).toEqual([request("a: b.png")]);
  });

  test("nothing is nothing", async () => {
    expect(await parseMedia(" \n ")).toEqual([]);
  });

  test("a line that begins with # is a comment; in quotes it is a path", async () => {
    expect(await parseMedia("# the pictures\na.png\n  # and one more\n#1.png\n'#2.png'\nb.png # 3.png")).toEqual([
      request("a.png"),
      request("#2.png"),
      request("b.png # 3.png"),
    ]);
    // A picture that is called so must not be left out without a word.
    await expect(parseMedia("#1.png")).rejects.toThrow("`media` has only lines that begin with `#`");
  });

  test.each(["a.png, b.png", "a.png,b.jpg", "docs/a.png , docs/b.png,", "a.png\nb.png, c.png"])(
    "several on one line, as other actions take them: %j",
    async (source) => {
      await expect(parseMedia(source)).rejects.toThrow(
        /^`media` has several paths on one line: ".*,.*"\. Write each on a line of its own; a path that holds a comma goes in quotes\.$/,
      );
    },
  );

  test.each(["a, b.png", "{a,b}.png", "docs/{a.png,b.png}", "a.png, the second one"])(
    "a comma is part of a path: %s",
    async (path) => {
      expect(await parseMedia(path)).toEqual([request(path)]);
    },
  );

  test("in quotes, whatever commas it holds", async () => {
    expect(await parseMedia('"a.png, b.png"')).toEqual([request("a.png, b.png")]);
  });
});

describe("YAML and JSON", () => {
  test.each<[string, MediaRequest[]]>([
    ["file: a.png", [request("a.png")]],
    ["{file: a.png}", [request("a.png")]],
    ['{"file":"a.png","description":"Alt"}', [request("a.png", { description: "Alt" })]],
    ['["a.png","b.png"]', [request("a.png"), request("b.png")]],
    ["[a.png, b.png]", [request("a.png"), request("b.png")]],
    ["[]", []],
    ["- a.png", [request("a.png")]],
    ["# the pictures\n- a.png # first\n- b.png", [request("a.png"), request("b.png")]],
    ["- '*.png'\n- file: b.png\n  focus: 0.5, -0.2", [request("*.png"), request("b.png", { focus: "0.5,-0.2" })]],
    ["description: Alt\nfile: a.png", [request("a.png", { description: "Alt" })]],
    [
      "file: a.mp4\nthumbnail: t.png\ndescription-file: alt.txt\nfocus: -1,+1.0",
      [request("a.mp4", { thumbnail: "t.png", descriptionFile: "alt.txt", focus: "-1,1" })],
    ],
    ["file: 1.10", [request("1.10")]],
    ["file: a.png\ndescription:", [request("a.png")]],
    ["file: a.png\nfocus: .5,-.25", [request("a.png", { focus: "0.5,-0.25" })]],
  ])("%j", async (source, requests) => {
    expect(await parseMedia(source)).toEqual(requests);
  });

  test("a list may be indented as a whole", async () => {
    expect(await parseMedia("\n    - a.png\n    - file: b.png\n      description: x\n  ")).toEqual([
      request("a.png"),
      request("b.png", { description: "x" }),
    ]);
    expect(await parseMedia('  [{"file": "a.png"}]')).toEqual([request("a.png")]);
  });

  test("a description may hold anything, line breaks and commas included", async () => {
    const source = 'file: a.png\ndescription: |\n  One, two: "three"\n\n  {{ release.title }} – 😀 #4\n';
    const description = 'One, two: "three"\n\n{{ release.title }} – 😀 #4';
    expect(await parseMedia(source)).toEqual([request("a.png", { description })]);
    expect(await parseMedia(JSON.stringify([{ file: "a.png", description }], null, 2))).toEqual([
      request("a.png", { description }),
    ]);
  });
});

describe("what is wrong is told, one line each, with the cure", () => {
  test.each([
    ["alt: A cat\nfile: a.png", "`media`: unknown key `alt`. It is called `description` here."],
    ["alt-text: A cat\nfile: a.png", "`alt-text`. It is called `description` here."],
    ["altText: A cat\nfile: a.png", "`altText`. It is called `description` here."],
    ["caption: A cat\nfile: a.png", "`caption`. It is called `description` here."],
    ["path: a.png", "`media`: unknown key `path`. It is called `file` here."],
    ["- src: a.png", "`media`: unknown key `src`. It is called `file` here."],
    ["focal_point: 0,0\nfile: a.png", "`focal_point`. It is called `focus` here."],
    ["preview: t.png\nfile: a.mp4", "`preview`. It is called `thumbnail` here."],
    ["descriptin: A cat\nfile: a.png", "unknown key `descriptin`. Did you mean `description`?"],
    ["description_file: a.txt\nfile: a.png", "Did you mean `description-file`?"],
    ["fille: a.png", "Did you mean `file`?"],
    ["File: a.png", "Did you mean `file`?"],
    [
      "file: a.png\ncolour: red",
      "unknown key `colour`. Known keys: file, description, description-file, focus, thumbnail.",
    ],
    ["- shot: final.png\n  file: a.png", "A path that holds `: ` goes in quotes."],
    ["description: A cat", "`media`: `file` is missing. Write `file:` and a path."],
    ["file:", "`media`: the path is empty: its expression evaluated to an empty string."],
    ["- a.png\n-", "`media`, entry 2: the path is empty: its expression evaluated to an empty string."],
    ["- a.png\n- ''", "`media`, entry 2: the path is empty"],
    ["- a.png\n- true", "`media`, entry 2: `true` where a path should be."],
    ["- a.png\n- [b.png]", "`media`, entry 2: a list where a path should be."],
    ["file: [a.png, b.png]", "a list where a path should be."],
    ["file: {a: b}", "a mapping where a path should be."],
    ["file: false", "`false` where a path should be."],
    ["file: a.png\ndescription: true", "`description` is `true`. It must be a string; quote it if needed."],
    ["file: a.png\ndescription: [a]", "`description` is a list. It must be a string"],
    ["file: a.png\ndescription: {a: b}", "`description` is a mapping. It must be a string"],
    ["file: a.png\nthumbnail: false", "`thumbnail` is `false`. It must be a string"],
    [
      "file: a.png\ndescription: A\ndescription-file: a.txt",
      "`description` and `description-file` exclude each other. Keep one of them.",
    ],
    [
      "file: a.png\nfocus: center",
      '`focus` is "center". Write `x,y`, each from -1 (left, bottom) to 1 (right, top), such as `0,0.5`.',
    ],
    ["file: a.png\nfocus: 1.5,0", '`focus` is "1.5,0".'],
    ["file: a.png\nfocus: 0,-1.01", '`focus` is "0,-1.01".'],
    ["file: a.png\nfocus: 0.5", '`focus` is "0.5".'],
    ["file: a.png\nfocus: 1e-1,0", '`focus` is "1e-1,0".'],
    ["file: a.png\nfocus: [0, 0]", "`focus` is a list."],
    [
      "https://example.org/a.png",
      '`media`: "https://example.org/a.png" is a web address. Download the file in an earlier step and give its path.',
    ],
    ["file: https://example.org/a.png", "is a web address"],
    ["a.png\n- b.png", "`media` mixes plain lines with YAML. Start each entry with `- `."],
    ["a.png\nfile: b.png", "`media` mixes plain lines with YAML."],
    ["- *.png", "`media` is neither YAML nor JSON"],
    ["- [a].png", "`media` is neither YAML nor JSON"],
    [
      "- @x.png",
      "Put a path or description in quotes as a whole that begins with a quote or one of * & ! @ % ` [ {, or holds `: `: 'Speed: \"fast\"'.",
    ],
    ['["a.png"', "`media` is neither YAML nor JSON"],
    ['[\n  {"file": "a.png",}\n', "`media` is neither YAML nor JSON"],
    ['{"file": "a.png"', "`media` is neither YAML nor JSON"],
    ["- file: a.png\n   focus: 0,0", "Pass expressions as `${{ toJSON(…) }}`."],
    ["file: a.png\nfile: b.png", "Map keys must be unique"],
  ])("%j", async (source, sentence) => {
    const message = await parseMedia(source).then(
      () => "",
      (error: Error) => error.message,
    );
    expect(message).toContain(sentence);
    expect(message).not.toContain("\n");
    expect(message).toMatch(/^`media`/);
  });

  test("what is too long or too deep", async () => {
    await expect(parseMedia(`- ${"x".repeat(1024 * 1024)}`)).rejects.toThrow(
      "has 1,048,578 characters, the most is 1,048,576.",
    );
    await expect(parseMedia(`- ${"[".repeat(20_000)}`)).rejects.toThrow("`media` is nested too deeply");
  });

  test("all at once", async () => {
    const source = "- alt: A\n  file: a.png\n  focus: x\n- b.png\n- true";
    const error = await parseMedia(source).catch((cause: Error) => cause);
    expect((error as Error).message.split("\n")).toEqual([
      "`media`, entry 1: unknown key `alt`. It is called `description` here.",
      expect.stringMatching(/^`media`, entry 1: `focus` is "x"\./),
      expect.stringMatching(/^`media`, entry 3: `true` where a path should be\./),
    ]);
  });

  test("names that programs trip over are unknown keys like any other", async () => {
    await expect(parseMedia('{"__proto__": {"file": "x"}, "file": "a.png"}')).rejects.toThrow(
      "unknown key `__proto__`",
    );
    await expect(parseMedia('{"constructor": "x", "file": "a.png"}')).rejects.toThrow("unknown key `constructor`");
  });
});
