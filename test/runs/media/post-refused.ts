import { apiError } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is refused after its files are up: they are deleted.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  faults: [
    {
      method: "POST",
      path: "/api/v1/statuses",
      answer: apiError(422, "Validation failed: Text contained a disallowed hashtag: x"),
    },
  ],
});
