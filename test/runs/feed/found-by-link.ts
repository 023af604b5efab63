import { BLOG, rssOf } from "../../feed.ts";
import { ago, DAY, HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What the account links to is not posted again: with another title, a slash less, `utm_` more, or by hand.",
  event: "schedule",
  inputs: { feed: "public/index.xml" },
  files: {
    "public/index.xml": rssOf([
      { title: "New", path: "/4/", age: HOUR },
      { title: "Posted by hand", path: "/3/?page=2", age: 2 * HOUR },
      { title: "Second, retitled", path: "/2/?utm_source=rss", age: DAY },
      { title: "First", path: "/1/", age: 2 * DAY },
    ]),
  },
  arrange({ instance }) {
    instance.publish(`First\n\n${BLOG}/1`, { createdAt: ago(2 * DAY) });
    instance.publish(`Second\n\nhttp://www.blog.example.com/2/`, { createdAt: ago(DAY) });
    instance.publish(`Read this: ${BLOG}/3/?page=2&share=1 !`, { createdAt: ago(HOUR) });
  },
});
