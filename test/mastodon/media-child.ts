import { findMedia } from "../../src/inputs/media-files.ts";
import { openClient } from "../../src/mastodon/client.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import { uploadMedia } from "../../src/mastodon/media/media.ts";
import { outcomeOf, senderOf } from "./steps.ts";

// A process of its own, so that its memory can be measured. It uploads a small file and then a large one, and prints how
// much the peak of its memory (in MiB) grew by the latter.

const [origin = "", folder = "", small = "", large = ""] = process.argv.slice(2);
const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 120_000 });
const client = openClient(origin, "token", http);

async function upload(file: string): Promise<number> {
  const found = await findMedia(
    [{ file, description: "", descriptionFile: "", focus: "", thumbnail: "" }],
    [folder],
    () => 120_000,
  );
  const uploads = found.map((media) => ({ ...media, description: "" }));
  await outcomeOf(uploadMedia(senderOf(client), uploads));
  return process.resourceUsage().maxRSS / 1024;
}

const before = await upload(small);
console.log((await upload(large)) - before);
