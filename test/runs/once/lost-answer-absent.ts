import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The connection breaks before anything is stored: two looks see nothing, so it is sent again with the same key.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "before" }],
  check({ instance }) {
    const keys = instance.requests
      .filter(({ method }) => method === "POST")
      .map(({ headers }) => headers["idempotency-key"]);
    if (keys.length !== 2 || keys[0] !== keys[1]) throw new Error(`Keys: ${keys}`);
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
