import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The inputs of mastofeedbot, as they stand in a workflow that moves over.",
  inputs: {
    "rss-feed": "https://blog.example.com/index.xml",
    "api-endpoint": "https://social.example",
    "api-token": "abc",
    "status-visiblity": "unlisted",
    "cache-file": "cache/feed.json",
    "instance-url": "",
    "access-token": "",
  },
});
