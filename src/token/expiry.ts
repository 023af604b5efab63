import { asObject, parseJson } from "../mastodon/client.ts";
import { softwareNamed } from "../mastodon/software.ts";

/**
 * When a token ends, in words. No call tells; some tokens do themselves, since they are JSON Web Tokens (Pixelfed's are).
 *
 * @param software name of the server's software (nodeinfo); null where it does not say
 */
export function expiryOf(token: string, software: string | null): string {
  const { exp } = payloadOf(token);
  if (typeof exp === "number" && exp > 0 && exp < 1e11) return `at ${new Date(exp * 1000).toISOString()}`;
  return softwareNamed(software).tokensEnd;
}

function payloadOf(token: string): Record<string, unknown> {
  const [, payload = "", signature] = token.split(".");
  return signature === undefined ? {} : asObject(parseJson(Buffer.from(payload, "base64url").toString("utf8")));
}
