import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A release named by an attacker: a runner that reads the log obeys nothing of it.",
  event: "release.published.hostile",
});
