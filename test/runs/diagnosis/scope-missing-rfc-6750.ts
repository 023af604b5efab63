import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server names the scope as RFC 6750 has it.",
  faults: [
    {
      method: "POST",
      answer: {
        status: 403,
        headers: {
          "content-type": "application/json",
          "www-authenticate": 'Bearer error="insufficient_scope", scope="write:statuses"',
        },
        body: '{"error":"Forbidden"}',
      },
    },
  ],
});
