import type { Owner } from "./account.ts";
import type { Client } from "./client.ts";
import type { Running } from "./traits.ts";

/** How long a cancelled run waits for the answer to what it has sent, in milliseconds. A runner kills it 7.5 s after its first signal. */
const PATIENCE = 5000;

/** The account that posts, as one run uses it. */
export interface Sender {
  /** Ends when the run is cancelled. */
  client: Client;
  /** For requests that store something: it ends some seconds after that, so that their answers still count. */
  patient: Client;
  /** Fires when the run is cancelled. */
  signal: AbortSignal;
  /** Whose account it is; null until that is known. */
  owner: Owner | null;
  /** What the server runs; null until that is known. */
  software: Running | null;
}

/** @param signal fires when the run is cancelled */
export function openSender(client: Client, signal: AbortSignal): Sender {
  const patient = client.within(after(signal, PATIENCE));
  return { client: client.within(signal), patient, signal, owner: null, software: null };
}

/** One for each signal, so that a run of many posts listens once. */
const afterwards = new WeakMap<AbortSignal, AbortSignal>();

/** A signal that fires so many milliseconds after another one, with the same reason. */
function after(signal: AbortSignal, milliseconds: number): AbortSignal {
  const known = afterwards.get(signal);
  if (known) return known;
  const later = new AbortController();
  afterwards.set(signal, later.signal);
  const begin = () => AbortSignal.timeout(milliseconds).addEventListener("abort", () => later.abort(signal.reason));
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  return later.signal;
}

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
