import { BLOG, type Page, startWeb } from "./feed.ts";
import type { World } from "./scenario.ts";

/** Has a run post about a page of a practice blog, and wait for it. */
export async function waitFor(world: World, path: string, page: Page | Page[]): Promise<void> {
  const web = await startWeb({ [path]: page });
  world.closes(web);
  world.name(web.origin, BLOG);
  world.inputs["wait-for-link"] = "true";
  world.inputs.link = `${web.origin}${path}`;
}
