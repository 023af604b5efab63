import { ahead } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time that is past.",
  arrange({ inputs }) {
    inputs["scheduled-at"] = ahead(-192);
  },
});
