import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A handle is no address, but it names the server.",
  inputs: { "instance-url": "@undici@fosstodon.org" },
});
