import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that refuses a parameter it does not know gets the status without it, under the same key.",
  inputs: { status: "undici {{ release.tag_name }} is out" },
  faults: [
    {
      method: "POST",
      path: "/api/v1/statuses",
      answer: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"error":"Unrecognized key: content_type"}',
      },
    },
  ],
});
