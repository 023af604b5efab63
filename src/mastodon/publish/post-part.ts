import type { Client } from "../client.ts";
import { MastodonError } from "../error.ts";
import type { Lookout } from "../look/lookout.ts";
import type { Published } from "../published.ts";
import { recover } from "./recover.ts";
import { type Part, type Progress, sendStatus } from "./send-status.ts";

/**
 * Posts one status exactly once, or says that it did not.
 *
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there
 */
export async function postPart(client: Client, lookout: Lookout, part: Part, progress: Progress): Promise<Published> {
  const began = client.clock.now();
  const first = await sendStatus(client, part, { generation: 0, began }, progress);
  if (!(first instanceof MastodonError)) return first;
  return recover(client, lookout, part, first, began, progress);
}
