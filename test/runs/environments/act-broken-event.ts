import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An event file that is no JSON.",
  files: { "event.json": '{ "release": { "tag_name": "v1.0.0", } }' },
  env: { ACT: "true", GITHUB_EVENT_PATH: "event.json" },
});
