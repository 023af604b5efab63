import { scenario } from "../../scenario.ts";

export default scenario({
  what: "All wrong inputs are reported in one go.",
  inputs: {
    "instance-url": "http://fosstodon.org/@undici",
    "access-token": "Bearer abc",
    visibility: "followers",
    language: "english",
    sensitive: "yes",
    overflow: "split",
    "max-parts": "0",
    mentions: "nobody",
    "on-missing-token": "ignore",
    "dry-run": "1",
    timeout: "5",
    data: "just a text",
  },
});
