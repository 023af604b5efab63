import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// The plan of the house, held against the code.

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"));
const texts = new Map(files.map((path) => [path, readFileSync(join(source, path), "utf8")]));

const code = (path: string) => texts.get(path)!.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const resolved = (path: string, name: string) =>
  name.startsWith(".") ? posix.normalize(posix.join(dirname(path).replaceAll("\\", "/"), name)) : name;
const imports = (path: string) =>
  [...code(path).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name]) => resolved(path, name!));
const room = (path: string) => (path.includes("/") ? path.split("/")[0]! : path);

describe("arrows go one way", () => {
  /** What several rooms need, and no room can own. */
  const shared = [
    ...["time.ts", "loopback.ts", "proxies.ts", "file.ts", "visible.ts", "secrets.ts", "count.ts"],
    ...["front-matter.ts", "yaml.ts", "workspace-file.ts"],
    ...["node-version.ts", "package.ts"],
  ];
  /** The rooms that each room may import from, and single files of others. */
  const mayImport: Record<string, string[]> = {
    "index.ts": ["main.ts"],
    "main.ts": ["plan", "inputs", "sources", "status", "mastodon", "report"],
    plan: ["inputs", "sources", "status", "mastodon"],
    report: ["inputs", "sources", "status", "mastodon"],
    // An input may be missing by the platform's design, which the event tells.
    inputs: ["sources/environment.ts"],
    // What is fetched goes over the same connections. The title and the summary of a file are Markdown, and its front
    // matter may set inputs of its post.
    sources: [
      ...["mastodon/http.ts", "status/plain-text/plain-text.ts", "status/fenced-code.ts"],
      "inputs/own-inputs.ts",
    ],
    // The rules by which a server counts and shows a text, and the guard, where a server sees more mentions.
    mastodon: ["status/length/length.ts", "status/shown.ts", "status/mentions.ts"],
    status: [],
    token: ["mastodon"],
    ...Object.fromEntries(shared.map((file) => [file, []])),
  };

  test.each(files)("%s", (path) => {
    const others = imports(path).filter((name) => name.endsWith(".ts") && room(name) !== room(path));
    const allowed = mayImport[room(path)];
    expect(allowed, "a room that the plan does not know").toBeDefined();
    const wrong = others.filter((name) => ![...shared, ...allowed!].some((one) => one === name || one === room(name)));
    expect(wrong).toEqual([]);
  });

  test("no circle", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, way: string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      if (way.includes(path) || done.has(path)) return;
      for (const next of imports(path).filter((name) => texts.has(name))) visit(next, [...way, path]);
      done.add(path);
    };
    for (const path of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  test("every file is on a way from one of the entries", () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path) || !texts.has(path)) return;
      seen.add(path);
      for (const next of imports(path)) visit(next);
    };
    for (const entry of ["index.ts", "token/index.ts"]) visit(entry);
    expect(files.filter((path) => !seen.has(path))).toEqual([]);
  });
});

test("status/ does no I/O", () => {
  const touching = files.filter(
    (path) =>
      room(path) === "status" &&
      (imports(path).some((name) => /^(node:|undici|@actions\/)/.test(name)) ||
        /\bprocess\b|\bfetch\(|console\.|Date\.now|Math\.random|setTimeout|randomUUID/.test(code(path))),
  );
  expect(touching).toEqual([]);
});

test("one file opens connections", () => {
  const connecting = files.filter(
    (path) =>
      imports(path).some((name) => /^(undici|node:(https?|net|tls|http2|dgram|dns))/.test(name)) ||
      /globalThis\.fetch\(|(?<![.\w])fetch\(|new WebSocket/.test(code(path)),
  );
  // The browser brings the answer of a login back to loopback, so somebody has to listen there, and only listen.
  expect(connecting).toEqual(["mastodon/connections.ts", "token/callback.ts"]);
  expect(files.filter((path) => imports(path).includes("mastodon/connections.ts"))).toEqual(["mastodon/http.ts"]);
  expect(code("token/callback.ts")).toMatch(/import \{ createServer, [^}]*\} from "node:http"/);
  expect(code("token/callback.ts")).not.toMatch(/import .*\brequest\b|import \*|import http\b/);
  expect(code("token/callback.ts")).toMatch(/server\.listen\(0, "127\.0\.0\.1"/);
});

test("our own modules are imported statically, packages that few runs need where they are used", () => {
  const late = files.flatMap((path) =>
    [...code(path).matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name]) => `${path}: ${name}`),
  );
  const own = late.filter((one) => /: \./.test(one));
  expect(own.sort()).toEqual([
    // What must not be read before the check of Node.
    "index.ts: ./main.ts",
    // The parser of feeds and the table of all entities have this one door.
    "sources/subjects.ts: ./load-feed.ts",
    // So have those of Markdown, TOML and globs, for files.
    "sources/subjects.ts: ./load-files.ts",
    // Five packages read Markdown, and this is the one door to them.
    "status/template/template.ts: ../plain-text/plain-text.ts",
    "token/index.ts: ./main.ts",
  ]);
  const packages = late.filter((one) => !/: \./.test(one)).map((one) => one.split(": ")[1]);
  expect(packages.length).toBe(new Set(packages).size);
  // Beside the two entries.
  expect(late.length - 2).toBeLessThan(10);
});

test("one file reads the environment of a run, two more only what is handed to them there", () => {
  const reading = files.filter((path) => /process\.env|ProcessEnv|\benv\b.*=\s*process\b/.test(code(path)));
  expect(reading.filter((path) => room(path) !== "token").sort()).toEqual([
    "inputs/inputs.ts",
    "report/log.ts",
    "sources/environment.ts",
  ]);
  // The inputs, and where a runner wants the outputs.
  expect(code("inputs/inputs.ts").match(/process\.env/g)).toHaveLength(1);
  expect(code("inputs/inputs.ts")).toContain("collectInputs(env: NodeJS.ProcessEnv = process.env)");
  expect([...code("report/log.ts").matchAll(/process\.env\.?(\w*)/g)].map(([, name]) => name).sort()).toEqual([
    "GITHUB_OUTPUT",
    "GITHUB_STEP_SUMMARY",
  ]);
  // What a program gets that is started is an environment, too.
  const withinToken = reading.filter((path) => room(path) === "token" && /process\.env/.test(code(path)));
  expect(withinToken).toEqual(["token/environment.ts"]);
});

test("one file prints in the action, one in the token command", () => {
  const prints = /console\.|process\.(stdout|stderr)|\bstd(out|err)\b.*=\s*process\b|@actions\/core/;
  // An entry that cannot start anything else says so itself.
  const entries = ["index.ts", "token/index.ts"];
  expect(files.filter((path) => prints.test(code(path)) && !entries.includes(path))).toEqual([
    "report/log.ts",
    "token/terminal.ts",
  ]);
});

describe("one file knows what each software does otherwise", () => {
  const [, table = ""] = /(const mastodon\b[\s\S]*)/.exec(code("mastodon/software.ts")) ?? [];
  const names = [...table.matchAll(/names: \[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...list!.matchAll(/"([^"]+)"/g)].map(([, name]) => name!),
  );
  const others = names.filter((name) => name !== "mastodon");

  test("the table is read", () => {
    expect(names).toContain("mastodon");
    expect(others.length).toBeGreaterThan(15);
  });

  /** Code without its texts for people: what holds white space, and is no line of a template literal's code. */
  const withoutSentences = (path: string) =>
    code(path)
      .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, (text) => (/\s/.test(text) ? '""' : text))
      .replaceAll(/`(?:[^`\\]|\\.)*`/g, (text) => {
        const inserted = [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, expression]) => expression);
        return /\s/.test(text) ? inserted.join(" ") : text;
      });

  test.each(files.filter((path) => path !== "mastodon/software.ts"))("%s", (path) => {
    const rest = withoutSentences(path);
    const named = others.filter((name) => new RegExp(`\\b${name.replaceAll(".", "\\.")}`, "i").test(rest));
    // The API is Mastodon's, so that the name itself stands in paths and headers; as a software it is a value, or a key.
    // The key of front matter is no software either.
    const isCompared = path !== "front-matter.ts" && /(["'`])mastodon\1|^\s*mastodon:|[{,]\s*mastodon:/m.test(rest);
    expect([...named, ...(isCompared ? ["mastodon"] : [])]).toEqual([]);
  });
});

test("no file is longer than a subject", () => {
  const long = files
    .map((path) => [path, texts.get(path)!.split("\n").length] as const)
    .filter(([, lines]) => lines > 350);
  expect(long).toEqual([]);
});

test("no file without a room of its own: no utils, types, helpers, no barrels, no classes but errors", () => {
  expect(files.filter((path) => /(^|\/)(utils?|types|helpers?|common|lib)(\.ts|\/)/.test(path))).toEqual([]);
  // The two entries are no barrels: they start what is there.
  expect(files.filter((path) => /(^|\/)index\.ts$/.test(path))).toEqual(["index.ts", "token/index.ts"]);
  expect(files.filter((path) => /^export (\*|\{[^}]*\}) from/m.test(code(path)))).toEqual([]);
  for (const path of files) {
    for (const [, name, parent] of code(path).matchAll(/\bclass (\w+)(?: extends (\w+))?/g)) {
      expect(parent, `${path}: ${name}`).toMatch(/(Error|^Cancelled)$/);
    }
  }
});
