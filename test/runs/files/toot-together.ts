import { scenario } from "../../scenario.ts";
import { about } from "../../site.ts";

export default scenario({
  what: "Texts of toot-together: files of another ending, posted as they are.",
  inputs: { files: "toots/*.toot", status: "{{ entry.body }}", overflow: "thread" },
  ...about({
    commits: [
      { tree: { "toots/README.md": "Toots" } },
      { tree: { "toots/README.md": "Toots", "toots/hello.toot": "Hello, *world*!\n\nThis is {{ us }}.\n" } },
    ],
    asked: ["compare/<id>...<id>"],
  }),
});
