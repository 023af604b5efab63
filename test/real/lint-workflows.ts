/**
 * What others say of our workflows and of every whole workflow that the documents show: actionlint looks for mistakes,
 * zizmor for ways in for an attacker. GitHub's own parser reads them in `npm test`.
 *
 *   npm run lint:workflows
 *
 * What they take and this machine lacks (Go, Python, the network) is told in a line and is no failure.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installWithGo } from "./go.ts";
import { cache, finish, makeFolder, NotHere, run } from "./process.ts";

const ACTIONLINT = "v1.7.12";
const ZIZMOR = "1.32.0";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Whole workflows, by the name of the file that holds or shows them. */
function workflows(...patterns: string[]): { name: string; text: string }[] {
  return globSync(patterns, { cwd: root }).flatMap((name) => {
    const text = readFileSync(join(root, name), "utf8");
    if (!name.endsWith(".md")) return { name, text };
    return [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
      .map(([, yaml], index) => ({ name: `${name}.${index + 1}.yml`, text: yaml! }))
      .filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text));
  });
}

const own = workflows(".github/workflows/*.yml");
const shown = workflows("examples/*.yml", "*.md", "docs/*.md");
const tried = workflows("test/real/runner/repository/.github/workflows/*.yml");

async function installZizmor(): Promise<string> {
  const home = join(cache, `zizmor-${ZIZMOR}`);
  const binary = join(home, "bin/zizmor");
  if (existsSync(binary)) return binary;
  await run({ command: "python3", args: ["-m", "venv", home] }, 120);
  await run({ command: join(home, "bin/pip"), args: ["install", "--quiet", `zizmor==${ZIZMOR}`] }, 240);
  return binary;
}

async function lint(command: string, args: readonly string[], texts: typeof own): Promise<void> {
  const folder = makeFolder();
  // Below .github/workflows, where both take a file for a workflow.
  const files = texts.map(({ name, text }) => {
    const file = join(".github/workflows", name.replaceAll("/", "__"));
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    writeFileSync(join(folder, file), text);
    return file;
  });
  const { code, stdout, stderr } = await finish({ command, args: [...args, ...files], cwd: folder }, 120);
  if (code !== 0) process.exitCode = 1;
  console.log(
    `${basename(command)}: ${files.length} workflows, ${code === 0 ? "nothing found" : `found:\n${stdout}${stderr}`}`,
  );
}

/** What the machine lacks is no failure. */
async function orSay(linter: () => Promise<void>): Promise<void> {
  try {
    await linter();
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    console.log(`Not run, since ${error.message}`);
  }
}

await orSay(async () => {
  const actionlint = await installWithGo("github.com/rhysd/actionlint/cmd/actionlint", ACTIONLINT);
  // It knows GitHub's workflows alone: a whole address in `uses` is Forgejo's.
  const githubs = shown.filter(({ text }) => !/uses: https:/.test(text));
  await lint(actionlint, [], [...own, ...githubs, ...tried]);
});
await orSay(async () => {
  const zizmor = await installZizmor();
  const options = ["--offline", "--quiet", "--min-severity=medium"];
  const config = (name: string) => `--config=${join(root, "test/real/zizmor", name)}`;
  await lint(zizmor, [...options, config("own.yml")], own);
  await lint(zizmor, [...options, config("shown.yml")], shown);
});
