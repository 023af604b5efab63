import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template from a file of the workspace, with Windows line ends and a byte order mark.",
  files: { "docs/status.liquid": "\uFEFF{{ release.title }}\r\n\r\n{{ release.html_url }}\r\n" },
  inputs: { "template-file": "docs/status.liquid" },
});
