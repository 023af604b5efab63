/** The scope that each call needs on Mastodon (research: each controller's `doorkeeper_authorize!`). */
const SCOPES: [method: string, path: RegExp, scope: string][] = [
  ["POST", /^\/api\/v1\/statuses$/, "write:statuses"],
  ["GET", /^\/api\/v1\/accounts\/verify_credentials$/, "profile"],
];

/** The scope that a call needs, or an empty string when it needs none. */
export function scopeOf(method: string, path: string): string {
  const plain = path.replace(/\?.*/, "");
  return SCOPES.find(([verb, pattern]) => verb === method && pattern.test(plain))?.[2] ?? "";
}
