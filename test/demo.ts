/**
 * Shows the main job: starts the practice instance, runs the built action as a runner would, and prints what everyone
 * sees: the log, the request, the post, the summary.
 *
 *   npm run demo
 *   npm run demo -- --status 'Out now: {{ release.title }}' --event path/to/event.json
 *
 * Every input of the action is an option. `--event` takes a name in test/events or a path; the event's name is what
 * stands before the first dot of the file's name.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs, styleText } from "node:util";
import { stringify } from "yaml";
import { repository } from "../src/package.ts";
import { rssOf } from "./feed.ts";
import { startGithubApi } from "./github-api.ts";
import { startInstance } from "./instance/server.ts";
import { HOUR } from "./rerun.ts";
import { dist, type Outcome, runAction } from "./runner.ts";

interface Act {
  title: string;
  event: string;
  inputs: Record<string, string>;
  /** Files of the workspace. */
  files?: Record<string, string>;
  /** How often it is run; once unless given. */
  times?: number;
}

const NOTES = `{{ release.title }}

{{ release.body | plain_text | fit }}

{{ release.html_url }}`;

const acts: Act[] = [
  { title: "A release is announced, without any template", event: "release.published.undici", inputs: {} },
  {
    title: "Twenty thousand characters of notes in one post: what is marked `fit` is shortened first",
    event: "release.published.long",
    inputs: { status: NOTES },
  },
  {
    title: "The same notes as a thread: overflow: thread, max-parts: 4",
    event: "release.published.long",
    inputs: { status: NOTES, overflow: "thread", "max-parts": "4" },
  },
  {
    title: "The same notes refused: overflow: fail",
    event: "release.published.long",
    inputs: { status: NOTES, overflow: "fail" },
  },
  {
    title: "A feed with three new entries, run twice: the account is the memory, so the second run posts nothing",
    event: "schedule",
    inputs: { feed: "public/index.xml" },
    files: {
      "public/index.xml": rssOf([
        { title: "The third post", path: "/third/", age: HOUR, more: "<description>What it is about.</description>" },
        { title: "The second post", path: "/second/", age: 2 * HOUR },
        { title: "The first post", path: "/first/", age: 3 * HOUR },
      ]),
    },
    times: 2,
  },
];

// An option that is no input goes along all the same: the action itself says what it thinks of it.
const { tokens } = parseArgs({ strict: false, tokens: true });
const values: Record<string, string> = {};
for (const [index, token] of tokens.entries()) {
  if (token.kind !== "option") continue;
  const next = tokens[index + 1];
  values[token.name] = token.value ?? (next?.kind === "positional" ? next.value : "");
}
const { event, ...given } = values;
const own = Object.keys(values).length > 0;
const known = readdirSync(new URL("events/", import.meta.url)).filter((name) => name.endsWith(".json"));
if (event && !existsSync(event) && !known.includes(`${event}.json`)) {
  console.error(
    `There is no event ${event}. Give a path, or one of: ${known.map((name) => name.slice(0, -5)).join(", ")}.`,
  );
  process.exit(1);
}
// The demo's workspace is its own, so a file that an input names is put there first.
const files: Record<string, string> = {};
for (const name of ["template-file", "status-file"]) {
  const path = given[name];
  if (path && existsSync(path) && !path.startsWith("..")) files[path] = readFileSync(path, "utf8");
}
const shown: Act[] = own ? [{ title: "Your own", event: event ?? "release.published.undici", inputs: given }] : acts;

// A figure or a link that nobody can click is noise here, so each act starts on a fresh instance with the same address.
for (const [index, act] of shown.entries()) {
  const instance = await startInstance();
  const github = await startGithubApi();
  try {
    const token = instance.createToken();
    const file = existsSync(act.event) ? resolve(act.event) : act.event;
    const run = () =>
      runAction({
        target: dist,
        files: { ...files, ...act.files },
        env: { GITHUB_API_URL: github.url },
        event: file,
        inputs: { "instance-url": instance.origin, "access-token": token, ...act.inputs },
      });
    const outcome = await run();
    heading(`${index + 1}/${shown.length}  ${act.title}`);
    workflow(basename(act.event), act.inputs);
    part("Log", readable(outcome));
    for (let time = 2; time <= (act.times ?? 1); time += 1) part(`Log of run ${time}`, readable(await run()));
    const posts = instance.requests.filter(({ method }) => method === "POST");
    const first = posts[0];
    if (first) {
      const how = act.inputs.feed ? "" : ", each in reply to the one before";
      const more = posts.length > 1 ? `\n… and ${posts.length - 1} more like it${how}` : "";
      part("Request", `${first.method} ${first.path}\n${pretty(first.body)}${more}`);
    }
    part("Summary, as GitHub gets it", outcome.summary.trim());
    process.exitCode = own ? (outcome.exitCode ?? 1) : 0;
  } finally {
    await Promise.all([instance.close(), github.close()]);
  }
}

function heading(text: string): void {
  console.log(`\n${styleText(["bold", "magenta"], text)}`);
}

function workflow(eventName: string, options: Record<string, string>): void {
  const lines = Object.entries(options).map(([name, value]) =>
    stringify({ [name]: value })
      .trimEnd()
      .replace(/^(?=.)/gm, "    "),
  );
  part(
    `The step (event: ${eventName})`,
    [
      `- uses: ${repository}@v1`,
      "  with:",
      "    instance-url: ${{ vars.MASTODON_URL }}",
      "    access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}",
      ...lines,
    ].join("\n"),
  );
}

function part(title: string, text: string): void {
  console.log(`\n${styleText("bold", title)}\n${text.replace(/^/gm, "  ")}`);
}

/** The log as GitHub shows it: commands as annotations, masks not at all. */
function readable({ stdout, exitCode }: Outcome): string {
  const lines = stdout
    .trimEnd()
    .split(/\r?\n/)
    .flatMap((line) => {
      const command = /^::([a-z-]+)[^:]*::(.*)$/.exec(line);
      if (!command) return [line];
      const message = command[2]!.replaceAll("%0A", "\n").replaceAll("%0D", "").replaceAll("%25", "%");
      if (command[1] === "notice") return [styleText("cyan", `Notice: ${message}`)];
      if (command[1] === "warning") return [styleText("yellow", `Warning: ${message}`)];
      if (command[1] === "error") return [styleText("red", `Error: ${message}`)];
      return [];
    });
  return [...lines, exitCode === 0 ? "" : styleText("red", `(the step fails, exit code ${exitCode})`)]
    .join("\n")
    .trimEnd();
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
