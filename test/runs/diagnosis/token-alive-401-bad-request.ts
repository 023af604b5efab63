import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Sharkey answers 401 to whatever it minds; the token is alive.",
  faults: [{ method: "POST", answer: { status: 401, headers: { "content-type": "application/json" }, body: "{}" } }],
});
