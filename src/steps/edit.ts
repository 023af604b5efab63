import { USUAL_WINDOW } from "../action/look-window.ts";
import { log } from "../action/report.ts";
import { edited } from "../action/result.ts";
import type { Client } from "../mastodon/client.ts";
import { otherApplication } from "../mastodon/edit/application.ts";
import { editStatus } from "../mastodon/edit/edit.ts";
import { findPosted } from "../mastodon/look/earlier.ts";
import { deleteMedia } from "../mastodon/media/media.ts";
import { fixedOf } from "../mastodon/publish/differences.ts";
import { resolveStatus } from "../mastodon/publish/reference.ts";
import type { Published } from "../mastodon/published.ts";
import { type Course, type Delivery, isNotDone, noteDifferences, noteRetry, paramsOf } from "./delivery.ts";
import { upload } from "./upload.ts";

/**
 * Edits the status that `edit-status-id` means.
 *
 * @returns the status, as the server told it; null where a look found none, so that it is to be posted anew
 */
export async function editPosted(delivery: Delivery, course: Course): Promise<Record<string, unknown> | null> {
  const id = await statusToEdit(delivery);
  if (id === null) return null;
  course.advance({ ...course.result(), isEdit: true });
  return edit(delivery, id, course);
}

async function edit(delivery: Delivery, id: string, course: Course): Promise<Record<string, unknown>> {
  const { client, inputs, post, texts } = delivery;
  const { spoiler_text, language, sensitive, quote_approval_policy } = paramsOf(delivery);
  log(`Editing ${id} on ${inputs.instanceUrl} …`);
  course.onSending("the edit");
  let uploaded: string[] = [];
  const attach = async () => {
    // Files that no status bears yet change nothing, so nothing is on its way meanwhile.
    course.onSending(null);
    uploaded = await upload(client, post.media);
    course.onSending("the edit");
    return uploaded;
  };
  const done = await editStatus(
    client,
    id,
    {
      status: texts[0]!,
      ...(spoiler_text === undefined ? {} : { spoiler_text }),
      ...(language === undefined ? {} : { language }),
      ...(sensitive === undefined ? {} : { sensitive }),
      ...(quote_approval_policy === undefined ? {} : { quote_approval_policy }),
      ...(post.poll ? { poll: post.poll } : {}),
      ...(post.media.length > 0 ? { attach } : {}),
    },
    (line) => noteRetry(line, course),
  ).catch(async (error: unknown) => {
    if (isNotDone(error, course)) {
      course.onSending(null);
      // Most edits bring no files.
      await deleteMedia(client, uploaded);
    }
    throw error;
  });
  // Noted before anything else can fail.
  course.advance(edited(course.result(), done));
  course.onSending(null);
  // With `auto` these are for the case that a look finds nothing; beside an id they are refused.
  const asked = { in_reply_to_id: post.inReplyTo, quoted_status_id: post.quoted };
  const fixed = fixedOf(
    inputs.visibility === undefined ? asked : { ...asked, visibility: inputs.visibility },
    done.entity,
  );
  if (fixed !== null) noteDifferences([fixed], course);
  course.settle();
  return done.entity;
}

/** The status that `edit-status-id` means; null to post anew. */
async function statusToEdit({
  client,
  inputs,
  post,
  texts,
  subjectUrl,
  subjectTime,
}: Delivery): Promise<string | null> {
  if (post.edits !== "auto") return resolveStatus(client, post.edits, "`edit-status-id`");
  const { duplicateCheck, visibility } = inputs;
  const usual = client.clock.now() - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW);
  // An announcement is never older than what it announces.
  const since = Math.min(usual, subjectTime ?? usual);
  const replyTo = post.inReplyTo === "" ? undefined : await resolveStatus(client, post.inReplyTo, "`in-reply-to-id`");
  let refusal: string | null = null;
  const isOurs = async (found: Published) => {
    const why = await whyNotOurs(client, found);
    refusal ??= why;
    return why === null;
  };
  const found = await findPosted(client, { text: texts[0]!, subjectUrl, replyTo, since, visibility }, isOurs, log);
  if (found) return found.id;
  if (refusal !== null) throw new Error(refusal);
  log("No status that announces the same was found, so a new one is posted.");
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
