import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run needs no secrets.",
  inputs: { "dry-run": "true", "instance-url": "", "access-token": "", "github-token": "" },
});
