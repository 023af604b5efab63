/**
 * Tells where a person ends a token in the web interface.
 *
 * @param software name of the server's software (nodeinfo); null where it does not say
 */
export function whereToEnd(origin: string, software: string | null): string {
  switch (software) {
    case "mastodon":
    case "hometown":
      return `End it under Preferences › Account › Authorized apps: ${origin}/oauth/authorized_applications`;
    case "gotosocial":
      return `End it in the settings panel, where access tokens are listed: ${origin}/settings`;
    default:
      return `End it in the settings of your account at ${origin}, where authorized apps are listed.`;
  }
}
