/**
 * Makes the commit and the tags of a release, and pushes nothing: .github/workflows/release.yml does.
 *
 *   npm run release -- 1.2.0
 *
 * The files in .changeset say what changed and so which number comes next. They become a section of CHANGELOG.md, which
 * also goes to release-notes.md, for the release's page.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CHANGESETS = "@changesets/cli@3.0.3";

const root = fileURLToPath(new URL("..", import.meta.url));
const npx = process.platform === "win32" ? "npx.cmd" : "npx";
const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: root, encoding: "utf8" }).trim();
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const [version = ""] = process.argv.slice(2);
const tag = `v${version}`;
const moving = tag.split(".")[0]!;
if (!/^\d+\.\d+\.\d+$/.test(version)) stop(`The version must be three numbers, such as 1.2.0, not “${version}”.`);
if (run("git", "status", "--porcelain") !== "")
  stop("There are changes that are not committed. Commit them, or undo them.");
if (run("git", "tag", "--list", tag) !== "") stop(`${tag} was released already. Take the next number.`);

if (!readdirSync(`${root}/.changeset`).some((name) => name.endsWith(".md")))
  stop("No change waits in .changeset: there is nothing to release.");

run(npx, "--yes", CHANGESETS, "version");
const { version: next } = JSON.parse(read("package.json")) as { version: string };
if (next !== version) {
  run("git", "checkout", "--", ".");
  stop(`The changes in .changeset make this ${next}, not ${version}. Release that, or correct what they say.`);
}
// The lock file and dist hold the version too.
run("npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund");
run("npm", "run", "bundle");

const section = new RegExp(`^## ${version.replaceAll(".", "\\.")}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(
  read("CHANGELOG.md"),
);
writeFileSync(`${root}/release-notes.md`, (section?.[1] ?? "").trim());
run("git", "add", "--all");
run("git", "commit", "--quiet", "--message", `Release ${tag}`);
run("git", "tag", "--annotate", tag, "--message", tag);
run("git", "tag", "--force", moving);
console.log(`Committed and tagged ${tag} and ${moving}. To push: git push --atomic origin HEAD:main ${tag} +${moving}`);
