import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MediaRequest } from "../../src/inputs/media.ts";
import { findMedia } from "../../src/inputs/media-files.ts";

const png = (mark: string) =>
  Buffer.concat([Buffer.from("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "latin1"), Buffer.from(mark)]);
const mp4 = Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isomiso2", "latin1");

let home: string;
let workspace: string;
let temp: string;
const write = (path: string, content: string | Uint8Array) => writeFileSync(join(home, path), content);

const asking = (file: string, more: Partial<MediaRequest> = {}): MediaRequest => ({
  file,
  description: "",
  descriptionFile: "",
  focus: "",
  thumbnail: "",
  ...more,
});
/** Milliseconds. */
const minute = () => 60_000;
const find = (file: string, more: Partial<MediaRequest> = {}, folders = [workspace, temp]) =>
  findMedia([asking(file, more)], folders, minute);
const labels = async (file: string, folders?: string[]) => (await find(file, {}, folders)).map(({ label }) => label);
const problemsOf = async (requests: MediaRequest[], folders = [workspace, temp]) =>
  findMedia(requests, folders, minute).then(
    () => [],
    (error: Error) => error.message.split("\n"),
  );

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "media-")));
  workspace = join(home, "work");
  temp = join(home, "temp");
  for (const folder of [
    "work/shots",
    "work/odd",
    "work/bad",
    "work/.git",
    "work/many",
    "work/deep/er",
    "temp",
    "empty",
  ])
    mkdirSync(join(home, folder), { recursive: true });
  for (const name of ["1", "2", "10", "b", "A"]) write(`work/shots/${name}.png`, png(name));
  write("work/shots/notes.txt", "a text");
  for (const name of [
    "[a].png",
    "{a,b}.png",
    "@x.png",
    "shot (1).png",

    "a b ü.png",
    "#1.png",
    "!x.png",
  ]) {
    write(`work/odd/${name}`, png(name));
  }
  for (let index = 0; index < 51; index++) write(`work/many/${index}.png`, png(`${index}`));
  write("work/deep/a.png", png("deep"));
  write("work/deep/er/b.png", png("deeper"));
  write("work/.git/a.png", png("git"));
  write("work/demo.mp4", mp4);
  write("work/alt.txt", "\n{{ not.a.template }}\nZwei\n");
  write("work/bad/empty.png", "");
  write("work/bad/logo.svg", "<svg/>");
  write("work/bad/page.png", "<!doctype html>");
  write("temp/made.png", png("made"));
  write("outside.png", png("outside"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("finds", () => {
  test("a file: what an upload needs", async () => {
    const [media, ...others] = await find("shots/1.png", { description: "{{ a }}", focus: "0,1" });
    expect(others).toEqual([]);
    expect(media).toMatchObject({
      label: "shots/1.png",
      file: { filename: "1.png", type: "image/png", size: png("1").length },
      sha256: createHash("sha256").update(png("1")).digest("hex"),
      focus: "0,1",
      thumbnail: null,
      description: { source: "{{ a }}", isTemplate: true },
    });
    const chunks: Buffer[] = [];
    for await (const chunk of media!.file.read()) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks)).toEqual(png("1"));
  });

  test("a description from a file is no template, and a thumbnail is a file too", async () => {
    const [media] = await find("demo.mp4", { descriptionFile: "alt.txt", thumbnail: "shots/1.png" });
    expect(media!.description).toEqual({ source: "{{ not.a.template }}\nZwei", isTemplate: false });
    expect(media!.file.type).toBe("video/mp4");
    expect(media!.thumbnail).toMatchObject({ filename: "1.png", type: "image/png" });
  });

  test("the matches of a glob in natural order", async () => {
    expect(await labels("shots/*.png")).toEqual([
      "shots/1.png",
      "shots/2.png",
      "shots/10.png",
      "shots/A.png",
      "shots/b.png",
    ]);
  });

  test.each([
    ["shots/{2,1}.png", ["shots/1.png", "shots/2.png"]],
    ["shots/[12].png", ["shots/1.png", "shots/2.png"]],
    ["shots/?.png", ["shots/1.png", "shots/2.png", "shots/A.png", "shots/b.png"]],
    ["./shots/1*.png", ["shots/1.png", "shots/10.png"]],
    ["deep/../shots/1?.png", ["shots/10.png"]],
    ["deep/**/*.png", ["deep/a.png", "deep/er/b.png"]],
    ["**/b.png", ["deep/er/b.png", "shots/b.png"]],
  ])("%s", async (pattern, matches) => {
    expect(await labels(pattern)).toEqual(matches);
  });

  test.each(["[a].png", "{a,b}.png", "@x.png", "shot (1).png", "a b ü.png", "#1.png", "!x.png"])(
    "a file whose name looks like a glob: %s",
    async (name) => {
      expect(await labels(`odd/${name}`)).toEqual([`odd/${name}`]);
    },
  );

  test("in RUNNER_TEMP, by its whole path, also with a glob", async () => {
    expect(await labels(join(temp, "made.png"))).toEqual([join(temp, "made.png")]);
    expect(await labels(join(temp, "*.png"))).toEqual([join(temp, "made.png")]);
  });

  test("in the workspace by its whole path, and through a link to the workspace", async () => {
    expect(await labels(join(workspace, "shots", "1*.png"))).toEqual(["shots/1.png", "shots/10.png"]);
    const named = join(home, "named");
    symlinkSync(workspace, named, "junction");
    expect(await labels("shots/1.png", [named])).toEqual(["shots/1.png"]);
    expect(await labels(join(named, "shots/1*.png"), [named])).toEqual(["shots/1.png", "shots/10.png"]);
  });

  test("a container's workspace is whatever it is called there", async () => {
    const container = join(home, "__w", "repo (1)", "repo [x]");
    mkdirSync(container, { recursive: true });
    writeFileSync(join(container, "1.png"), png("1"));
    expect(await labels("*.png", [container])).toEqual(["1.png"]);
    expect(await labels(join(container, "*.png"), [container])).toEqual(["1.png"]);
  });

  test("nothing for nothing", async () => {
    expect(await findMedia([], [workspace], minute)).toEqual([]);
  });
});

describe("ends", () => {
  test("reading when the time of the run is over", async () => {
    let chunks = 0;
    const left = () => (chunks++ === 0 ? 1000 : 0);
    writeFileSync(join(workspace, "large.png"), Buffer.concat([png("large"), Buffer.alloc(600_000)]));
    await expect(findMedia([asking("large.png")], [workspace], left)).rejects.toThrow(
      "`media`: the time was over while large.png (1 MB) was read. Take a smaller file, or raise `timeout`.",
    );
    rmSync(join(workspace, "large.png"));
  });

  test("a search when the time of the run is over", async () => {
    await expect(findMedia([asking("**/*.png")], [workspace], () => 0)).rejects.toThrow(
      "`media`: the time was over while **/*.png was looked for. Name a folder, or raise `timeout`.",
    );
  });

  test.each([
    ["*a".repeat(40), "has 40 `*` in one name, and 3 are the most. Write a simpler one."],
    ["shots/+(+(a)|b).png", "repeats a group, as `+(…)` does, or nests one. Write a simpler one, such as `{one,two}`."],
    ["shots/*(a|aa)", "repeats a group"],
    ["shots/@(@(1|2)|3).png", "repeats a group, as `+(…)` does, or nests one"],
  ])("%.20s, which could match a long name in more ways than there is time for", async (glob, sentence) => {
    writeFileSync(join(workspace, "shots", "a".repeat(250)), "");
    await expect(findMedia([asking(glob)], [workspace], minute)).rejects.toThrow(sentence);
    rmSync(join(workspace, "shots", "a".repeat(250)));
  });
});

describe("refuses", () => {
  test.each([
    ["missing.png", "`media`: missing.png does not exist in the workspace. Is `actions/checkout` missing"],
    [
      "*.jpg",
      "`media`: no file matches *.jpg in the workspace. Check the glob: it starts at the top of the workspace and is case-sensitive.",
    ],
    ["shots/*.PNG", "no file matches shots/*.PNG"],
    ["!*.png", "would exclude files, which is not supported."],
    ["many/*.png", "`media`: many/*.png matches 51 files, more than a status can have. Narrow it."],
    ["shots", "`media`: shots is a folder. Name its files, such as `shots/*.png`."],
    ["shots/", "is a folder. Name its files, such as `shots/*.png`."],
    ["../outside.png", "is outside the workspace. Copy the file into the workspace first."],
    ["../*.png", "is outside the workspace"],
    ["shots/../../*.png", "is outside the workspace"],
    [".git/a.png", "may hold credentials of `actions/checkout`"],
    [".git/*.png", "may hold credentials of `actions/checkout`"],
    ["bad/empty.png", "`media`: bad/empty.png is empty. Did the step that makes it fail?"],
    ["bad/logo.svg", "`media`: bad/logo.svg is an SVG drawing, which instances do not take. Convert it to PNG."],
    ["bad/page.png", "`media`: bad/page.png is a web page."],
    ["shots/notes.txt", "`media`: shots/notes.txt is a text file, but media must be images, video or audio."],
    ["x".repeat(5000), "does not exist in the workspace"],
    [`${"x".repeat(5000)}*`, "is longer than any path"],
  ])("%s", async (path, sentence) => {
    const problems = await problemsOf([asking(path)]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });

  test("an absolute path or glob outside", async () => {
    expect((await problemsOf([asking(join(home, "outside.png"))])).join()).toContain("is outside the workspace");
    expect((await problemsOf([asking(join(home, "*.png"))])).join()).toContain("is outside the workspace");
  });

  test("a link, by its name or by a glob", async () => {
    mkdirSync(join(workspace, "links"));
    symlinkSync(join(home, "outside.png"), join(workspace, "links", "a.png"));
    symlinkSync(join(workspace, "shots"), join(workspace, "links", "shots"), "junction");
    for (const path of ["links/a.png", "links/shots/1.png", "links/shots/*.png"]) {
      const problems = await problemsOf([asking(path)]);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain("goes through a symbolic link. Give the path of the file itself.");
    }
    for (const path of ["links/*.png", "links/**/1.png"]) {
      expect((await problemsOf([asking(path)])).join()).toContain("no file matches");
    }
  });

  test("everything in an empty workspace, with the likely cause", async () => {
    expect(await problemsOf([asking("*.png")], [join(home, "empty")])).toEqual([
      "`media`: no file matches *.png in the workspace, which is empty. Is `actions/checkout`, or the step that makes the file, missing before this step?",
    ]);
    expect((await problemsOf([asking("*.png")], [join(home, "nowhere")])).join()).toContain("which is empty");
  });

  test("a thumbnail that is no image, and a description that is no text", async () => {
    expect(await problemsOf([asking("demo.mp4", { thumbnail: "demo.mp4" })])).toEqual([
      "`media`: the thumbnail demo.mp4 is video/mp4. Take an image.",
    ]);
    expect((await problemsOf([asking("demo.mp4", { descriptionFile: "shots/1.png" })])).join()).toContain(
      "is not UTF-8 text",
    );
    expect((await problemsOf([asking("demo.mp4", { descriptionFile: "no.txt" })])).join()).toContain("does not exist");
  });

  test("a file that is named twice", async () => {
    expect(await problemsOf([asking("shots/1.png"), asking("shots/1*.png")])).toEqual([
      "`media` names shots/1.png twice. Narrow the glob, or leave it out once.",
    ]);
  });

  test("all that is wrong at once", async () => {
    expect(await problemsOf([asking("bad/*"), asking("missing.png"), asking("shots/1.png")])).toHaveLength(4);
  });
});

describe("a file that changes after it was found", () => {
  const reading = async (name: string, change: (path: string) => void) => {
    write(`work/${name}`, png("before"));
    const path = join(workspace, name);
    const [media] = await find(name);
    change(path);
    for await (const _ of media!.file.read());
  };

  test("is refused when it has grown", async () => {
    await expect(reading("grown.png", (path) => appendFileSync(path, "more"))).rejects.toThrow(
      /^`media`: grown\.png changed after it was checked: it had 22 bytes then, and has 26 now\. Make sure that nothing writes to it while this step runs\.$/,
    );
  });

  test("is refused when another has taken its place, even of the same size", async () => {
    const replace = (path: string) => {
      writeFileSync(`${path}.new`, png("after!"));
      renameSync(`${path}.new`, path);
    };
    await expect(reading("replaced.png", replace)).rejects.toThrow("replaced.png changed after it was checked");
  });

  test("is refused when it is gone", async () => {
    await expect(reading("gone.png", (path) => rmSync(path))).rejects.toThrow(
      /^`media`: gone\.png cannot be read \(ENOENT\)\. Make sure that nothing moves it while this step runs\.$/,
    );
  });

  test.runIf(sep === "/")("is refused when it has become a link", async () => {
    const link = (path: string) => {
      rmSync(path);
      symlinkSync(join(home, "outside.png"), path);
    };
    await expect(reading("link.png", link)).rejects.toThrow("link.png cannot be read (ELOOP).");
  });
});

test.runIf(process.getuid && process.getuid() !== 0)("a file that nobody may read says so", async () => {
  write("work/secret.png", png("secret"));
  chmodSync(join(workspace, "secret.png"), 0);
  expect(await problemsOf([asking("secret.png")])).toEqual([
    "`media`: secret.png cannot be read (EACCES). Let the runner's user read it.",
  ]);
});

test.runIf(process.platform === "linux")("no file stays open, read to the end or not", async () => {
  const open = () => {
    const links = readdirSync("/proc/self/fd").map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return ""; // the listing's own
      }
    });
    return links.filter((path) => path.startsWith(home));
  };
  const [media] = await find("shots/1.png");
  const bytes = media!.file.read()[Symbol.asyncIterator]();
  await bytes.next();
  expect(open()).toEqual([join(workspace, "shots", "1.png")]);
  await bytes.return?.();
  expect(open()).toEqual([]);
  for await (const _ of media!.file.read());
  expect(open()).toEqual([]);
});
