import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run of the same notes as a thread: each part stands behind its bar.",
  event: "release.published.hostile",
  inputs: {
    status: "{{ release.body }}",
    "dry-run": "true",
    overflow: "thread",
    "instance-url": "",
    "access-token": "",
  },
});
