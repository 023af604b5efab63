import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The time is over before the status could be sent: it certainly is not posted.",
  event: "release.released",
  inputs: { timeout: "1 second" },
});
