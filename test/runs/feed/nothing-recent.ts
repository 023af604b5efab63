import { rssOf } from "../../feed.ts";
import { DAY } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nothing in the feed is recent, and one entry is of the future: nobody is asked anything.",
  event: "schedule",
  inputs: { feed: "public/index.xml" },
  files: {
    "public/index.xml": rssOf([
      { title: "Old", path: "/1/", age: 20 * DAY },
      { title: "Tomorrow", path: "/2/", age: -DAY },
    ]),
  },
});
