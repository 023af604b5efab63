import { ahead } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Its time is past by now, and it is not there: refused.",
  inputs: { status: "Lunch", "duplicate-check": "1 day" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  arrange({ inputs }) {
    inputs["scheduled-at"] = ahead(-192);
  },
});
