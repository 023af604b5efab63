import { rssOf } from "../../feed.ts";
import { HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that does not link to the entry is refused: the post would not be known again.",
  event: "schedule",
  inputs: { feed: "public/index.xml", status: "New: {{ entry.title }}" },
  files: { "public/index.xml": rssOf([{ title: "First", path: "/1/", age: HOUR }]) },
});
