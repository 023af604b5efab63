import type { Profile } from "../instance/profiles.ts";
import { createInstance, type PracticeInstance } from "../instance/server.ts";

/** What a server makes of an Idempotency-Key, as two requests that bear the same one show. */
export interface Keys {
  /** For how many hours a second request makes no second status; 0: it always does. */
  hours: number;
  /** What the second request gets meanwhile: `the same status`, or the status code of an error. */
  repeat: string;
  /** The same for a status on the scheduled list; null where there is no such list. */
  scheduled: { made: number; repeat: string } | null;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Tries a day, hour by hour. */
export async function keysOf(profile: Profile): Promise<Keys> {
  let hours = 0;
  while (hours < 24 && (await twice(profile, hours * HOUR + 59 * MINUTE, {})).made === 1) hours += 1;
  const { repeat } = await twice(profile, 0, {});
  const later = new Date(Date.now() + 2 * HOUR).toISOString();
  const scheduled = await twice(profile, 0, { scheduled_at: later });
  return { hours, repeat, scheduled: scheduled.isScheduled ? scheduled : null };
}

/** Sends the same request twice, so many milliseconds apart. */
async function twice(profile: Profile, apart: number, more: Record<string, string>) {
  const start = Date.now();
  let passed = 0;
  const instance = createInstance("https://social.example", { profile, now: () => new Date(start + passed) });
  const token = instance.createToken();
  // A reply, which every server takes without media.
  const { id } = instance.publish("What is new?", { username: "alice", visibility: "public" });
  const body = JSON.stringify({ status: "This is", in_reply_to_id: id, ...more });
  const first = await send(instance, token, body);
  passed = apart;
  const second = await send(instance, token, body);
  return {
    made: instance.published().length + instance.scheduled().length,
    isScheduled: instance.scheduled().length > 0,
    repeat:
      second.status !== 200 ? `HTTP ${second.status}` : second.id === first.id ? "the same status" : "another one",
  };
}

async function send(instance: PracticeInstance, token: string, body: string) {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": "one and the same",
    // GoToSocial answers no one without.
    "user-agent": "test",
  };
  const told = await instance.exchange({ method: "POST", path: "/api/v1/statuses", headers, body: Buffer.from(body) });
  if (!("answer" in told)) throw new Error("No answer");
  const { status } = told.answer;
  return { status, id: status === 200 ? JSON.parse(told.answer.body).id : null };
}
