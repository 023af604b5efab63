import { asObject, type Client, shownAddress, textOf } from "./client.ts";
import { answerInWords, serverSentence } from "./diagnosis/answers.ts";
import { type BadAnswer, hostOf, MastodonError } from "./error.ts";

/** Asks whose token it is. */
export const VERIFY = "/api/v1/accounts/verify_credentials";

/** The account that a token is for. */
export interface Owner {
  id: string;
  /** Visibility of its posts where none is given; empty when not known. */
  privacy: string;
  /** How many statuses it has, boosts included; null when not known. */
  statuses: number | null;
}

/** Who wrote a post. */
export interface Author {
  /** `@user@host`; empty when not known. */
  handle: string;
  /** Web URL of the profile; empty when not known. */
  profile: string;
}

/**
 * Asks whose token it is.
 *
 * @returns the Account entity; null where the token lacks the scope to tell (Mastodon: `profile`), which is no fault
 * @throws MastodonError when the token is not accepted, or the account may not log in
 */
export async function verifyAccount(client: Client): Promise<Record<string, unknown> | null> {
  try {
    return asObject((await client.call("GET", VERIFY)).json);
  } catch (error) {
    if (isMissingScope(error)) return null;
    throw error;
  }
}

/** What an author should know of an account that may post all the same, one sentence each. */
export function accountRemarks(account: Record<string, unknown>, origin: string): string[] {
  const handle = handleOf(account, origin);
  const { moved, suspended, limited } = account;
  const remarks = [
    moved ? `${handle} has moved to ${handleOf(moved, origin)}, so its followers are there.` : "",
    suspended === true ? `${handle} is suspended, so its server may refuse what it posts.` : "",
    limited === true
      ? `${handle} is limited by the moderators of its server: its public posts become \`unlisted\`, and few people see them.`
      : "",
  ];
  return remarks.filter((remark) => remark !== "");
}

/** No handle is longer. Characters. */
const LONGEST_NAME = 320;

/** `@user@host` of an account entity. The own account's `acct` bears no domain, so its URL tells it. */
export function handleOf(account: unknown, origin: string): string {
  const { acct, username, url } = (account ?? {}) as { acct?: unknown; username?: unknown; url?: unknown };
  const name = textOrNull(acct) ?? textOrNull(username);
  if (name === null || name.length > LONGEST_NAME) return "";
  if (name.includes("@")) return `@${name}`;
  const home = typeof url === "string" && URL.canParse(url) ? url : origin;
  return `@${name}@${new URL(home).host}`;
}

/** Who wrote something, from its account entity. */
export function authorOf(account: unknown, origin: string): Author {
  const { url } = (account ?? {}) as { url?: unknown };
  return { handle: handleOf(account, origin), profile: shownAddress(url) };
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/**
 * The application that the token belongs to (`GET /api/v1/apps/verify_credentials`).
 *
 * @returns the Application; null where the server does not tell
 */
export async function tokenApplication(client: Client): Promise<Record<string, unknown> | null> {
  try {
    return asObject((await client.call("GET", "/api/v1/apps/verify_credentials")).json);
  } catch (error) {
    if (error instanceof MastodonError) return null;
    throw error;
  }
}

/** The scope that each call needs on Mastodon. */
const SCOPES: [method: string, path: RegExp, scope: string][] = [
  ["POST", /^\/api\/v1\/statuses$/, "write:statuses"],
  ["PUT", /^\/api\/v1\/statuses\/[^/]+$/, "write:statuses"],
  ["GET", /^\/api\/v1\/statuses\/[^/]+(\/source)?$/, "read:statuses"],
  ["GET", /^\/api\/v1\/accounts\/[^/]+\/statuses$/, "read:statuses"],
  ["GET", /^\/api\/v1\/scheduled_statuses$/, "read:statuses"],
  ["POST", /^\/api\/v1\/statuses\/[^/]+\/pin$/, "write:accounts"],
  ["GET", /^\/api\/v2\/search$/, "read:search"],
  ["POST", /^\/api\/v[12]\/media$/, "write:media"],
  ["GET", /^\/api\/v1\/media\/[^/]+$/, "write:media"],
  ["DELETE", /^\/api\/v1\/media\/[^/]+$/, "write:media"],
  ["GET", /^\/api\/v1\/accounts\/verify_credentials$/, "profile"],
];

/** The scope that a call needs, or an empty string when it needs none. */
export function scopeOf(method: string, path: string): string {
  const plain = path.replace(/\?.*/, "");
  return SCOPES.find(([verb, pattern]) => verb === method && pattern.test(plain))?.[2] ?? "";
}

/**
 * The scope that a server names when it refuses a call, or an empty string when it names none.
 *
 * Doorkeeper's description lists all that would do, the narrowest last: `… requires scope "write write:statuses".`,
 * since 5.9 with its inner quotes replaced: `… requires scope _write write:statuses_.`. RFC 6750 has `scope="…"`.
 * Akkoma says it in the body: `Insufficient permissions: write:statuses.`
 *
 * @param challenge value of WWW-Authenticate; empty for none
 * @param sentence the server's own sentence
 */
export function scopeNamedIn(challenge: string, sentence: string): string {
  const list =
    /requires scopes? [\\"_]*([a-z][a-z:_ ]*)/.exec(challenge)?.[1] ??
    /\bscope="([^"]+)"/.exec(challenge)?.[1] ??
    /insufficient permissions: ([a-z][a-z:_ |&]*)/i.exec(sentence)?.[1] ??
    "";
  return (
    list
      .split(/[ |&]+/)
      .map((scope) => scope.replace(/_+$/, ""))
      .filter(Boolean)
      .at(-1) ?? ""
  );
}

/**
 * Says which scope the token lacks, where that is why a request was refused; any other error is handed back as it is.
 *
 * @param scope that the request needs, should the server not name one
 * @param purpose what the scope is for, such as `To find a status by its address`
 * @param otherwise what else would help; empty for nothing
 */
export function orMissingScope(error: unknown, scope: string, purpose: string, otherwise = ""): unknown {
  if (!(error instanceof MastodonError) || error.failure.answer?.status !== 403) return error;
  const failure = { ...error.failure, answer: error.failure.answer };
  if (!tellsOfScope(failure)) return error;
  const challenge = failure.answer.headers["www-authenticate"] ?? "";
  const needed = scopeNamedIn(challenge, serverSentence(failure)) || scope;
  const diagnosis = {
    what: `The access token is not allowed to do this on ${hostOf(failure)}: ${answerInWords(failure)}.`,
    why: `${purpose}, it needs the scope ${needed}.`,
    cure: `Make a new token with ${needed} as well, and store it as the secret${otherwise ? `; or ${otherwise}` : ""}.`,
  };
  return new MastodonError(failure, diagnosis, error.outcome);
}

/** Whether an error is a refusal for lack of a scope. Other 403s speak of the account, or of a rule of the server. */
export function isMissingScope(error: unknown): boolean {
  if (!(error instanceof MastodonError)) return false;
  const { answer } = error.failure;
  return answer?.status === 403 && tellsOfScope({ ...error.failure, answer });
}

/** Whether a 403 means that the token lacks a scope. Pixelfed's has an empty `error` then, Sharkey's speaks of permissions. */
export function tellsOfScope(failure: BadAnswer): boolean {
  const challenge = failure.answer.headers["www-authenticate"] ?? "";
  const sentence = serverSentence(failure);
  return (
    /scope|(insufficient|necessary) permissions/i.test(`${challenge} ${sentence}`) ||
    asObject(failure.json).error === ""
  );
}

/** The accounts that a status would have notified against `allowed_mentions`, as `user` or `user@host`; none elsewhere. */
export function unexpectedIn(json: unknown): string[] {
  const { unexpected_accounts: accounts } = asObject(json);
  return Array.isArray(accounts) ? accounts.map((account) => textOf(asObject(account).acct)).filter(Boolean) : [];
}
