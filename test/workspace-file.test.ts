import { lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeInside, readFound, readWorkspaceFile } from "../src/workspace-file.ts";

let home: string;
let workspace: string;
let temp: string;

const read = (path: string, folders = [workspace, temp]) => readWorkspaceFile("status-file", path, folders);
const write = (path: string, content: string | Uint8Array) => writeFileSync(join(home, path), content);

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "workspace-")));
  workspace = join(home, "work");
  temp = join(home, "temp");
  for (const folder of ["work/docs", "work/.git", "work/.GIT2", "temp", "work-not"])
    mkdirSync(join(home, folder), { recursive: true });
  write("work/status.txt", "Hello");
  write("work/docs/status.txt", "Hello from docs");
  write("work/windows.txt", "\uFEFFone\r\ntwo\r\n");
  write("work/latin1.txt", new Uint8Array([0x67, 0xfc, 0x6e]));
  write("work/utf16.txt", new Uint8Array([0xff, 0xfe, 0x48, 0]));
  write("work/empty.txt", "");
  write("work/large.txt", "x".repeat(1024 * 1024 + 1));
  write("work/most.txt", "x".repeat(1024 * 1024));
  write("work/.git/config", "secret");
  write("work/a b ü.txt", "spaces");
  write("temp/made.txt", "made by a step");
  write("work-not/status.txt", "beside");
  write("outside.txt", "outside");
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("reads", () => {
  test.each([
    ["status.txt", "Hello"],
    ["./status.txt", "Hello"],
    ["docs/status.txt", "Hello from docs"],
    ["docs//status.txt", "Hello from docs"],
    ["docs/../status.txt", "Hello"],
    ["windows.txt", "one\ntwo\n"],
    ["a b ü.txt", "spaces"],
    ["empty.txt", ""],
  ])("%s", async (path, text) => {
    expect(await read(path)).toBe(text);
  });

  test("an absolute path in the workspace or in RUNNER_TEMP", async () => {
    expect(await read(join(workspace, "docs", "status.txt"))).toBe("Hello from docs");
    expect(await read(join(temp, "made.txt"))).toBe("made by a step");
  });

  test("as much as is allowed", async () => {
    expect(await read("most.txt")).toHaveLength(1024 * 1024);
  });

  test("a workspace that is reached through a link, by either of its names", async () => {
    const named = join(home, "named");
    symlinkSync(workspace, named, "junction");
    expect(await read("status.txt", [named])).toBe("Hello");
    expect(await read(join(named, "status.txt"), [named])).toBe("Hello");
    expect(await read(join(workspace, "status.txt"), [named])).toBe("Hello");
  });

  test.runIf(sep === "/")("what `github.workspace` and `runner.temp` name in a container job", () => {
    const folders = ["/__w/repo/repo", "/__w/_temp"];
    const place = (path: string) => placeInside("media", path, folders);
    expect(place("/opt/runner/_work/repo/repo/docs/a.png")).toEqual({ root: folders[0], below: "docs/a.png" });
    expect(place("/opt/_work/repo/repo/repo/repo/a.png")).toEqual({ root: folders[0], below: "repo/repo/a.png" });
    expect(place("/opt/runner/_work/_temp/a.png")).toEqual({ root: folders[1], below: "a.png" });
    for (const path of [
      "/opt/runner/_work/repo/other/a.png",
      "/repo/repo/a.png",
      "/etc/passwd",
      "/x/repo/repo/../a.png",
    ]) {
      expect(() => place(path)).toThrow("is outside the workspace");
    }
  });

  test.runIf(sep === "\\")("a path with Windows slashes on Windows", async () => {
    expect(await read("docs\\status.txt")).toBe("Hello from docs");
  });
});

describe("refuses", () => {
  test.each([
    ["../outside.txt", "is outside the workspace. Copy the file into the workspace first."],
    ["docs/../../outside.txt", "is outside the workspace"],
    ["../work-not/status.txt", "is outside the workspace"],
    [".git/config", "may hold credentials of `actions/checkout`"],
    ["docs/../.git/config", "may hold credentials"],
    [".GIT/config", "may hold credentials"],
    ["missing.txt", "does not exist in the workspace. Is `actions/checkout` missing before this step"],
    ["missing/status.txt", "does not exist in the workspace"],
    ["status.txt/inner.txt", "does not exist in the workspace"],
    ["{{ release.title }}", "does not exist in the workspace"],
    ["x".repeat(5000), "does not exist in the workspace"],
    ["docs", "is not a file"],
    [".", "is not a file"],
    ["latin1.txt", "is not UTF-8 text. Save it as UTF-8."],
    ["utf16.txt", "is not UTF-8 text"],
    ["large.txt", "has 1048577 bytes, the most is 1048576"],
  ])("%.40s", async (path, sentence) => {
    await expect(read(path)).rejects.toThrow(sentence);
    await expect(read(path)).rejects.toThrow(/^`status-file`: .{1,300}$/);
  });

  test("the file in which checkout keeps its token since version 6", async () => {
    write("temp/git-credentials-1.config", "secret");
    await expect(read(join(temp, "git-credentials-1.config"), [workspace, temp])).rejects.toThrow(
      "may hold credentials",
    );
  });

  test("an absolute path outside", async () => {
    await expect(read(join(home, "outside.txt"))).rejects.toThrow("is outside the workspace");
  });

  test("a link, wherever it leads, at the end or on the way", async () => {
    symlinkSync(join(workspace, "status.txt"), join(workspace, "link.txt"));
    symlinkSync(join(home, "outside.txt"), join(workspace, "escape.txt"));
    symlinkSync(join(workspace, "docs"), join(workspace, "linked"), "junction");
    for (const path of ["link.txt", "escape.txt", "linked/status.txt"]) {
      await expect(read(path)).rejects.toThrow("goes through a symbolic link. Give the path of the file itself.");
    }
  });

  test("a file that is another one by now", async () => {
    write("work/found.txt", "found");
    const found = lstatSync(join(workspace, "found.txt"));
    rmSync(join(workspace, "found.txt"));
    symlinkSync(join(home, "outside.txt"), join(workspace, "found.txt"));
    const reading = readFound("status-file", "found.txt", join(workspace, "found.txt"), found);
    await expect(reading.next()).rejects.toThrow(/^`status-file`: found.txt (cannot be read \(ELOOP\)|changed after)/);
  });

  test.runIf(sep === "/")("Windows slashes elsewhere, with a hint", async () => {
    await expect(read("docs\\status.txt")).rejects.toThrow("Write `/` between folders.");
  });

  test("a path that starts at a working directory, and names the one that starts at the workspace", async () => {
    mkdirSync(join(workspace, "site/posts"), { recursive: true });
    write("work/site/posts/today.txt", "Hello");
    const there =
      "does not exist in the workspace, but site/posts/today.txt does. Write `site/posts/today.txt`: paths start";
    await expect(read("posts/today.txt")).rejects.toThrow(there);
    await expect(read("today.txt")).rejects.toThrow(there);
    write("work/.git/hidden.txt", "secret");
    await expect(read("hidden.txt")).rejects.toThrow("Is `actions/checkout` missing");
    await expect(read(join(temp, "today.txt"))).rejects.toThrow("Is `actions/checkout` missing");
  });

  test("everything where there is no workspace", async () => {
    await expect(read("status.txt", [join(home, "nowhere")])).rejects.toThrow("does not exist in the workspace");
  });
});
