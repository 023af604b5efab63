import { type Answer, type Call, Refusal, railsError, refuse } from "./call.ts";
import { isBlank } from "./parameters.ts";
import type { Account } from "./store.ts";

/** What a server makes of the header `Idempotency-Key`. */
export type Idempotency =
  /** GoToSocial, snac: the header is ignored. */
  | { kind: "ignored" }
  /** Mastodon, Hollo: after success the key leads to what was made with it, for the account alone. */
  | {
      kind: "made";
      /** How long a key is remembered. */
      seconds: number;
      /** Seconds that a request waits while another one with its key runs, then 503. Null: no lock, so both post. */
      lockSeconds: number | null;
      /** What a repeat gets: what was made, or HTTP 500 without a second post (Mastodon 4.6.0, #40399). */
      repeat: "shown" | "crash";
      /** The same for a scheduled status: the key is ignored (4.2, #30039), or the repeat is 404 (4.3 and newer). */
      scheduled: "ignored" | "not found";
    }
  /** Akkoma: a plug in front of everything replays any answer, errors too, to anybody who sends the key. */
  | { kind: "answered"; seconds: number }
  /** Pixelfed: the key is taken before the work, per account; a repeat is refused even if the first one failed. */
  | { kind: "taken"; seconds: number };

/** The keys that one instance remembers. */
export interface Keys {
  /** Of a kind, an account and a header value: the id of what was made. */
  made: Map<string, { id: string; expires: number }>;
  /** Resolves when the request that holds the key ends. */
  running: Map<string, Promise<void>>;
  answers: Map<string, { answer: Answer; expires: number }>;
}

export function createKeys(): Keys {
  return { made: new Map(), running: new Map(), answers: new Map() };
}

/**
 * Makes something once per Idempotency-Key, as far as the server of the profile cares. To be called once the account is
 * known; `make` does everything else, `call.work()` included, and throws a Refusal when it makes nothing.
 *
 * @param kind what is made: a status that is up at once, or an entry of the scheduled list
 * @returns what `make` returned, or the status that an earlier request with the key made, as it is now
 * @throws Refusal 404 when that one is deleted meanwhile; 400, 500, 503 where the server answers a repeat so
 */
export async function once<Made extends { id: string }>(
  call: Call,
  account: Account,
  kind: "status" | "scheduled",
  make: () => Promise<Made>,
): Promise<Made> {
  const { idempotency } = call.profile;
  const value = call.headers["idempotency-key"];
  if (isBlank(value)) return make();
  const key = `${account.id}:${value}`;
  if (idempotency.kind === "taken") {
    if (known(call, key) !== undefined) throw refuse(400, "Duplicate idempotency key.");
    remember(call, key, "", idempotency.seconds);
    return make();
  }
  if (idempotency.kind !== "made") return make();
  if (kind === "scheduled" && idempotency.scheduled === "ignored") return make();

  const release = idempotency.lockSeconds === null ? () => {} : await lock(call, key, idempotency.lockSeconds);
  try {
    const id = known(call, key);
    if (id !== undefined) return repeated(call, id, idempotency.repeat) as unknown as Made;
    const made = await make();
    remember(call, key, made.id, idempotency.seconds);
    return made;
  } finally {
    release();
  }
}

/**
 * What was made with the key. Mastodon looks for a scheduled status among the posted ones too, since 4.3, so that its
 * repeat is never found.
 */
function repeated(call: Call, id: string, repeat: "shown" | "crash"): { id: string } {
  const status = call.store.statuses.get(id);
  if (!status) throw refuse(404, call.profile.errors.recordNotFound);
  if (repeat === "crash") throw new Refusal(railsError(500));
  return status;
}

/** Holds the key, once no other request does. */
async function lock(call: Call, key: string, seconds: number): Promise<() => void> {
  const { running } = call.keys;
  if (running.has(key)) {
    const patience = new AbortController();
    const late = call.sleep(seconds * 1000, patience.signal).then(() => true);
    late.catch(() => {});
    for (let holder = running.get(key); holder; holder = running.get(key)) {
      const isLate = await Promise.race([late, holder.then(() => false)]);
      if (isLate) throw refuse(503, call.profile.errors.temporaryProblem);
    }
    patience.abort();
  }
  // Nothing is awaited between the last look and this, so that one waiting request wins.
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  running.set(key, ended);
  return () => {
    running.delete(key);
    end();
  };
}

/**
 * Akkoma's plug: around every POST, PUT and PATCH, keyed by the bare header value, whoever sends it and wherever to.
 * Nothing keeps two requests that run at the same time from both taking effect.
 */
export async function replaying(call: Call, handle: () => Promise<Answer>): Promise<Answer> {
  const { idempotency } = call.profile;
  const key = call.headers["idempotency-key"] ?? "";
  if (idempotency.kind !== "answered" || key === "" || !["POST", "PUT", "PATCH"].includes(call.method)) return handle();
  const { answers } = call.keys;
  const earlier = answers.get(key);
  if (earlier && call.now().getTime() < earlier.expires) {
    const { answer } = earlier;
    return { ...answer, headers: { ...answer.headers, "idempotency-key": key, "idempotent-replayed": "true" } };
  }
  const answer = await handle();
  answers.set(key, { answer, expires: call.now().getTime() + idempotency.seconds * 1000 });
  return { ...answer, headers: { ...answer.headers, "idempotency-key": key } };
}

function known(call: Call, key: string): string | undefined {
  const entry = call.keys.made.get(key);
  return entry && call.now().getTime() < entry.expires ? entry.id : undefined;
}

function remember(call: Call, key: string, id: string, seconds: number): void {
  call.keys.made.set(key, { id, expires: call.now().getTime() + seconds * 1000 });
}
