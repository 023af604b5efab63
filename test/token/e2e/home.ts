import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";

/** A person's computer, as much of it as the command can see: a folder, an environment, and programs of its own. */
export interface Home {
  /** Where the command is called: a clone of `remote`, or no clone at all. */
  readonly folder: string;
  readonly env: Record<string, string>;
  /** The nth address that was to be opened in a browser, once there is one. */
  opened(index?: number): Promise<string>;
}

/** Writes down what it is to open, as `xdg-open` on Linux and `open` on a Mac. */
const OPENER = `#!/bin/sh\nprintf '%s\\n' "$1" >> "$OPENED"\n`;

export interface HomeOptions {
  /** Address of the clone's remote `origin`. */
  remote?: string;
  /** Further variables. */
  env?: Record<string, string>;
}

/** Makes one, which goes with the test. */
export function makeHome({ remote, env = {} }: HomeOptions = {}): Home {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "token-")));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  const [bin, folder, opened] = [join(home, "bin"), join(home, "project"), join(home, "opened")];
  for (const path of [bin, folder]) mkdirSync(path);
  // The developer's own GitHub CLI may be logged in; here nobody is.
  const programs = { "xdg-open": OPENER, open: OPENER, "the-browser": OPENER, gh: "#!/bin/sh\nexit 1\n" };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  const all = {
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
    HOME: home,
    TERM: "xterm-256color",
    LANG: "C.UTF-8",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    // The package that opens browsers brings its own xdg-open, which asks this variable.
    BROWSER: join(bin, "the-browser"),
    OPENED: opened,
    ...env,
  };
  if (remote !== undefined) {
    // All that git needs to take the folder for a clone, without starting it.
    for (const path of ["objects", "refs"]) mkdirSync(join(folder, ".git", path), { recursive: true });
    writeFileSync(join(folder, ".git/HEAD"), "ref: refs/heads/main\n");
    writeFileSync(join(folder, ".git/config"), `[remote "origin"]\n\turl = ${remote}\n`);
  }
  return {
    folder,
    env: all,
    async opened(index = 0) {
      const watcher = watch(home);
      try {
        for (;;) {
          // The last line may not be written to its end.
          const lines = existsSync(opened) ? readFileSync(opened, "utf8").split("\n").slice(0, -1) : [];
          if (lines[index]) return lines[index];
          await once(watcher, "change");
        }
      } finally {
        watcher.close();
      }
    },
  };
}
