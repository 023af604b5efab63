import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a message is about, by the names of the scenarios that end with it. The first that fits takes it. */
const causes: [cause: string, names: RegExp][] = [
  ["The token", /^(diagnosis\/(token|scope|app-token|dry-run-(app|no-media|pin|read-only|gotosocial))|inputs\/token)/],
  ["The account", /^diagnosis\/(account|dry-run)/],
  ["The address", /^(diagnosis\/(address|handle|redirect|name|connection|password|wall)|inputs\/instance-url)/],
  ["Proxies and certificates", /^diagnosis\/(proxy|tls)/],
  ["A server that is busy or broken", /^diagnosis\/(server|rate|time|limit|answer)/],
  ["What a server refuses", /^diagnosis\//],
  ["Inputs", /^inputs\//],
  ["Templates and texts", /^(text|mentions)\//],
  ["Releases and events", /^(events|environments)\//],
  ["Lists, feeds, files", /^(several|feed|files)\//],
  ["Media", /^media\//],
  ["Polls", /^poll\//],
  ["Schedules", /^schedule\//],
  ["Replies and quotes", /^(reply|quote)\//],
  ["Edits and pins", /^(edit|pin)\//],
  ["Duplicates", /^once\//],
  ["Secrets and files that must not be posted", /./],
];

const folder = fileURLToPath(new URL("../runs", import.meta.url));

/** Characters. */
const MOST = 600;

/** Every error that a run of the tests ends with, word for word, once for each that differs in more than its values. */
export async function messages(): Promise<string> {
  const groups = new Map(causes.map(([cause]) => [cause, new Map<string, string>()]));
  for (const path of globSync("**/*.txt", { cwd: folder }).sort()) {
    const name = path.replaceAll("\\", "/").replace(/\.txt$/, "");
    const text = readFileSync(`${folder}/${path}`, "utf8");
    const [cause] = causes.find(([, names]) => names.test(name))!;
    for (const [, message] of text.matchAll(/^::error(?: [^:]*)?::(.*)$/gm)) {
      const shown = readable(message!);
      // One that quotes a whole request is nobody's to search for.
      if (shown.length > MOST) continue;
      const group = groups.get(cause)!;
      if (!group.has(kind(shown))) group.set(kind(shown), shown);
    }
  }
  return [...groups]
    .filter(([, group]) => group.size > 0)
    .map(
      ([cause, group]) => `### ${cause}\n\n${[...group.values()].map((message) => `- ${plain(message)}`).join("\n")}`,
    )
    .join("\n\n");
}

function readable(message: string): string {
  return message
    .replaceAll("%0A", " ")
    .replaceAll("%25", "%")
    .replaceAll(/https?:\/\/127\.0\.0\.1:\d+/g, "https://social.example")
    .replaceAll(/127\.0\.0\.1:3000/g, "social.example")
    .replaceAll(/a{20,}/g, "socail");
}

/** A message as Markdown that shows it as it is: only what stands in backticks is code. */
function plain(message: string): string {
  const pieces = message.split(/(`[^`]+`)/);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(/[[\]<>*_\\`]/g, "\\$&"))).join("");
}

/** A message without what its run put into it: its first two sentences, less what is quoted, counted or named. */
function kind(message: string): string {
  return message
    .split(/(?<=[^.]\.)\s/)
    .slice(0, 2)
    .join(" ")
    .replaceAll(/“[^”]*”|`[^`]*`|\([^)]*\)|\d+/g, "…")
    .replaceAll(/\b(with the web page|with an empty answer|at|of) …/g, "")
    .replaceAll(/\s+/g, " ");
}
