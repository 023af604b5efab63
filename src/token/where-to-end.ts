import { softwareNamed } from "../mastodon/software.ts";

/**
 * Tells where a person ends a token in the web interface.
 *
 * @param software name of the server's software (nodeinfo); null where it does not say
 */
export function whereToEnd(origin: string, software: string | null): string {
  const { endToken } = softwareNamed(software);
  return endToken?.(origin) ?? `End it in the settings of your account at ${origin}, where authorized apps are listed.`;
}
