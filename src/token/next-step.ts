import type { LoginOptions } from "./arguments.ts";
import type { HandedOver } from "./store/hand-over.ts";

/** The step to paste, with the names that were used, and what to do with it. */
export function nextStep(origin: string, options: LoginOptions, handedOver: HandedOver): string {
  const { secretName, variableName, urlAs } = options;
  const env = handedOver.kind === "stored" ? handedOver.destination.environment : "";
  const url = urlAs === "secret" ? `secrets.${variableName}` : `vars.${variableName}`;
  const lines = [
    ...(env === "" ? [] : [`environment: ${env}   # of the job, beside runs-on`, ""]),
    "- uses: OWNER/mastodon-status-action@v1",
    "  with:",
    `    instance-url: \${{ ${url} }}`,
    `    access-token: \${{ secrets.${secretName} }}`,
    ...(options.with.includes("pin") ? ["    pin: true"] : []),
    "    dry-run: true   # a rehearsal that posts nothing; take it out to post",
  ];
  const stored =
    handedOver.kind === "printed"
      ? `Store the token as the secret ${secretName}, and ${origin} as the ${urlAs} ${variableName}.\n`
      : "";
  return `${stored}The step for your workflow:\n\n${lines.map((line) => (line === "" ? line : `  ${line}`)).join("\n")}\n`;
}
