import { USUAL_WINDOW } from "../action/look-window.ts";
import { log } from "../action/report.ts";
import { edited } from "../action/result.ts";
import { editStatus } from "../mastodon/edit/edit.ts";
import { findPosted } from "../mastodon/look/earlier.ts";
import { resolveStatus } from "../mastodon/publish/reference.ts";
import { type Course, type Delivery, isNotDone, noteRetry, paramsOf } from "./delivery.ts";

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
    const { upload } = await import("./upload.ts");
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
    if (isNotDone(error)) course.onSending(null);
    if (uploaded.length > 0) {
      const { deleteLeftovers } = await import("./upload.ts");
      await deleteLeftovers(client, error, uploaded);
    }
    throw error;
  });
  course.onSending(null);
  course.advance(edited(course.result(), done));
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
  const found = await findPosted(client, { text: texts[0]!, subjectUrl, since, visibility }, log);
  if (found) return found.id;
  log("No status that announces the same was found, so a new one is posted.");
  return null;
}
