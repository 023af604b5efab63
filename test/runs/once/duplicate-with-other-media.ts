import { png } from "../../instance/files.ts";
import { posted, uploaded } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What is up has another picture: the summary of a duplicate shows that one, not the file that was not sent.",
  inputs: {
    status: "Out now: {{ release.title }}",
    media: "{ file: new.png, description: The chart of today }",
    "duplicate-check": "1 day",
  },
  files: { "new.png": png().bytes },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  async arrange(world) {
    const id = await uploaded(world, "The chart of yesterday");
    await posted(world, { status: "Out now: undici 7.2.0", media_ids: [id] });
  },
});
