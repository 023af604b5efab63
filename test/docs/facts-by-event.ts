import { runAction, source } from "../runner.ts";
import { table } from "./parts.ts";

/** Events that people post about, an example of each in test/events, and facts that are worth a look. */
const events: [on: string, example: string, facts: string[], inputs?: Record<string, string>][] = [
  [
    "`release`",
    "release.published.undici",
    ["release.title", "release.version", "release.html_url", "release.prerelease", "repository.description"],
  ],
  [
    "`push` of commits",
    "push.commits",
    ["event.head_commit.message", "event.commits.size", "event.compare", "github.ref_name"],
  ],
  ["`push` of a tag", "push.tag", ["github.ref_name", "repository.name", "repository.html_url"]],
  ["`workflow_dispatch`", "workflow_dispatch", ["event.inputs.version", "github.actor"]],
  ["`schedule`", "schedule", ["event.schedule", "repository.full_name", "github.run_url"]],
  [
    "`issues`",
    "issues.opened",
    ["event.issue.title", "event.issue.number", "event.issue.html_url", "event.issue.user.login"],
  ],
  [
    "`pull_request`",
    "pull_request.fork.merged",
    ["event.pull_request.title", "event.pull_request.merged", "event.pull_request.html_url"],
  ],
  [
    "`workflow_run`",
    "workflow_run",
    ["event.workflow_run.head_branch", "event.workflow_run.conclusion", "event.workflow_run.html_url"],
  ],
  ["`repository_dispatch`", "repository_dispatch", ["event.action", "event.client_payload | json"]],
];

const BETWEEN = "␟";

/** A table of facts with the values that they have in the example of each event. */
export async function factsByEvent(): Promise<string> {
  const rows: string[][] = [];
  for (const [on, event, facts, inputs = {}] of events) {
    const status = facts.map((fact) => `{{ ${fact} | truncate: 80 }}`).join(BETWEEN);
    const { outputs, stdout } = await runAction({
      target: source,
      event,
      inputs: { "dry-run": "true", status, mentions: "all", ...inputs },
    });
    if (outputs.result !== "dry-run") throw new Error(`No facts of ${event}:\n${stdout}`);
    const values = outputs.text!.split(BETWEEN);
    for (const [index, fact] of facts.entries())
      rows.push([index === 0 ? on : "", `\`{{ ${fact} }}\``, values[index]!.trim()]);
  }
  return table(["event", "write", "to get, for example"], rows);
}
