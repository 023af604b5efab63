/**
 * GitHub's own parser reads what GitHub is to load: action.yml, and every workflow and step that people may copy.
 *
 * The parser checks structure and expressions; that the names under `with:` exist is held here, since it does not.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { NoOperationTraceWriter } from "@actions/workflow-parser";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inputNames } from "../src/inputs/names.ts";
import { errorsOfWorkflow } from "./workflow-parser.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const action = parse(read("action.yml"));

interface Block {
  /** Where it stands, as a linter writes it: `README.md:20`. */
  place: string;
  yaml: string;
}

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}

/** The YAML blocks of a document that are a workflow or steps; others (a piece of front matter, say) are not parsed. */
function blocksOf(path: string): Block[] {
  const text = read(path);
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)]
    .map((match) => ({ place: `${path}:${text.slice(0, match.index).split("\n").length + 1}`, yaml: match[1]! }))
    .filter(({ yaml }) => isWorkflow(yaml) || isSteps(yaml));
}

const isWorkflow = (yaml: string) => /^jobs:/m.test(yaml);
const isSteps = (yaml: string) => /^- /m.test(yaml) && /^(?:- |\s+)(?:uses|run):/m.test(yaml);

/** A step alone is no workflow: it is put into one. */
function asWorkflow(yaml: string): string {
  if (isWorkflow(yaml)) return yaml;
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${yaml.replaceAll(/^(?=.)/gm, "      ")}`;
}

function filesIn(folder: string, ending: RegExp): string[] {
  if (!existsSync(new URL(folder, root))) return [];
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}${name.replaceAll("\\", "/")}`)
    .filter((path) => ending.test(path));
}

const documents = [...readdirSync(root).filter((name) => name.endsWith(".md")), ...filesIn("docs/", /\.md$/)];
const blocks: Block[] = [
  ...[".github/workflows/", "examples/", "test/real/runner/repository/.github/workflows/"].flatMap((folder) =>
    filesIn(folder, /\.ya?ml$/).map((place) => ({ place, yaml: read(place) })),
  ),
  ...documents.flatMap(blocksOf),
];

function errorsOfAction(content: string): string[] {
  const { context } = parseAction({ name: "action.yml", content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map((error) => error.message);
}

function stepsIn({ yaml }: Block): Step[] {
  const { jobs } = parse(asWorkflow(yaml)) as { jobs: Record<string, { steps?: Step[] }> };
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

const isOurs = ({ uses = "" }: Step) => uses === "./" || /\/mastodon-status-action@/.test(uses);

describe("action.yml", () => {
  test("GitHub's parser takes it", () => {
    expect(errorsOfAction(read("action.yml"))).toEqual([]);
  });

  test("an expression stands in a default only: a runner evaluates it everywhere, and knows next to nothing there", () => {
    const { inputs, ...rest } = action;
    const texts = [
      rest,
      ...Object.values(inputs as Record<string, object>).map((input) => ({ ...input, default: "" })),
    ];
    expect(texts.filter((text) => JSON.stringify(text).includes("${{"))).toEqual([]);
  });

  test("the Marketplace takes its description: fewer than 125 characters", () => {
    expect(action.description.length).toBeLessThan(125);
  });
});

describe("what people may copy", () => {
  test("there is something to hold", () => {
    expect(blocks.length).toBeGreaterThan(8);
  });

  test.each(blocks)("GitHub's parser takes $place", async ({ place, yaml }) => {
    expect(await errorsOfWorkflow(place, asWorkflow(yaml))).toEqual([]);
  });

  test.each(blocks)("every input of our action in $place exists", (block) => {
    const names = stepsIn(block)
      .filter(isOurs)
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(names.filter((name) => !(inputNames as readonly string[]).includes(name))).toEqual([]);
  });
});

describe("the files of examples/", () => {
  const examples = filesIn("examples/", /\.yml$/);

  const pages = ["README.md", ...filesIn("docs/", /\.md$/)];

  test.each(examples)("%s is shown word for word", (path) => {
    expect(pages.some((page) => read(page).includes(`\n\`\`\`yaml\n${read(path)}\`\`\`\n`))).toBe(true);
  });

  test.each(pages)("%s shows no whole workflow that is none of them", (page) => {
    const texts = examples.map(read);
    const others = blocksOf(page).filter(({ yaml }) => isWorkflow(yaml) && !texts.includes(yaml));
    expect(others.map(({ place }) => place)).toEqual([]);
  });
});

test("our own workflows name actions by commit, with the version beside it", () => {
  const used = filesIn(".github/workflows/", /\.ya?ml$/).flatMap((path) => read(path).match(/uses: .*/g) ?? []);
  const others = used.filter((line) => !line.startsWith("uses: ./"));
  expect(others.length).toBeGreaterThan(0);
  for (const line of others) expect(line).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

describe("the parser is a judge that can say no", () => {
  test("to an expression in a description of an action", () => {
    const wrong = read("action.yml").replace("YAML mapping or JSON", "YAML mapping or JSON, `${{ toJSON(…) }}`,");
    expect(wrong).not.toBe(read("action.yml"));
    expect(errorsOfAction(wrong)).toEqual([expect.stringContaining("Unexpected symbol: '…'")]);
  });

  test.each([
    ["an unknown key", "- uses: ./\n  wiht:\n    status: x\n", "Unexpected value 'wiht'"],
    [
      "an expression that is cut off",
      "- uses: ./\n  with:\n    status: ${{ github.ref \n",
      "The expression is not closed",
    ],
    ["a function that there is not", "- run: echo ${{ toYAML(github) }}\n", "Unrecognized function: 'toYAML'"],
    ["a context that a step does not have", "- run: echo ${{ secret.X }}\n", "Unrecognized named-value: 'secret'"],
  ])("to %s", async (_, yaml, sentence) => {
    expect(await errorsOfWorkflow("step", asWorkflow(yaml))).toEqual([expect.stringContaining(sentence)]);
  });
});
