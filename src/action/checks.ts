import type { Environment } from "./environment.ts";
import type { Inputs, RawInputs } from "./inputs.ts";
import { secretsOf } from "./inputs.ts";
import { whyReleaseIsSilent } from "./release.ts";

/** Why this run posts nothing though nothing is wrong; null where it posts. */
export function whySilent(inputs: Inputs, environment: Environment): string | null {
  return inputs.skip ?? whyReleaseIsSilent(environment) ?? whyPrivateIsSilent(inputs, environment);
}

/** Nobody's private work goes public by leaving an input out. */
function whyPrivateIsSilent({ status }: Inputs, { event }: Environment): string | null {
  const isPrivate = (event.repository as { private?: unknown } | null | undefined)?.private === true;
  return isPrivate && status.from === "default announcement"
    ? "The repository is private, so its releases are announced only with a text of your own. Set `status`."
    : null;
}

/**
 * Refuses a text that would publish a secret.
 *
 * @throws Error with one line that does not show it
 */
export function refuseSecrets(texts: readonly string[], raw: RawInputs): void {
  const secrets = secretsOf(raw);
  if (texts.some((text) => secrets.some((secret) => text.includes(secret)))) {
    throw new Error(
      "The text or its content warning contains the access token or `github-token`, so nothing is posted. Take the secret out of the template or of `data`.",
    );
  }
}
