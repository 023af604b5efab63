import { scenario } from "../../scenario.ts";

export default scenario({
  isFast: true,
  what: "An object without an id comes back: unknown.",
  faults: [
    {
      method: "POST",
      answerAfter: { status: 200, headers: { "content-type": "application/json" }, body: '{"ok":true}' },
    },
  ],
});
