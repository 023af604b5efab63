import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that refuses the parameter `allowed_mentions` gets the post without it.",
  inputs: { status: "Hello" },
  faults: [
    {
      method: "POST",
      answer: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: '{"error":"Unknown field: allowed_mentions"}',
      },
    },
  ],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
