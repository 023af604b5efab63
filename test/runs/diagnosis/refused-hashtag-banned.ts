import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server bans a hashtag.",
  faults: [{ method: "POST", answer: apiError(422, "Validation failed: Text contained a disallowed hashtag: spam") }],
});
