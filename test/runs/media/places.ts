import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Paths that are no files to take: a folder, a link, .git, outside, none; all told in one go.",
  inputs: {
    status: "A picture of the release",
    media: "docs\nlink.png\n.git/shot.png\n../../etc/passwd\nnowhere.png\nempty.png",
  },
  files: { "docs/shot.png": png().bytes, ".git/shot.png": png().bytes, "empty.png": "" },
  prepare: (workspace) => symlinkSync(join(workspace, "docs/shot.png"), join(workspace, "link.png")),
});
