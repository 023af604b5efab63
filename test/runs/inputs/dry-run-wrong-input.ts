import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run needs no secrets, but its inputs must be right.",
  inputs: { "dry-run": "true", "instance-url": "", "access-token": "", visibility: "friends" },
});
