import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A post that is renamed is not announced again; a draft that moves into the globs is announced.",
  inputs: { files: "_posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      {
        tree: {
          "_posts/2026-11-01-one.md": page("title: One", "The one text.\n\nAnd more of it."),
          "_drafts/two.md": page("title: Two", "The other text.\n\nAnd more of it."),
        },
      },
      {
        tree: {
          "_posts/2026-11-02-one-renamed.md": page("title: One", "The one text.\n\nAnd more of it."),
          "_posts/2026-11-29-two.md": page("title: Two", "The other text.\n\nAnd more of it."),
        },
      },
    ],
  }),
});
