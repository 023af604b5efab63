import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The default announcement without any release.",
  event: "schedule",
});
