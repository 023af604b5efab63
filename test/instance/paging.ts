import type { Call } from "./call.ts";
import { compareIds } from "./ids.ts";
import { leadingInteger, text } from "./parameters.ts";

/** A page of a list, and the Link header that leads on. */
export interface Page<Item> {
  items: Item[];
  headers: Record<string, string>;
}

const usualSize = 20;

/**
 * Cuts out what `limit`, `max_id`, `since_id` and `min_id` ask for: `since_id` gives the newest above the id, `min_id`
 * the ones right after it; both newest first.
 * @param items all of them, newest first
 * @param filters what a Link header carries on beyond `limit`; the other bounds are left out
 */
export function paged<Item extends { id: string }>(call: Call, items: Item[], filters: string[] = []): Page<Item> {
  const limit = pageSize(call);
  const listed = cut(call, items, limit);
  return { items: listed, headers: linkHeader(call, listed, limit, filters) };
}

function pageSize(call: Call): number {
  const wish = text(call.parameters, "limit");
  if (wish === null) return usualSize;
  const size = Number(leadingInteger(wish));
  return Math.min(Math.abs(size), usualSize * 2);
}

function cut<Item extends { id: string }>(call: Call, items: Item[], limit: number): Item[] {
  const bound = (name: string) => {
    const value = text(call.parameters, name);
    return value ? call.profile.ids.read(value) : undefined;
  };
  const [max, min, since] = [bound("max_id"), bound("min_id"), bound("since_id")];
  const below = items.filter(({ id }) => max === undefined || compareIds(id, max) < 0);
  if (min !== undefined) {
    const above = below.filter(({ id }) => compareIds(id, min) > 0);
    return above.slice(Math.max(0, above.length - limit));
  }
  return below.filter(({ id }) => since === undefined || compareIds(id, since) > 0).slice(0, limit);
}

function linkHeader(call: Call, listed: { id: string }[], limit: number, filters: string[]): Record<string, string> {
  const [first, last] = [listed[0], listed.at(-1)];
  if (!first || !last) return {};
  const carried = [...filters, "limit"].flatMap((name): [string, string][] => {
    const value = text(call.parameters, name);
    return value === null ? [] : [[name, value]];
  });
  const link = (name: string, id: string, rel: string) => {
    const query = new URLSearchParams([...carried, [name, id]]);
    query.sort();
    return `<${call.origin}${call.path}?${query}>; rel="${rel}"`;
  };
  const links = [link("min_id", first.id, "prev")];
  if (listed.length === limit) links.unshift(link("max_id", last.id, "next"));
  return { link: links.join(", ") };
}
