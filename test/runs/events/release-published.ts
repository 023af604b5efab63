import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A release with a name of its own: name, version, description, link and topics, none of them twice.",
  event: "release.published",
});
