import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import { parse } from "yaml";
import { type Inputs, inputDefaults, readInputs } from "../src/inputs/inputs.ts";
import { announcement, type InputName, inputNames } from "../src/inputs/names.ts";
import { version } from "../src/package.ts";
import type { Report } from "../src/report/report.ts";
import { renderStatus } from "../src/status/template/template.ts";
import { environmentWith } from "./sources/environment.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const action = parse(read("action.yml"));

test("action.yml declares the inputs that the code knows", () => {
  expect(Object.keys(action.inputs)).toEqual([...inputNames]);
});

test("action.yml writes down the defaults that the code assumes", () => {
  const defaults = Object.entries(action.inputs as Record<string, { default?: string }>)
    .filter(([, input]) => input.default !== undefined)
    .map(([name, input]) => [name, input.default]);
  // The token is the runner's to fill in.
  expect(Object.fromEntries(defaults)).toEqual({ ...inputDefaults, "github-token": "${{ github.token }}" });
  expect(action.inputs.status.default).toBe(announcement);
});

describe("action-types.yml", () => {
  const types = parse(read("action-types.yml")) as Record<"inputs" | "outputs", Record<string, Typing>>;

  test.each(["inputs", "outputs"] as const)("gives a type for each of the %s that action.yml declares", (kind) => {
    expect(Object.keys(types[kind])).toEqual(Object.keys(action[kind]));
  });

  test.each(Object.entries(types.inputs))("%s has the type that the code asks for", async (name, typing) => {
    expect(typing).toEqual(await typeOf(name));
  });

  test("the results are those of the code", () => {
    const results = {
      posted: 1,
      scheduled: 1,
      edited: 1,
      duplicate: 1,
      skipped: 1,
      "dry-run": 1,
      partial: 1,
      unknown: 1,
      failed: 1,
    };
    const complete: Record<Report["result"], number> = results;
    expect(types.outputs.result!["allowed-values"]).toEqual(Object.keys(complete));
  });
});

interface Typing {
  type: string;
  "allowed-values"?: string[];
}

/** What the code says that it wants, when it gets what cannot be right; whatever it takes then is a string. */
async function typeOf(name: string): Promise<Typing> {
  const given = new Map([
    ["instance-url", "https://social.example"],
    ["access-token", "abc"],
    ["dry-run", "false"],
  ]);
  const said: unknown = await readInputs(given.set(name, "not right"), environmentWith({})).catch(
    ({ message }) => message,
  );
  const [, values] = /Write one of: (.*)\.$/m.exec(String(said)) ?? [];
  if (values) return { type: "enum", "allowed-values": values.split(", ") };
  if (/Write `true` or `false`/.test(String(said))) return { type: "boolean" };
  return { type: /Write a whole number/.test(String(said)) ? "integer" : "string" };
}

/** The inputs as the code calls them: the three ways to a text are one there. */
type Field<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Field<Tail>>}`
  : Name;

test("`Inputs` has a field for each input", () => {
  // Seen by the compiler alone.
  expectTypeOf<Exclude<Field<Exclude<InputName, "template-file" | "status-file">>, keyof Inputs>>().toBeNever();
});

test("docs/dependencies.md gives a reason for each package, and for no other", () => {
  const { devDependencies, optionalDependencies } = JSON.parse(read("package.json"));
  const rows = read("docs/dependencies.md").match(/^\| `.*?(?= \|)/gm)!;
  const named = rows.flatMap((row) => [...row.matchAll(/`(.+?)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(Object.keys({ ...devDependencies, ...optionalDependencies }).sort());
});

test("the version stands in one way", () => {
  expect(version).toBe(JSON.parse(read("package.json")).version);
});

test("docs/reference.md explains every input and output, and no other", () => {
  const named = read("docs/reference.md").match(/^\| `[\w-]+` \|/gm)!;
  const declared = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
  // What it says of each is written by a script, and test/docs.test.ts holds that it is fresh.
  expect(named).toEqual(declared.map((name) => `| \`${name}\` |`));
});

test("docs/text.md explains every filter that the template knows beside Liquid's own, and no other", async () => {
  const options = { facts: {}, freeTexts: new Map(), locale: undefined, now: 0, nonce: "x" };
  const template = { source: "{{ 1 | frobnicate }}", isTemplate: true, name: "`status`" };
  const said: string = await renderStatus(template, options).then(String, ({ message }) => message);
  const [section = ""] = /(?<=\n## Filters\n)[\s\S]*?(?=\n## )/.exec(read("docs/text.md")) ?? [];
  const inDocs = (section.match(/^\| `.*?(?= \|)/gm) ?? []).flatMap((cell) => cell.match(/\w+/g)!);
  expect(inDocs.sort()).toEqual(
    said
      .split("Known are Liquid's own filters and ")[1]!
      .match(/(?<=`)\w+(?=`)/g)!
      .sort(),
  );
});

test("the runner starts dist on Node 24", () => {
  expect(action.runs).toEqual({ using: "node24", main: "dist/index.js" });
});

test("the README says from a clone just what package.json has", () => {
  const section = /## From a clone\n([\s\S]*?)(?=\n## |$)/.exec(read("README.md"))![1]!;
  expect([...section.matchAll(/^npm .*$/gm)].map(([line]) => line.split(/\s{2,}|\s+#/)[0])).toEqual([
    "npm run demo",
    "npm test",
  ]);
});
