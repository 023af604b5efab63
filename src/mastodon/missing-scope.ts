import { asObject } from "./client.ts";
import { serverSentence, told } from "./diagnosis/server-sentence.ts";
import { type BadAnswer, hostOf, MastodonError } from "./error.ts";
import { scopeNamedIn } from "./scopes.ts";

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
    what: `The access token may not do this on ${hostOf(failure)}: ${told(failure)}.`,
    why: `${purpose}, it needs the scope ${needed}.`,
    cure: `Make a new token with ${needed} as well, and store it as the secret${otherwise ? `; or ${otherwise}` : ""}.`,
  };
  return new MastodonError(failure, diagnosis, error.outcome);
}

/** Whether a 403 means that the token lacks a scope. Pixelfed's has an empty `error` then. */
export function tellsOfScope(failure: BadAnswer): boolean {
  const challenge = failure.answer.headers["www-authenticate"] ?? "";
  const sentence = serverSentence(failure);
  return /scope|insufficient permissions/i.test(`${challenge} ${sentence}`) || asObject(failure.json).error === "";
}
