import { sentWithKey, undici } from "../../announced.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The key finds the post there already, after the upload: what this run uploaded is deleted again.",
  inputs: { media: "{file: photo.png, description: A terminal}" },
  files: { "photo.png": png().bytes },
  async arrange(world) {
    const status =
      "undici 7.2.0\n\nAn HTTP/1.1 client, written from scratch for Node.js\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0\n\n#Client #Fetch #Http #Nodejs";
    await sentWithKey(world, undici, { status });
    // The server's clock shows seconds: in the same second nobody can tell old from new.
    await world.time.pass(2100);
  },
  check({ instance }) {
    if (instance.media().length > 0) throw new Error("A file is left behind");
  },
});
