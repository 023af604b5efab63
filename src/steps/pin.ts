import { log } from "../action/report.ts";
import { asObject } from "../mastodon/client.ts";
import { pinStatus } from "../mastodon/publish/pin.ts";
import type { Course, Delivery } from "./delivery.ts";

/** Pins the first part, unless it is yet to come out. What goes wrong is only told: the status is up. */
export async function pin({ client }: Delivery, { account }: Record<string, unknown>, course: Course): Promise<void> {
  const result = course.result();
  const [first] = result.parts;
  if (!first?.id || result.result === "scheduled") return;
  const problem = await pinStatus(client, first.id, String(asObject(account).id ?? ""));
  if (problem === null) log("Pinned to the profile.");
  const differences = problem === null ? result.differences : [...result.differences, problem];
  course.advance({ ...result, differences, isToPin: false });
}
