import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "activities.next says 401 to a missing scope: which one the search needs is named.",
  inputs: { status: "Thank you!" },
  faults: [{ path: "/api/v2/search", answer: apiError(401, "Unauthorized") }],
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Look at this", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
  },
});
