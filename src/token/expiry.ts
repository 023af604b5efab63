import { asObject, parseJson } from "../mastodon/client.ts";

/** How long tokens of each server live, from their code and answers (research, 4.1 and 4.3; server-quirks, section 2). */
const LIVES: Record<string, string> = {
  mastodon: "never by itself",
  hometown: "never by itself",
  gotosocial: "never by itself",
  hollo: "never by itself",
  friendica: "never by itself",
  takahe: "never by itself",
  snac: "never by itself",
  akkoma: "100 years after it was made",
  pleroma: "100 years after it was made",
  pixelfed: "about a year after it was made",
  mitra: "30 days after it was made, unless the admins have set another time",
  "activities.next": "7 days after it was made",
};

/**
 * When a token ends, in words. No call tells; some tokens do themselves, since they are JSON Web Tokens (Pixelfed's are).
 *
 * @param software name of the server's software (nodeinfo); null where it does not say
 */
export function expiryOf(token: string, software: string | null): string {
  const { exp } = payloadOf(token);
  if (typeof exp === "number" && exp > 0 && exp < 1e11) return `at ${new Date(exp * 1000).toISOString()}`;
  return LIVES[software ?? ""] ?? "not known for this server";
}

function payloadOf(token: string): Record<string, unknown> {
  const [, payload = "", signature] = token.split(".");
  return signature === undefined ? {} : asObject(parseJson(Buffer.from(payload, "base64url").toString("utf8")));
}
