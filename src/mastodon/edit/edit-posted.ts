import { tokenApplication } from "../application.ts";
import { asObject, type Client, textOf } from "../client.ts";
import { findPosted } from "../history/earlier.ts";
import type { Edit, Plan } from "../plan.ts";
import { fixedOf } from "../publish/differences.ts";
import { resolveStatus } from "../publish/reference.ts";
import type { Sender } from "../sender.ts";
import type { Published } from "../status.ts";
import type { Steps } from "../step.ts";
import { editStatus } from "./edit.ts";

/**
 * Edits the status that a plan means.
 *
 * @returns the status; null where a look found none, so that it is to be posted
 */
export async function* editPosted(
  sender: Sender,
  plan: Plan,
  edit: Edit,
): Steps<Pick<Published, "id" | "entity" | "scheduledAt"> | null> {
  const id = yield* statusToEdit(sender, plan, edit);
  if (id === null) return null;
  yield { kind: "editing", id };
  const { texts, params, poll, media, inReplyTo, quoted } = plan;
  const { spoiler_text, language, sensitive, quote_approval_policy } = params;
  const status = yield* editStatus(sender, id, {
    status: texts[0]!,
    ...(spoiler_text === undefined ? {} : { spoiler_text }),
    ...(language === undefined ? {} : { language }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quote_approval_policy === undefined ? {} : { quote_approval_policy }),
    ...(poll ? { poll } : {}),
    media,
  });
  // With `auto` these are for the case that a look finds nothing; beside an id they are refused.
  const { visibility = "" } = params;
  const asked = { visibility, in_reply_to_id: inReplyTo, quoted_status_id: quoted };
  const fixed = fixedOf(asked, status.entity);
  yield { kind: "edited", status, differences: [...status.differences, ...(fixed === null ? [] : [fixed])] };
  return { ...status, scheduledAt: null };
}

/** The status that is meant; null to post anew. */
async function* statusToEdit(sender: Sender, plan: Plan, { target, since: usual }: Edit): Steps<string | null> {
  const { client } = sender;
  if (target !== "auto") return resolveStatus(client, target, "`edit-status-id`");
  const { texts, params, subject, inReplyTo } = plan;
  // An announcement is never older than what it announces.
  const since = Math.min(usual, subject.publishedAt ?? usual);
  const replyTo = inReplyTo === "" ? undefined : await resolveStatus(client, inReplyTo, "`in-reply-to-id`");
  let refusal: string | null = null;
  const isOurs = async (found: Published) => {
    const why = await whyNotOurs(client, found);
    refusal ??= why;
    return why === null;
  };
  const wanted = { text: texts[0]!, subjectUrl: subject.url, replyTo, since, visibility: params.visibility };
  const found = yield* findPosted(sender, wanted, isOurs);
  if (found) return found.id;
  if (refusal !== null) throw new Error(refusal);
  yield { kind: "progress", line: "No status that announces the same was found, so a new one is posted." };
  return null;
}

/**
 * Why what another application posted is not edited: a text that somebody wrote by hand about the release holds its link,
 * too. Posting anew in its place would make one more post with every edit of the release.
 */
async function whyNotOurs(client: Client, { entity, otherText, url }: Published): Promise<string | null> {
  // The same text loses nothing.
  const other = otherText === null ? null : await otherApplication(client, entity);
  if (other === null) return null;
  return `${url} links to the same release, but it was posted with the application “${other.its}”, not with this token's “${other.own}”, so somebody may have written it by hand, and it is left as it is. Set \`edit-status-id\` to the address of the status that is to be edited, or leave it out to post beside this one.`;
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
