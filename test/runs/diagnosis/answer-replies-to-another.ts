import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status that stands alone is answered with the id of another one: it is posted, so the step is green.",
  faults: [
    {
      method: "POST",
      answerAfter: {
        status: 200,
        body: JSON.stringify({
          id: "1",
          url: "https://odd.example/@poster/1",
          visibility: "public",
          in_reply_to_id: "0",
        }),
      },
    },
  ],
});
