import type { Environment } from "./environment.ts";
import type { Facts } from "./facts.ts";
import type { Inputs, RawInputs } from "./inputs.ts";
import { secretsOf } from "./inputs.ts";
import { whyReleaseIsSilent } from "./release.ts";

/** Why this run posts nothing though nothing is wrong; null where it posts. */
export function whySilent(inputs: Inputs, environment: Environment): string | null {
  return (
    inputs.skip ??
    whyReleaseIsSilent(environment, inputs.editStatusId !== "") ??
    whyPrivateIsSilent(inputs, environment)
  );
}

/** Nobody's private work goes public by leaving an input out. */
function whyPrivateIsSilent({ status }: Inputs, { event }: Environment): string | null {
  const isPrivate = (event.repository as { private?: unknown } | null | undefined)?.private === true;
  return isPrivate && status.from === "default announcement"
    ? "The repository is private, so its releases are announced only with a text of your own. Set `status`."
    : null;
}

/** Facts that a run may lack, and how to have them. */
const CURES = {
  release: "Set `release-tag` to `latest` or to a tag, or run on release events",
  data: "Set the input `data`",
};

/** Tells of facts that the template prints though this run has none: null prints as nothing, which nobody would notice. */
export function remarksOnFacts({ status }: Inputs, facts: Facts): string[] {
  if (!status.isTemplate) return [];
  return (["release", "data"] as const)
    .filter((name) => facts[name] === null && new RegExp(`\\{\\{-?\\s*${name}\\.`).test(status.source))
    .filter((name) => !new RegExp(`\\{%-?\\s*(if|unless)\\s[^%]*\\b${name}\\b`).test(status.source))
    .map((name) => {
      const event = facts.github.event_name ? `the event \`${facts.github.event_name}\`` : "a run without an event";
      const why = name === "release" ? `${event} has no release` : "the input `data` is absent";
      return `The template takes values from \`${name}\`, which print as nothing: ${why}. ${CURES[name]}, or write {% if ${name} %}.`;
    });
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
      "The text, its content warning, an alt text, the poll, `idempotency-key` or `data` contains the access token or `github-token`, so nothing is posted. Take the secret out.",
    );
  }
}
