import { rssOf } from "../../feed.ts";
import { DAY, HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A feed that the job has built, with three new entries and an old one: one post each, the oldest first.",
  event: "schedule",
  inputs: { feed: "public/index.xml" },
  files: {
    "public/index.xml": rssOf([
      {
        title: "Third",
        path: "/3/",
        age: HOUR,
        more: "<description>The newest</description><category>news</category>",
      },
      { title: "Second", path: "/2/", age: DAY },
      { title: "First", path: "/1/", age: 2 * DAY },
      { title: "Old", path: "/0/", age: 30 * DAY },
    ]),
  },
});
