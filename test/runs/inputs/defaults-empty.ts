import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Expressions that came to nothing, as all `inputs.*` do on a release, mean the defaults.",
  inputs: {
    "dry-run": "",
    "release-tag": "",
    pin: "",
    overflow: "",
    "max-parts": "",
    mentions: "",
    "duplicate-check": "",
    "on-missing-token": "",
    timeout: "",
  },
});
