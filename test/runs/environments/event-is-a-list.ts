import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An event file that is JSON, but no payload.",
  files: { "event.json": "[1, 2]" },
  env: { ACT: "true", GITHUB_EVENT_PATH: "event.json" },
});
