// What an upload costs in memory: `npm run bench:media`, or `npm run bench:media -- --rounds 20 --entry src/index.ts`.
//
// A run with a video as large as Mastodon takes, and one with a video of 1 MB, in turn, so that what media need whatever
// their size (code, more requests) is in both; each is a process of its own, against a
// server on loopback that is another process. Fails where the difference of the medians is more than allowed.
import { fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { announce } from "./announce.ts";
import { measurePairs, median, spread } from "./measure.ts";

/** MiB that a run with the large video may take beyond one with the small. */
const ALLOWED = 16;

/** Bytes: Mastodon's `video_size_limit`. */
const LARGE = 99 * 1024 * 1024;
const SMALL = 1024 * 1024;

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "10" }, entry: { type: "string", default: "dist/index.js" } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 10) throw new Error("--rounds is a whole number, 10 or more.");

const entry = fileURLToPath(new URL(`../../${values.entry}`, import.meta.url));
const home = mkdtempSync(join(tmpdir(), "bench-home-"));
const server = fork(fileURLToPath(new URL("./server.ts", import.meta.url)));
const say = (line = "") => process.stdout.write(`${line}\n`);

try {
  const [{ ports }] = (await once(server, "message")) as [{ ports: number[] }];
  say(`\n### Peak memory with a video of 99 MB and with one of 1 MB, ${values.entry}, ${rounds} rounds\n`);
  say("| over | large, MiB | small, MiB | difference of the medians, MiB | allowed, MiB |");
  say("|---|---|---|---|---|");
  for (const [index, scheme] of ["http", "https"].entries()) {
    const origin = `${scheme}://127.0.0.1:${ports[index]}`;
    const costs = await measurePairs(
      announce("a run with a large video", origin, home, entry, { media: video("large", LARGE) }),
      announce("a run with a small one", origin, home, entry, { media: video("small", SMALL) }),
      rounds,
    );
    server.send("count");
    const [{ requests }] = (await once(server, "message")) as [{ requests: number }];
    // Every run asks for the limits, uploads and posts.
    if (requests < 6 * (rounds + 1))
      throw new Error(`${requests} requests in ${rounds + 1} pairs: were the videos sent?`);
    const [large, small] = [costs.map(([a]) => a.peak), costs.map(([, b]) => b.peak)];
    const difference = median(large) - median(small);
    say(`| ${scheme} | ${spread(large, 1)} | ${spread(small, 1)} | ${difference.toFixed(1)} | ${ALLOWED} |`);
    if (difference > ALLOWED) process.exitCode = 1;
  }
  say(process.exitCode === 1 ? "\nToo much." : "\nWithin what is allowed.");
} finally {
  server.disconnect();
  rmSync(home, { recursive: true, force: true });
}

/** The input for a file that begins as an MP4 and is a hole for the rest. */
function video(what: string, size: number): string {
  const name = `${what}.mp4`;
  const file = openSync(join(home, name), "w");
  writeSync(file, Buffer.from("0000001c667479706d703432000000006d70343269736f6d", "hex"));
  ftruncateSync(file, size);
  closeSync(file);
  return `{file: ${name}, description: A film}`;
}
