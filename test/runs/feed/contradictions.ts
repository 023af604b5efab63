import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What a feed excludes is refused at once.",
  event: "schedule",
  inputs: {
    feed: "https://user:password@blog.example/feed.xml",
    "max-age": "1 minute",
    "rss-feed": "https://blog.example/feed.xml",
    "cache-file": "cache.json",
  },
});
