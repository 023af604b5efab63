import { scenario } from "../../scenario.ts";

export default scenario({
  what: "More parts than `max-parts`, where nothing may be cut, are refused before anything is posted.",
  inputs: { overflow: "fail", "max-parts": "2", status: "One\n---\nTwo\n---\nThree" },
});
