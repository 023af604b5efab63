import { type Call, Refusal, refuse } from "./call.ts";
import type { Draft } from "./draft.ts";
import { mayBeSeen, statusById } from "./find-status.ts";
import { isBlank, text } from "./parameters.ts";
import type { Account, Quote, QuotePolicy, StoredStatus } from "./store.ts";

/**
 * The status that `quoted_status_id` names; null for none, and where the server has no quotes.
 * @throws Refusal when it is missing, invisible or not to be quoted by this account
 */
export function quotedStatus(call: Call, account: Account): StoredStatus | null {
  const { quotes } = call.profile.features;
  const id = text(call.parameters, quotes.parameter);
  if (!quotes.written || isBlank(id)) return null;
  const named = statusById(call, id ?? "");
  const status = named?.reblogOf ?? named;
  if (!status || !mayBeSeen(call, status)) throw new Refusal(quotes.missing());
  // Nobody follows anybody here, so `followers` means nobody else.
  if (status.account !== account && status.quotePolicy !== "public") throw new Refusal(quotes.denied());
  return status;
}

/** The server of another author has to agree first; here nobody waits for it. */
export function quoteOf(status: StoredStatus): Quote {
  return { status, state: status.account.domain === null ? "accepted" : "pending" };
}

/**
 * What a quote makes of the visibility: a private post is quoted in private at most.
 * @throws Refusal for a direct status that does not mention the author
 */
export function fitToQuote(call: Call, draft: Draft, quoted: StoredStatus | null, account: Account): Draft {
  if (!quoted) return draft;
  const isMentioned = quoted.account === account || draft.mentioned.includes(quoted.account);
  if (draft.visibility === "direct" && !isMentioned) throw new Refusal(call.profile.features.quotes.unmentioned());
  const isOpen = draft.visibility === "public" || draft.visibility === "unlisted";
  return quoted.visibility === "private" && isOpen ? { ...draft, visibility: "private" } : draft;
}

/**
 * `quote_approval_policy`: undefined when it is not given, or unknown to the server.
 * @throws Refusal 422
 */
export function quotePolicy(call: Call): QuotePolicy | undefined {
  const policy = text(call.parameters, "quote_approval_policy");
  const { written, policies } = call.profile.features.quotes;
  if (!written || !policies || isBlank(policy)) return undefined;
  if (policy !== "public" && policy !== "followers" && policy !== "nobody") throw refuse(422, "Record invalid");
  return policy;
}

/** Only public and unlisted statuses can be quoted by others. */
export function policyFor(visibility: StoredStatus["visibility"], policy: QuotePolicy): QuotePolicy {
  return visibility === "public" || visibility === "unlisted" ? policy : "nobody";
}
