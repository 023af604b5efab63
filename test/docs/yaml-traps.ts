import { parse } from "yaml";
import { startInstance } from "../instance/server.ts";
import { commandsIn, runAction, source } from "../runner.ts";
import { errorsOfWorkflow } from "../workflow-parser.ts";
import { table } from "./parts.ts";

/** What people write below `with:`, and what they should. */
const traps: [written: string, right: string][] = [
  ["status: #release day", 'status: "#release day"'],
  ["status: New tag #release", 'status: "New tag #release"'],
  ["status: {{ release.title }}", 'status: "{{ release.title }}"'],
  ["status: @me@fosstodon.org, see this", 'status: "@me@fosstodon.org, see this"'],
  ["status: Out now: 1.10", 'status: "Out now: 1.10"'],
  ["status: Version 2\n\n  New in it", "status: |\n  Version 2\n\n  New in it"],
  ["status: >\n  One line\n  Another line", "status: |\n  One line\n  Another line"],
  ["media:\n  - file: a.png", "media: |\n  - file: a.png"],
  ["poll: {options: [a, b], expires-in: 1 day}", "poll: |\n  {options: [a, b], expires-in: 1 day}"],
];

/** What becomes of each: what GitHub's parser says, else what the action posts or says. */
export async function yamlTraps(): Promise<string> {
  const rows: string[][] = [];
  for (const [written, right] of traps) rows.push([code(written), await outcomeOf(written), code(right)]);
  return table(["you write", "what happens", "write"], rows);
}

/** Code in a cell of a table, which takes no line ends. */
function code(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("{", "&#123;");
  return `<pre>${escaped.replaceAll("\n", "<br>").replaceAll("  ", "&nbsp;&nbsp;")}</pre>`;
}

async function outcomeOf(written: string): Promise<string> {
  const step = `- uses: OWNER/mastodon-status-action@v1\n  with:\n${written.replaceAll(/^(?=.)/gm, "    ")}\n`;
  const workflow = `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${step.replaceAll(/^(?=.)/gm, "      ")}`;
  const [error] = await errorsOfWorkflow("trap.yml", workflow);
  if (error) return `GitHub does not start the workflow: ${shown(error)}`;
  const inputs = (parse(step) as [{ with: Record<string, unknown> }])[0].with;
  const instance = await startInstance();
  try {
    const { stdout } = await runAction({
      target: source,
      event: "push.commits",
      inputs: {
        "instance-url": instance.origin,
        "access-token": instance.createToken(),
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value ?? "")])),
      },
    });
    const [posted] = instance.published();
    if (posted) return `It posts “${posted.text.replaceAll("\n", " ⏎ ")}”`;
    const failed = commandsIn(stdout).find(({ name }) => name === "error");
    return `The step fails: ${failed?.rest.replace(/^.*?::/, "")}`;
  } finally {
    await instance.close();
  }
}

/** The first line of a message, without the place in a workflow that nobody has. */
function shown(message: string): string {
  const [line] = message.split("\n", 1);
  return `“${line!.replace(/^trap\.yml(?: \(.*?\))?: /, "").replaceAll(/ at line \d+, column \d+:?/g, "")}”`;
}
