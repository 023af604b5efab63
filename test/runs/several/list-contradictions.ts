import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What a list excludes is refused at once.",
  event: "schedule",
  inputs: {
    data: "[1, 2, 3, 4, 5, 6]",
    status: "",
    "status-file": "text.txt",
    "release-tag": "latest",
    "edit-status-id": "123",
    pin: "true",
  },
  files: { "text.txt": "Hello" },
});
