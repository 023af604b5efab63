import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty `release-tag` comes from a step that made no release: an error, never the event's release.",
  inputs: { "release-tag": "" },
});
