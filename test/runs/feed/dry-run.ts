import { rssOf } from "../../feed.ts";
import { DAY, HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rehearsal without an account shows all that is recent.",
  event: "schedule",
  inputs: { "instance-url": "", "access-token": "", "dry-run": "true", feed: "public/index.xml" },
  files: {
    "public/index.xml": rssOf([
      { title: "First", path: "/1/", age: DAY },
      { title: "Second", path: "/2/", age: HOUR },
    ]),
  },
});
