import { expect, test } from "vitest";
import { formatCount } from "../src/count.ts";

test("a number has commas between its thousands", () => {
  expect([0, 7, 500, 1000, 11_064, 125_000, 1_048_576].map(formatCount)).toEqual([
    "0",
    "7",
    "500",
    "1,000",
    "11,064",
    "125,000",
    "1,048,576",
  ]);
});
