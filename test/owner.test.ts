import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { repository } from "../src/package.ts";

/**
 * package.json alone says whose repository this is. Who takes it over changes `repository` there, and `npm run docs`
 * changes all that people copy.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const [owner, name] = repository.split("/") as [string, string];
const shown = execFileSync(
  "git",
  ["grep", "-l", "-e", `/${name}\\b`, "-e", "^\\* @", "--", ".github", "*.md", "docs", "examples", "test/real"],
  {
    cwd: root,
    encoding: "utf8",
  },
);

test.each(shown.trim().split("\n"))("%s names the owner that package.json names", async (path) => {
  const text = readFileSync(`${root}/${path}`, "utf8");
  // In CODEOWNERS the owner stands alone.
  const right = text.replace(new RegExp(`[\\w-]+(?=/${name}\\b)|(?<=^\\* @)[\\w-]+$`, "gm"), owner);
  await expect(right).toMatchFileSnapshot(`${root}/${path}`);
});
