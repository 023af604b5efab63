import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text that no server counts as more than 500 characters costs one request.",
  inputs: { status: `@alice@${"a".repeat(60)}.example https://example.com/${"a".repeat(100)} ${"x".repeat(303)}` },
  check: ({ instance }) => {
    const asked = instance.requests.map(({ method, path }) => `${method} ${path}`);
    if (asked.join() !== "POST /api/v1/statuses") throw new Error(`Asked too much: ${asked.join(", ")}`);
  },
});
