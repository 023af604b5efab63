import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Two ids at once.",
  inputs: { status: "Thank you!", "in-reply-to-id": "115600000000000001, 115600000000000002" },
});
