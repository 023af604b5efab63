import type { Client } from "./client.ts";

/** How long a server keeps a key at least, where it keeps any: Mastodon's hour, less a minute on the way. Milliseconds. */
export const KEY_LIFE = 59 * 60_000;

/**
 * An Idempotency-Key: the same for the same post, and nobody else's.
 *
 * Made with the access token, so that it cannot be guessed and two accounts never share one: Akkoma and Pleroma look a
 * key up without asking whose it is.
 *
 * @param identity what makes two runs mean the same post
 * @param part number of the part of a thread, from 0
 * @param generation how many keys before lead to an old failure for good: Akkoma replays it, Pixelfed refuses the key
 * @returns base64url, 43 characters
 */
export function keyOf(client: Client, identity: readonly unknown[], part: number, generation: number): string {
  return client.sign(JSON.stringify([client.origin, identity, part, generation]));
}
