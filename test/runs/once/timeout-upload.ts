import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`timeout` bounds an upload.",
  inputs: {
    status: "Out now: {{ release.title }}\n\n{{ release.html_url }}",
    media: "{ file: photo.png, description: A chart }",
    timeout: "5 seconds",
  },
  files: { "photo.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", times: 9, delay: 60_000 }],
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
