import type { Environment } from "../sources/environment.ts";

const MISSING_URL =
  "`instance-url` is empty. Likely causes: no variable of that name in this repository, organization or environment; it is stored as a secret, which `vars.` does not find; a job without its `environment:`. Set it under Settings › Secrets and variables › Actions › Variables and pass `instance-url: ${{ vars.MASTODON_URL }}`.";

const NO_SKIP = " (`on-missing-token: skip` skips only where secrets are withheld by design.)";

/**
 * Tells of an empty `access-token` and an empty `instance-url`.
 *
 * @param given the two inputs; one of them is empty at least
 * @returns why nothing is to be posted, where the author allows that, else null; and one line for each that is missing
 */
export function explainMissing(
  given: { url: string; token: string },
  onMissingToken: "fail" | "skip",
  environment: Environment,
): { skip: string | null; problems: string[] } {
  const problems: string[] = [];
  if (given.token === "") {
    const { byDesign, cause, cure } = explainMissingToken(environment);
    const maySkip = onMissingToken === "skip";
    if (byDesign && maySkip) return { skip: `\`access-token\` is empty. ${cause}`, problems };
    problems.push(`\`access-token\` is empty. ${cause} ${cure}${maySkip ? NO_SKIP : ""}`);
  }
  if (given.url === "") problems.push(MISSING_URL);
  return { skip: null, problems };
}

/** Why `access-token` came empty. */
export interface MissingToken {
  /** Whether the platform withholds secrets here by design, so that `on-missing-token: skip` may skip. */
  byDesign: boolean;
  /** One sentence. */
  cause: string;
  /** One sentence. */
  cure: string;
}

/** Finds the likeliest reason for an empty access token in what the event tells. */
export function explainMissingToken({ event, github }: Environment): MissingToken {
  if (isFromFork(event, github.event_name)) {
    return {
      byDesign: true,
      cause: "Secrets are not passed to workflows of pull requests from forks.",
      cure: "Post from another event (`release`, `push`), or set `on-missing-token: skip`.",
    };
  }
  if (github.actor === "dependabot[bot]") {
    return {
      byDesign: true,
      cause: "Runs started by Dependabot get Dependabot's own secrets only.",
      cure: "Store the token there too (Settings › Secrets and variables › Dependabot), or set `on-missing-token: skip`.",
    };
  }
  if ((event.repository as { fork?: unknown } | null | undefined)?.fork === true) {
    return {
      byDesign: true,
      cause: "This repository is a fork, and forks do not get the secrets of the original.",
      cure: "Store a token here, or set `on-missing-token: skip`.",
    };
  }
  return {
    byDesign: false,
    cause:
      "Likely causes: no secret of that name in this repository, organization or environment (names must match exactly); it is stored as a variable, which `secrets.` does not find; a job without its `environment:`; a reusable workflow called without `secrets: inherit`.",
    cure: "Store the token under Settings › Secrets and variables › Actions and pass `access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}`.",
  };
}

/** Pull requests from forks run without secrets, save for `pull_request_target`, which runs in the base repository. */
function isFromFork(event: Record<string, unknown>, eventName: string): boolean {
  const pull = event.pull_request as { head?: Side; base?: Side } | null | undefined;
  if (!pull || eventName === "pull_request_target") return false;
  // A fork that was deleted meanwhile is null.
  return pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}

interface Side {
  repo?: { full_name?: string } | null;
}
