import type { GithubAnswer } from "./github-api.ts";
import { editedByHand } from "./posted.ts";
import type { World } from "./scenario.ts";
import { withGithubApi } from "./with-github-api.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A moment of the past. */
export function ago(milliseconds: number): Date {
  return new Date(Date.now() - milliseconds);
}

/**
 * Makes the run a second attempt.
 *
 * @param began when its first attempt began, which the GitHub API tells; or what that API answers instead
 * @param repository of the event
 */
export async function rerun(world: World, began: Date | GithubAnswer, repository = "nodejs/undici"): Promise<void> {
  world.env.GITHUB_RUN_ATTEMPT = "2";
  const run = `GET /repos/${repository}/actions/runs/19650000001`;
  await (began instanceof Date ? withGithubApi(world, [run], undefined, began) : withGithubApi(world, [run], began));
}

/** Somebody mends the post by hand, and a second attempt comes a day later, when no key tells of the first any more. */
export async function rerunOfMended(world: World, status: string): Promise<void> {
  await editedByHand(world, status);
  await world.time.pass(DAY);
  await rerun(world, ago(MINUTE));
}
