import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An error comes back with status code 200: unknown.",
  faults: [
    {
      method: "POST",
      answerAfter: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"error":"Something went wrong"}',
      },
    },
  ],
});
