import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutations } from "./mutations.ts";

// They are played by hand (`npm run test:chaos -- --mutate all`), so that nothing else would tell of one that is past.
test.each(Object.entries(mutations))("%s still has something to break", (_, { file, from }) => {
  const source = readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8");
  expect(source.split(from)).toHaveLength(2);
});
