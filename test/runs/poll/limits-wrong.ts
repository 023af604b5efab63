import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The instance takes less than it announces: its own sentence is told.",
  inputs: { status: "Which of these next?", poll: "{options: [a, b, c, d, e], expires-in: 1 day}" },
  faults: [
    {
      path: "/api/v2/instance",
      answer: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          domain: "127.0.0.1",
          version: "4.5.0",
          configuration: { statuses: { max_characters: 500 }, polls: { max_options: 8 } },
        }),
      },
    },
  ],
});
