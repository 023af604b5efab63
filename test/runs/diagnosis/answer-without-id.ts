import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An object without an id comes back: unknown.",
  faults: [
    {
      method: "POST",
      answerAfter: { status: 200, headers: { "content-type": "application/json" }, body: '{"ok":true}' },
    },
  ],
});
