import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon answers 500 to an image that it cannot read; that is the file's fault, and nothing is sent again.",
  inputs: { status: "A picture", media: "file: a.png\ndescription: A chart" },
  files: { "a.png": png(1).bytes },
  faults: [
    {
      method: "POST",
      path: "/api/v2/media",
      answer: {
        status: 500,
        headers: { "content-type": "application/json" },
        body: '{"error":"Error processing thumbnail for uploaded media"}',
      },
    },
  ],
});
