import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Without a text Mastodon makes the content warning the text, and the media stay covered.",
  inputs: { status: "{{ blank }}", "spoiler-text": "A spider", media: "file: a.png\ndescription: A spider" },
  files: { "a.png": png(1).bytes },
});
