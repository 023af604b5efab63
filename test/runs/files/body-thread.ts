import { scenario } from "../../scenario.ts";
import { about } from "../../site.ts";

export default scenario({
  what: "The body is the post, and its lines --- begin new parts, save in code; it may mention whom it likes.",
  inputs: { files: "toots/*.md", status: "{{ entry.body }}", mentions: "all", overflow: "thread" },
  ...about({
    commits: [
      { tree: { "README.md": "Posts of ours" } },
      {
        tree: {
          "README.md": "Posts of ours",
          "toots/one.md": "Hello @alice\n\n```\n```yaml\n---\n```\n\n---\n\nA second part\n",
        },
      },
    ],
  }),
});
