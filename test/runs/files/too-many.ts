import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "More files than `max-posts` are refused before anything is sent.",
  inputs: { files: "posts/*.md", "max-posts": "2", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "README.md": "A site" } },
      { tree: Object.fromEntries([1, 2, 3].map((number) => [`posts/${number}.md`, page(`title: Post ${number}`)])) },
    ],
  }),
});
