import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { png } from "../instance/files.ts";
import { runAction, source } from "../runner.ts";
import { table } from "./parts.ts";

const action = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
};

export async function inputs(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(action.inputs).map(async ([name, input]) => [
      `\`${name}\``,
      input.description,
      shownDefault(name, input.default),
      await whatIsTemplate(name),
    ]),
  );
  return table(["input", "meaning", "default", "template?"], rows);
}

export async function outputs(): Promise<string> {
  const rows = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return table(["output", "meaning"], rows);
}

function shownDefault(name: string, value: string | undefined): string {
  // It has several lines; the page shows it below the table.
  if (name === "status") return "the announcement";
  return value === undefined ? "–" : `\`${value}\``;
}

/** A filter that there is not: only what reads a text as a template says so. */
const WRONG = "{{ 'x' | no_such_filter }}";

/** Where in an input a template may stand, when it is not the whole of it. */
const places: Record<string, [place: string, value: string, files?: Record<string, string | Uint8Array>]> = {
  "template-file": ["the file's text", "post.liquid", { "post.liquid": WRONG }],
  media: ["`description`", `{file: a.png, description: "${WRONG}"}`, { "a.png": png().bytes }],
  poll: ["`options`", `{options: ["${WRONG}", b], expires-in: 1 day}`],
};

/** Found out by rehearsing with a template that cannot be right. */
async function whatIsTemplate(name: string): Promise<string> {
  if (await isRendered(name, WRONG)) return "yes";
  const place = places[name];
  return place && (await isRendered(name, place[1], place[2])) ? place[0] : "";
}

async function isRendered(
  name: string,
  value: string,
  files: Record<string, string | Uint8Array> = {},
): Promise<boolean> {
  // Of an event that is about nothing, so that it is left to `link` to say what.
  const rest: Record<string, string> = /^(status|template)/.test(name) ? {} : { status: "Hello" };
  const { stdout } = await runAction({
    target: source,
    event: "push.commits",
    inputs: { "dry-run": "true", ...rest, [name]: value },
    files,
    env: { GITHUB_API_URL: "http://127.0.0.1:1" },
  });
  return /^::error.*a filter `no_such_filter`/m.test(stdout);
}
