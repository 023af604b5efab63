import { orMissingScope } from "../account.ts";
import { asObject, type Client } from "../client.ts";
import { Cancelled } from "../clock.ts";
import { answerInWords, serverSentence } from "../diagnosis/answers.ts";
import { MastodonError } from "../error.ts";

/**
 * Pins a status to the profile of its author. The status is stored by then, so that this can only warn.
 *
 * Mastodon wants the scope `write:accounts` for it, answers 422 to a status that is pinned already, and to the one that
 * is too many (`StatusPinValidator`).
 *
 * @param accountId of the author; empty where it is not known
 * @returns null when the status is pinned, else one sentence for a warning
 * @throws Cancelled and nothing else
 */
export async function pinStatus(client: Client, id: string, accountId: string): Promise<string | null> {
  try {
    const { json } = await client.call("POST", `/api/v1/statuses/${encodeURIComponent(id)}/pin`, {
      ownConnection: true,
    });
    const { pinned, account } = asObject(json);
    // Sharkey says `false` of every status.
    const isTold = pinned !== false || (await isListed(client, id, accountId || String(asObject(account).id ?? "")));
    return isTold ? null : "Not pinned: the server accepted the request and did nothing.";
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return await whyNotPinned(client, error, id, accountId);
  }
}

async function whyNotPinned(client: Client, error: unknown, id: string, accountId: string): Promise<string | null> {
  const explained = orMissingScope(error, "write:accounts", "To pin a status");
  if (!(error instanceof MastodonError) || explained !== error) return `Not pinned. ${(explained as Error).message}`;

  // A lost answer, too, may belong to a pin that is there.
  const status = await entityOf(client, `/api/v1/statuses/${encodeURIComponent(id)}`);
  const author = accountId || String(asObject(status.account).id ?? "");
  const pinned = await pinnedBy(client, author);
  if (status.pinned === true || pinned.some((other) => String(other.id) === id)) return null;

  const { failure } = error;
  const said = failure.answer ? answerInWords({ ...failure, answer: failure.answer }) : silence(error);
  if (!failure.answer || failure.answer.status >= 500)
    return `The status may not be pinned; check the profile: ${said}.`;
  if (status.visibility === "direct") return `Not pinned: a \`direct\` status cannot be pinned. ${said}.`;
  const sentence = serverSentence(failure);
  // Sharkey's words.
  if (/already been pinned/i.test(sentence)) return null;
  // snac says nothing at all.
  const isFull = sentence === "" ? pinned.length > 0 : /maximum|limit|too many/i.test(sentence);
  if (isFull && [400, 403, 422].includes(failure.answer.status)) {
    const list = pinned.map(({ url, uri }) => String(url ?? uri));
    const which = list.length === 0 ? "one of them first." : `one of these first: ${list.join(" ")}`;
    return `Not pinned: the account has as many pinned statuses as the server allows. Unpin ${which}`;
  }
  if (failure.answer.status === 401) {
    return `Not pinned: ${said}. The token has just been accepted for the status, so it may lack the scope write:accounts. Make a new token with write:accounts as well, and store it as the secret.`;
  }
  if ([404, 405, 501].includes(failure.answer.status)) {
    const isThere = status.id !== undefined;
    return `Not pinned: the server cannot pin${isThere ? "" : ", or does not know the status any more"}. ${said}.`;
  }
  return `Not pinned: ${said}.`;
}

function silence({ failure: { method, path, cause }, message }: MastodonError): string {
  const isLate = (cause as Error | undefined)?.name === "TimeoutError";
  return isLate ? `${method} ${path} had no answer when the time limit was over` : message.replace(/\.$/, "");
}

async function entityOf(client: Client, path: string): Promise<Record<string, unknown>> {
  return asObject((await read(client, path)) ?? {});
}

/** snac takes no notice of `pinned`, and lists all. Sharkey does, and says `false` of each. */
async function pinnedBy(client: Client, accountId: string): Promise<Record<string, unknown>[]> {
  const pinned = await listOf(client, accountId, "pinned=true&");
  const told = pinned.filter((status) => status.pinned !== false);
  if (told.length > 0 || pinned.length === 0) return told;
  return (await listOf(client, accountId, "")).length > pinned.length ? pinned : [];
}

async function isListed(client: Client, id: string, accountId: string): Promise<boolean> {
  return (await listOf(client, accountId, "pinned=true&")).some((status) => String(status.id) === id);
}

async function listOf(client: Client, accountId: string, filter: string): Promise<Record<string, unknown>[]> {
  if (accountId === "") return [];
  const list = await read(client, `/api/v1/accounts/${encodeURIComponent(accountId)}/statuses?${filter}limit=40`);
  return Array.isArray(list) ? list.map(asObject) : [];
}

/** What a request answers; null where it fails, for a warning can do without. */
async function read(client: Client, path: string): Promise<unknown> {
  try {
    return (await client.call("GET", path)).json;
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return null;
  }
}
