import { log } from "../action/report.ts";
import { asObject, type Client } from "../mastodon/client.ts";
import { deleteMedia, uploadMedia } from "../mastodon/media/media.ts";
import type { Upload } from "../mastodon/media/upload.ts";

/** @returns the ids of the uploads */
export async function upload(client: Client, media: readonly Upload[]): Promise<string[]> {
  log(`Uploading ${media.length === 1 ? "one file" : `${media.length} files`} to ${client.origin} …`);
  return uploadMedia(client, media, { progress: log });
}

/** Deletes the uploads that a status does not bear. */
export async function deleteUnused(
  client: Client,
  uploaded: readonly string[],
  { media_attachments: media }: Record<string, unknown>,
): Promise<void> {
  const borne = Array.isArray(media) ? media.map((item) => String(asObject(item).id)) : [];
  await deleteMedia(
    client,
    uploaded.filter((id) => !borne.includes(id)),
  );
}
