import { readFileSync } from "node:fs";

/** The values of a recording, one a line. */
export function lines<Value>(name: string): Value[] {
  const text = readFileSync(new URL(`${name}.jsonl`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Value);
}
