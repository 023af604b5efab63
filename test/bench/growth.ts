import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { rssOf } from "../feed.ts";
import { png } from "../instance/files.ts";
import { DAY, HOUR } from "../rerun.ts";
import { announce } from "./announce.ts";
import { type Cost, measure, median, type Program } from "./measure.ts";

/** How time and memory grow with the size of what is posted. */
export async function growth(
  origin: string,
  home: string,
  rounds: number,
  say: (line?: string) => void,
): Promise<void> {
  const notes = "{{ release.title }}\n\n{{ release.body | plain_text | fit }}\n\n{{ release.html_url }}";
  const thread = (parts: number) => {
    const status = Array.from({ length: parts }, (_, part) => `Part ${part + 1} of a story.`).join("\n---\n");
    return announce(`${parts} parts`, origin, home, undefined, { status });
  };
  const files = (count: number) => {
    const media = Array.from({ length: count }, (_, file) => picture(home, file)).map(
      (file) => `- {file: ${file}, description: x}`,
    );
    return announce(`${count} files`, origin, home, undefined, media.length > 0 ? { media: media.join("\n") } : {});
  };
  const body = (characters: number) => {
    const event = JSON.parse(readFileSync(new URL("../events/release.published.long.json", import.meta.url), "utf8"));
    event.release.body = event.release.body.repeat(20).slice(0, characters);
    const path = join(home, `release.${characters}.json`);
    writeFileSync(path, JSON.stringify(event));
    return announce(`${characters} characters`, origin, home, undefined, { status: notes }, path);
  };
  /** One entry is new, all others are older than counts. */
  const feed = (count: number) => {
    const path = `feed.${count}.xml`;
    const entries = Array.from({ length: count }, (_, entry) => ({
      title: `Entry ${entry}`,
      path: `/${entry}/`,
      age: entry === 0 ? HOUR : (30 + entry) * DAY,
      more: `<description>${"What it is about. ".repeat(20)}</description>`,
    }));
    writeFileSync(join(home, path), rssOf(entries));
    return announce(`${count} entries`, origin, home, undefined, { feed: path, visibility: "public" }, "schedule");
  };
  const series: [string, string, number[], (size: number) => Program][] = [
    ["Parts of a thread", "part", [1, 4, 7, 10], thread],
    ["Files of 90 MB", "file", [0, 1, 2, 4], files],
    ["Entries of a feed, one of them new", "feed entry", [1, 100, 400, 1000], feed],
    ["Characters of release notes, in thousands", "1000 characters", [1, 42, 83, 125], (size) => body(size * 1000)],
  ];
  say(`\n### Growth, median of ${rounds} rounds\n`);
  for (const [title, unit, sizes, make] of series) {
    say(`| ${title} | wall ms | cpu ms | peak MiB |`);
    say("|---|---|---|---|");
    const programs = sizes.map(make);
    const costs: Cost[][] = sizes.map(() => []);
    // In turn, so that a busy moment does not hit one size alone.
    for (let round = 0; round < rounds; round++) {
      for (const [index, program] of programs.entries()) costs[index]!.push(await measure(program));
    }
    const medians = costs.map((all) => ({
      wall: median(all.map(({ wall }) => wall)),
      cpu: median(all.map(({ cpu }) => cpu)),
      peak: median(all.map(({ peak }) => peak)),
    }));
    for (const [index, { wall, cpu, peak }] of medians.entries()) {
      say(`| ${sizes[index]} | ${wall.toFixed(0)} | ${cpu.toFixed(0)} | ${peak.toFixed(1)} |`);
    }
    const slope = (of: keyof Cost) =>
      slopeOf(
        sizes,
        medians.map((cost) => cost[of]),
      );
    say(
      `| slope, a ${unit} | ${slope("wall").toFixed(1)} | ${slope("cpu").toFixed(1)} | ${slope("peak").toFixed(2)} |\n`,
    );
  }
}

/** The slope of the line of least squares. */
function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const [mx, my] = [mean(x), mean(y)];
  const above = x.reduce((sum, figure, index) => sum + (figure - mx) * (y[index]! - my), 0);
  return above / x.reduce((sum, figure) => sum + (figure - mx) ** 2, 0);
}

/** A file of 90 MB that begins as a picture and is a hole for the rest: a post may have four pictures, but one video. */
function picture(home: string, number: number): string {
  const name = `picture-${number}.png`;
  const file = openSync(join(home, name), "w");
  writeSync(file, png().bytes);
  ftruncateSync(file, 90_000_000);
  closeSync(file);
  return name;
}
