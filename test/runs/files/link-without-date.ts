import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A link that is made of the date, of a file that has none: it would lead nowhere, so nothing is posted.",
  inputs: {
    files: "_posts/*.md",
    link: 'https://blog.example.com/{{ entry.date | date: "%Y/%m/%d" }}/{{ entry.slug }}.html',
  },
  ...about({ commits: [{ tree: { "README.md": "A site" } }, { tree: { "_posts/new.md": page("title: New") } }] }),
});
