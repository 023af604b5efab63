import type { Inputs } from "../action/inputs.ts";
import { warn } from "../action/report.ts";
import type { Client } from "../mastodon/client.ts";
import { readInstance } from "../mastodon/instance.ts";
import { limitsOf } from "../mastodon/limits/announced.ts";
import { assumedLimits, type Limits } from "../mastodon/limits/limits.ts";
import { countCharacters } from "../status/length/length.ts";
import type { Post } from "./render.ts";

/** Asks the instance for its limits, only where they matter: a plain post costs one request. */
export async function askLimits(client: Client | null, { dryRun }: Inputs, post: Post): Promise<Limits | null> {
  const { maxCharacters, counting } = assumedLimits;
  const isLong = post.drafts.some(({ text }) => countCharacters(text, post.spoilerText, counting) > maxCharacters);
  const matters = isLong || post.media.length > 0 || post.poll !== null || post.quoted !== "";
  if (!client || !(matters || dryRun)) return null;
  const document = await readInstance(client);
  if (document) return limitsOf(document);
  warn(`${client.origin} did not say how long a status may be, so ${maxCharacters} characters are assumed.`);
  return null;
}
