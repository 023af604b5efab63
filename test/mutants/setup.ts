import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach } from "vitest";

// Loaded before each test file, in the copy that has mutants. Plays only the tests that are asked for; without these, it
// writes down which test reaches the place of which mutant.

const at = (name: string) => new URL(`../../${name}`, import.meta.url);
const wanted: string[] | null = JSON.parse(readFileSync(at("wanted.json"), "utf8"));

const reached = new Set<number>();
Object.assign(globalThis, { reach: (id: number) => reached.add(id) });

beforeEach(({ task, skip }) => {
  if (wanted && !wanted.includes(task.id)) skip();
  reached.clear();
  writeFileSync(at("reached.txt"), "");
});

afterEach(({ task }) => {
  if (wanted) return;
  // What ran in another process tells it in a file.
  const elsewhere = existsSync(at("reached.txt")) ? readFileSync(at("reached.txt"), "utf8").split("\n") : [];
  for (const id of elsewhere.filter(Boolean)) reached.add(Number(id));
  appendFileSync(at("reach.jsonl"), `${JSON.stringify({ test: task.id, reached: [...reached] })}\n`);
});
