import type { Environment } from "./environment.ts";
import { explainMissingToken } from "./missing-token.ts";

const MISSING_URL =
  "`instance-url` is empty. Likely causes: no variable or secret of that name in this repository, organization or environment, or a job without its `environment:`. Set it under Settings › Secrets and variables › Actions › Variables and pass `instance-url: ${{ vars.MASTODON_URL }}`.";

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
