import { asObject, textOf } from "../client.ts";
import { isScheduled, type Published, publishedOf } from "../published.ts";
import { plainContent } from "./content.ts";
import { saysTheSame } from "./same-text.ts";

type Entity = Record<string, unknown>;

/**
 * A Status or ScheduledStatus that a look found.
 *
 * @param text what was to be posted
 * @param duplicate whether it was there before this run sent anything
 */
export function foundOf(origin: string, entity: Entity, text: string, duplicate: boolean): Published {
  const otherText = duplicate ? otherTextOf(entity, text) : null;
  return publishedOf(origin, entity, { duplicate, otherText, status: 0, took: 0, response: JSON.stringify(entity) });
}

/** The text that is up, where it says something else than what was to be posted; else null. */
export function otherTextOf(entity: Entity, text: string): string | null {
  const up = isScheduled(entity) ? textOf(asObject(entity.params).text) : plainContent(textOf(entity.content));
  return up !== "" && !saysTheSame(up, text) ? up : null;
}
