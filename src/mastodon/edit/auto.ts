import { tokenApplication } from "../account.ts";
import { asObject, type Client, textOf } from "../client.ts";
import { cannotSee, readForEdit } from "../history/earlier.ts";
import { announcing } from "../history/recognise.ts";
import { saysSame } from "../history/same-text.ts";
import type { Edit, Plan, Steps } from "../plan.ts";
import { resolveReferences } from "../publish/reference.ts";
import { openSender, type Sender } from "../sender.ts";
import { addressOf } from "../status.ts";

/**
 * Finds the status that announces the same, for `edit-status-id: auto`.
 *
 * @returns the status; null where there is none, so that it is to be posted
 * @throws MastodonError where nobody can see it; Error with one sentence where it is not to be chosen
 */
export async function* findToEdit(
  sender: Sender,
  plan: Plan,
  { since: usual, before }: Edit,
): Steps<Record<string, unknown> | null> {
  const { client } = sender;
  const { texts, params, poll, release } = plan;
  const status = texts[0]!;
  // An announcement is never older than what it announces.
  const since = Math.min(usual, release?.publishedAt ?? usual);
  const history = yield* readForEdit(sender, { since, visibility: params.visibility, scheduled: false });
  const wanted = {
    params: {
      status,
      ...params,
      ...(await resolveReferences(client, plan)),
      ...(poll ? { poll: { ...poll, options: [...poll.options] } } : {}),
    },
    isScheduled: false,
    attachments: plan.media.length,
    after: null,
    release: release?.url ?? "",
    link: "",
    inAnyWords: false,
    since,
    taken: new Set<string>(),
  };
  const found = await announcing(sender, history, wanted, before);
  const foreign: string[] = [];
  const own: Record<string, unknown>[] = [];
  for (const entity of found) {
    // The same text loses nothing.
    const other = (await saysSame(sender, entity, wanted.params)) ? null : await otherApplication(client, entity);
    if (other === null) own.push(entity);
    else foreign.push(writtenElsewhere(entity, other));
  }
  if (own.length > 1) throw new Error(severalOf(own));
  if (own[0]) return own[0];
  if (foreign[0]) throw new Error(foreign[0]);
  if (history.missing !== null) {
    const why = "Posting without knowing could make a second post.";
    throw cannotSee(client, history.missing, why, "or name the status by its id or address.");
  }
  return null;
}

/** Looks for the status that `edit-status-id: auto` would edit, and changes nothing. @throws as {@link findToEdit} */
export async function* rehearseEdit(client: Client, plan: Plan, signal: AbortSignal): Steps<void> {
  if (plan.edit?.target !== "auto") return;
  const found = yield* findToEdit(openSender(client, signal), plan, plan.edit);
  yield { kind: "would edit", address: found && addressOf(found) };
}

function severalOf(statuses: readonly Record<string, unknown>[]): string {
  return `\`edit-status-id: auto\` finds several statuses that announce the same (${statuses.map(addressOf).join(", ")}), and none of them is chosen. Set \`edit-status-id\` to the address of the one that is to be edited.`;
}

/**
 * Why what another application posted is not edited: a text that somebody wrote by hand about the release holds its link,
 * too. Posting anew in its place would make one more post with every edit of the release.
 */
function writtenElsewhere(entity: Record<string, unknown>, { its, own }: { its: string; own: string }): string {
  return `${addressOf(entity)} links to the same release, but it was posted with the application “${its}”, not with this token's “${own}”, so somebody may have written it by hand, and it is left as it is. Set \`edit-status-id\` to the address of the status that is to be edited, or leave it out to post beside this one.`;
}

/**
 * The application that posted an own status, where it is surely another than the token's. Mastodon, GoToSocial and Hollo
 * name it to the author (Mastodon's own web interface is `Web`); where a server does not, or does not tell whose the
 * token is (Mastodon before 4.3 wants the scope `read` for that), nothing is sure.
 *
 * @param entity the status
 * @returns the names of both; null where they are the same, or not known
 */
async function otherApplication(
  client: Client,
  { application }: Record<string, unknown>,
): Promise<{ its: string; own: string } | null> {
  const its = nameOf(application);
  if (its === "") return null;
  const own = nameOf(await tokenApplication(client));
  return own === "" || own === its ? null : { its, own };
}

function nameOf(application: unknown): string {
  return textOf(asObject(application).name).trim().replace(/\s+/g, " ");
}
