import { scenario } from "../../scenario.ts";

export default scenario({
  what: "URL and token have changed places.",
  inputs: { "instance-url": "abcdefghijklmnop", "access-token": "https://fosstodon.org" },
});
