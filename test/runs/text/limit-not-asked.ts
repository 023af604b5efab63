import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text of 500 characters as counted costs one request, whatever its URLs and mentions have.",
  inputs: { status: `@alice@${"a".repeat(60)}.example https://example.com/${"a".repeat(400)} ${"x".repeat(469)}` },
  check: ({ instance }) => {
    const asked = instance.requests.map(({ method, path }) => `${method} ${path}`);
    if (asked.join() !== "POST /api/v1/statuses") throw new Error(`Asked too much: ${asked.join(", ")}`);
  },
});
