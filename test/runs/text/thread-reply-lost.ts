import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server loses the link of a reply: the thread stops, and the loose part is named.",
  faults: [
    { method: "POST", path: "/api/v1/statuses", delay: 0 },
    {
      method: "POST",
      path: "/api/v1/statuses",
      answerAfter: {
        status: 200,
        body: JSON.stringify({
          id: "99",
          url: "https://social.example/@poster/99",
          uri: "https://social.example/users/poster/statuses/99",
          visibility: "unlisted",
          account: { acct: "poster" },
          in_reply_to_id: null,
        }),
      },
    },
  ],
  inputs: { status: "One\n---\nTwo\n---\nThree" },
});
