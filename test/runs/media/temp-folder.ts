import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A file that an earlier step has put into RUNNER_TEMP.",
  inputs: { status: "A picture of the release", media: "{file: ../temp/shot.png, description: A terminal}" },
  prepare: (workspace) => writeFileSync(join(workspace, "../temp/shot.png"), png().bytes),
});
