import { repository as action } from "../../package.ts";
import type { LoginOptions } from "../arguments.ts";
import { type Destination, originOf } from "./destination.ts";
import type { Credentials, HandedOver } from "./hand-over.ts";
import type { Runs } from "./open-store.ts";

/** What to do by hand, the step to paste, with the names that were used, and how to rehearse it. */
export function nextStep(
  { origin }: Pick<Credentials, "origin">,
  options: LoginOptions,
  handedOver: HandedOver,
): string {
  const { secretName, variableName, urlAs } = options;
  const { destination, runs } = handedOver;
  const env = handedOver.kind === "stored" ? handedOver.destination.environment : "";
  const url = urlAs === "secret" ? `secrets.${variableName}` : `vars.${variableName}`;
  const lines = [
    ...(env === "" ? [] : ["# beside runs-on, so that the job may read them", `environment: ${env}`, ""]),
    // Forgejo and Gitea look for an action without a host on a server of their own choice.
    `- uses: ${runs === "Forgejo" ? "https://github.com/" : ""}${action}@v1`,
    "  with:",
    `    instance-url: \${{ ${url} }}`,
    `    access-token: \${{ secrets.${secretName} }}`,
    ...(options.with.includes("pin") ? ["    pin: true"] : []),
    "    # A rehearsal that posts nothing; take it out to post.",
    "    dry-run: true",
  ];
  const step = `The step for your workflow:\n\n${lines.map((line) => (line === "" ? line : `  ${line}`)).join("\n")}\n`;
  return handedOver.kind === "printed"
    ? `${byHand(origin, options, destination && linksOf(destination, runs))}\n${step}`
    : step;
}

/** How a person stores what was printed. */
function byHand(origin: string, { secretName, variableName, urlAs }: LoginOptions, links: Links | null): string {
  const where = (kind: "secret" | "variable") => (links ? [`    ${links[kind]}`] : []);
  return [
    `Store both in ${links ? "your repository" : "the repository that posts, in its settings for Actions"}:`,
    `  the secret ${secretName}: the token above`,
    ...where("secret"),
    `  the ${urlAs} ${variableName}: ${origin}`,
    ...where(urlAs),
    "",
  ].join("\n");
}

/** Addresses of pages. */
interface Links {
  secret: string;
  variable: string;
}

/** The pages on which a person makes a secret and a variable; null where it is not known what the host runs. */
export function linksOf(destination: Destination, runs: Runs): Links | null {
  const { owner, name, environment } = destination;
  const at = (path: string) => originOf(destination) + path;
  if (runs === "unknown") return null;
  if (runs === "Forgejo") {
    const base = name === "" ? `/org/${owner}` : `/${owner}/${name}`;
    return { secret: at(`${base}/settings/actions/secrets`), variable: at(`${base}/settings/actions/variables`) };
  }
  const base = name === "" ? `/organizations/${owner}` : `/${owner}/${name}`;
  // The page of an environment has a number in its address.
  const page = (kind: string) => at(`${base}/settings/${environment === "" ? `${kind}/actions/new` : "environments"}`);
  return { secret: page("secrets"), variable: page("variables") };
}
