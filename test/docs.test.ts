import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { factsByEvent } from "./docs/facts-by-event.ts";
import { messages } from "./docs/messages.ts";
import { written } from "./docs/parts.ts";
import { picture } from "./docs/picture.ts";
import { inputs, outputs } from "./docs/reference.ts";
import { workedExamples } from "./docs/worked-examples.ts";
import { yamlTraps } from "./docs/yaml-traps.ts";

// What the pages show is what the code says and does: a script writes it, and this test is red when it is stale.

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = [
  "README.md",
  ...readdirSync(`${root}/docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");

const writers = {
  inputs,
  outputs,
  messages,
  picture,
  "facts by event": factsByEvent,
  "worked examples": workedExamples,
  "yaml traps": yamlTraps,
  "token session": async () => `\`\`\`text\n${read("docs/token-session.txt")}\`\`\``,
};

test.each(pages)("what a script writes in %s is fresh", async (path) => {
  await expect(await written(read(path), writers)).toMatchFileSnapshot(`${root}/${path}`);
});

describe("links", () => {
  const documents = [...pages, "CONTRIBUTING.md", "SECURITY.md", "test/README.md", ".github/pull_request_template.md"];

  test.each(documents)("those of %s lead somewhere", (path) => {
    const text = read(path).replaceAll(/^```[\s\S]*?^```/gm, "");
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^https:/.test(link));
    expect(links.filter((link) => !leadsSomewhere(path, link))).toEqual([]);
  });

  test("and one that does not is seen", () => {
    expect(leadsSomewhere("README.md", "docs/text.md#facts")).toBe(true);
    expect(leadsSomewhere("docs/text.md", "../README.md")).toBe(true);
    expect(leadsSomewhere("README.md", "docs/text.md#nowhere")).toBe(false);
    expect(leadsSomewhere("README.md", "docs/nowhere.md")).toBe(false);
  });
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = decodeURIComponent(link).split("#");
  const target = path === "" ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(`${root}/${target}`)) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

/** What GitHub makes of headings: lower case, no punctuation, a hyphen for each space. */
function anchorsOf(page: string): string[] {
  const headings = page.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
