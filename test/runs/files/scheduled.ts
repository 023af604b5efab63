import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "With `scheduled-at` a post of the future is scheduled, and one of the past posted at once.",
  inputs: {
    files: "posts/*.md",
    "scheduled-at": "{{ entry.date }}",
    link: "https://blog.example.com/{{ entry.slug }}/",
  },
  token: { scopes: ["read:statuses", "write:statuses", "profile"] },
  ...about({
    commits: [
      { tree: { "README.md": "A site" } },
      {
        tree: {
          "posts/a.md": page("title: A\ndate: 2020-12-24T18:00:00+01:00"),
          "posts/b.md": `+++\ntitle = "B"\ndate = ${new Date(Date.now() + 86_400_000).toISOString()}\n+++\nText`,
        },
      },
    ],
  }),
});
