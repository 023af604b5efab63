import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Hollo says what it minds beside its error.",
  faults: [
    {
      method: "POST",
      answer: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          error: "invalid_request",
          zod_error: { issues: [{ path: ["language"], message: "String must contain at least 2 character(s)" }] },
        }),
      },
    },
  ],
});
