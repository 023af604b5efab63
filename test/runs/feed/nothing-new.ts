import { BLOG, rssOf } from "../../feed.ts";
import { ago, DAY } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nothing in the feed is new: skipped, and green.",
  event: "schedule",
  inputs: { feed: "public/index.xml" },
  files: { "public/index.xml": rssOf([{ title: "First", path: "/1/", age: DAY }]) },
  arrange({ instance }) {
    instance.publish(`First\n\n${BLOG}/1/`, { createdAt: ago(DAY) });
  },
});
