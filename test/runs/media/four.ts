import { gif, jpeg, png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "As many as Mastodon takes, each kind by its first bytes whatever its name says.",
  inputs: {
    status: "A picture of the release",
    media: `
      - {file: a.png, description: One}
      - {file: b.png, description: Two}
      - {file: c.gif, description: Three}
      - {file: d.dat, description: Four}
    `,
  },
  files: { "a.png": png().bytes, "b.png": jpeg().bytes, "c.gif": gif(2, 1, true).bytes, "d.dat": png().bytes },
});
