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

  async arrange(world) {
    world.instance.publish("Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0", {
      createdAt: ago(HOUR),
    });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.media().length !== 0) throw new Error("Something was uploaded");
  },
});
