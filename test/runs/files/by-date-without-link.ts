import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "By date, a post that does not link to its file would not be known again.",
  inputs: { files: "posts/*.md", status: "{{ entry.title }}", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    event: "workflow_dispatch",
    commits: [
      { tree: { "posts/new.md": page(`title: New\ndate: ${new Date(Date.now() - 86_400_000).toISOString()}`) } },
    ],
  }),
});
