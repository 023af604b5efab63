import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A number comes back instead of a status: unknown.",
  faults: [
    {
      method: "POST",
      answerAfter: { status: 200, headers: { "content-type": "application/json" }, body: "1" },
    },
  ],
});
