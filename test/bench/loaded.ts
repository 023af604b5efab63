import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { announce } from "./announce.ts";
import { measure, type Program } from "./measure.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const recorder = fileURLToPath(new URL("./record-loads.cjs", import.meta.url));

/** What a run loads, in the order of loading: the names of files in dist, and the parts of Node. */
export async function loadedBy(program: Program): Promise<{ files: string[]; builtIns: string[] }> {
  const list = join(program.env.GITHUB_WORKSPACE!, "loads.json");
  await measure({ ...program, env: { ...program.env, NODE_OPTIONS: `--require ${recorder}`, LOADS: list } });
  const { files, builtIns } = JSON.parse(readFileSync(list, "utf8")) as Record<"files" | "builtIns", string[]>;
  return { files: files.filter((url) => url.includes("/dist/")).map((url) => basename(url)), builtIns };
}

/** Bytes of files in dist, as they are and gzipped, as a download has them. */
export function weigh(files: readonly string[]): { raw: number; gzip: number } {
  const contents = files.map((file) => readFileSync(join(dist, file)));
  return {
    raw: contents.reduce((sum, { length }) => sum + length, 0),
    gzip: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
  };
}

/** Every file of dist that is code. */
export function allCode(): string[] {
  return readdirSync(dist).filter((file) => file.endsWith(".js"));
}

export async function showLoaded(origin: string, home: string, say: (line?: string) => void): Promise<void> {
  say("\n### What is loaded\n");
  say("| run | files | raw kB | gzip kB |");
  say("|---|---|---|---|");
  const line = (name: string, files: readonly string[]) => {
    const { raw, gzip } = weigh(files);
    say(`| ${name} | ${files.join(", ")} | ${(raw / 1000).toFixed(0)} | ${(gzip / 1000).toFixed(1)} |`);
  };
  line("a release announced", (await loadedBy(announce("plain", origin, home))).files);
  line("all of dist's code", allCode());
  const archive = execFileSync("git", ["archive", "--format=tar.gz", "HEAD"], {
    cwd: join(dist, ".."),
    maxBuffer: 1 << 28,
  });
  say(`\nThe whole download of the action, as a runner fetches it (tar.gz): ${(archive.length / 1000).toFixed(0)} kB.`);
}
