import { describe, expect, test } from "vitest";
import { readEnvironment } from "../../src/token/environment.ts";

const nowhere = () => false;
const read = (
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = "linux",
  exists: (path: string) => boolean = nowhere,
) => readEnvironment(env, platform, exists);

describe("whether a browser can be opened", () => {
  test.each([
    ["a Mac", {}, "darwin", ""],
    ["Windows", {}, "win32", ""],
    ["Linux with a display", { DISPLAY: ":0" }, "linux", ""],
    ["Linux with Wayland", { WAYLAND_DISPLAY: "wayland-0" }, "linux", ""],
    ["Windows' own Linux", { WSL_DISTRO_NAME: "Debian" }, "linux", ""],
    ["Linux without a display", {}, "linux", "without a display"],
    ["SSH", { DISPLAY: ":0", SSH_CONNECTION: "192.0.2.1 1 192.0.2.2 22" }, "linux", "over SSH"],
    ["SSH to a Mac", { SSH_TTY: "/dev/ttys001" }, "darwin", "over SSH"],
    ["a container of podman", { DISPLAY: ":0", container: "podman" }, "linux", "in a container"],
    ["Codespaces", { CODESPACES: "true" }, "linux", "in a container"],
  ] as const)("%s", (_what, env, platform, expected) => {
    expect(read(env, platform).noBrowser).toBe(expected);
  });

  test("a container of Docker is known by a file", () => {
    expect(read({ DISPLAY: ":0" }, "linux", (path) => path === "/.dockerenv").noBrowser).toBe("in a container");
  });
});

test.each([
  [{}, true],
  [{ NO_COLOR: "" }, true],
  [{ NO_COLOR: "1" }, false],
  [{ TERM: "dumb" }, false],
])("colours in %j", (env, expected) => {
  expect(read(env).colours).toBe(expected);
});

test("tokens of the servers that workflows live on, as their own tools read them", () => {
  expect(read({ GITHUB_TOKEN: "b" }).githubToken).toBe("b");
  expect(read({ GH_TOKEN: "a", GITHUB_TOKEN: "b", GH_HOST: "ghe.example" })).toMatchObject({
    githubToken: "a",
    githubHost: "ghe.example",
  });
  expect(read({ GITEA_TOKEN: "d" }).forgejoToken).toBe("d");
  expect(read({ FORGEJO_TOKEN: "c", GITEA_TOKEN: "d" }).forgejoToken).toBe("c");
});

test("the folder is the person's, not the package's that npm runs a script in", () => {
  expect(read({ INIT_CWD: "/home/me/project" }).folder).toBe("/home/me/project");
  expect(read({}).folder).toBe(process.cwd());
});

test("proxies, lower case first", () => {
  expect(read({ HTTPS_PROXY: "http://a", https_proxy: "http://b", NO_PROXY: "c" }).proxies).toEqual({
    http: "",
    https: "http://b",
    no: "c",
  });
});

test("a variable that the person names", () => {
  expect(read({ MY_TOKEN: "x" }).variable("MY_TOKEN")).toBe("x");
  expect(read({}).variable("MY_TOKEN")).toBe("");
});
