import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Inputs for media, alt texts and time as another action calls them.",
  inputs: { "media-paths": "a.png,b.png", "media-descriptions": "One,Two", scheduled_at: "2 hours" },
});
