import { rssOf } from "../../feed.ts";
import { HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The account cannot be seen: nothing is posted, since it is the only memory.",
  event: "schedule",
  inputs: { feed: "public/index.xml", visibility: "private" },
  files: { "public/index.xml": rssOf([{ title: "First", path: "/1/", age: HOUR }]) },
});
