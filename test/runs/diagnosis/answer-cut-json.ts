import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is stored, but only half of its JSON comes back: unknown.",
  faults: [
    {
      method: "POST",
      answerAfter: { status: 200, headers: { "content-type": "application/json" }, body: '{"id":"1155' },
    },
  ],
});
