import { rssOf } from "../../feed.ts";
import { DAY, HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "More than `max-posts` are new: the oldest go first, the rest waits; what was missed is counted.",
  event: "schedule",
  inputs: { feed: "public/index.xml", "max-posts": "2", "max-age": "3 days" },
  files: {
    "public/index.xml": rssOf([
      { title: "Missed", path: "/0/", age: 4 * DAY },
      { title: "First", path: "/1/", age: 2 * DAY },
      { title: "Second", path: "/2/", age: DAY },
      { title: "Third", path: "/3/", age: HOUR },
      { title: "Fourth", path: "/4/", age: HOUR / 2 },
    ]),
  },
});
