import { InputError } from "./action/inputs.ts";
import { verifyAccount } from "./mastodon/account.ts";
import type { Client } from "./mastodon/client.ts";
import { refusedSchedule } from "./mastodon/publish/schedule.ts";

/**
 * What a dry run does in place of posting: it asks whose the token is.
 *
 * @param client null where the run has no account
 * @param scheduledAt milliseconds since 1970; null for at once
 * @returns `@user@host`; empty where nobody tells
 * @throws InputError where the time will not do
 */
export async function rehearse(client: Client | null, scheduledAt: number | null, now: number): Promise<string> {
  const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, now);
  if (late !== null) throw new InputError([late]);
  const account = client && (await verifyAccount(client));
  return account?.handle ?? "";
}
