import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An alt text full of workflow commands, HTML, Markdown and characters that steer.",
  inputs: {
    status: "A picture of the release",
    media: JSON.stringify({
      file: "docs/shot.png",
      description:
        "::error::no\n##[error]no\n::set-output name=id::1\n<img src=x onerror=alert(1)> </p></details>\n[link](javascript:alert(1)) | `code`\n\u202Egnp.exe \u001B[31mred @everyone",
    }),
  },
  files: { "docs/shot.png": png().bytes },
});
