import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that schedules for another time than was asked.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
  faults: [
    {
      method: "POST",
      answer: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          id: "1",
          scheduled_at: "2020-01-01T00:00:00.000Z",
          params: { text: "Lunch" },
          media_attachments: [],
        }),
      },
    },
  ],
});
