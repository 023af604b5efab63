import { png } from "../../instance/files.ts";
import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run that finds the post uploads nothing.",
  inputs: {
    status: "Out now: {{ release.title }}\n\n{{ release.html_url }}",
    media: "{ file: photo.png, description: A chart }",
  },
  files: { "photo.png": png().bytes },
  earlier: [{ pause: 2 * HOUR }],
  arrange: (world) => rerun(world, ago(HOUR)),
  check({ instance }) {
    if (instance.media().length !== 1) throw new Error("Something was uploaded");
  },
});
