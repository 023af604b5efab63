import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A symbolic link, as a pull request may bring it, leads nowhere.",
  files: { "secret.txt": "secret" },
  prepare: (workspace) => symlinkSync(join(workspace, "secret.txt"), join(workspace, "status.txt")),
  inputs: { "status-file": "status.txt" },
});
