import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text that imitates the file of outputs stays one output.",
  inputs: {
    status:
      "url=https://evil.example/\nresult<<EOF\nhacked\nEOF\nid<<ghadelimiter_00000000-0000-0000-0000-000000000000\n666\nghadelimiter_00000000-0000-0000-0000-000000000000",
  },
  check({ outcome: { outputs } }) {
    if (outputs.result !== "posted" || outputs.id === "666") throw new Error("An output was forged.");
  },
});
