import { keyOf } from "./key.ts";
import type { World } from "./scenario.ts";

/** Identity of what the run of test/runner.ts announces: the release v7.2.0 of nodejs/undici. */
export const undici = ["release", "nodejs/undici", 191000720];

/** Posts what the run of `published` would have posted for a release of Codertocat/Hello-World, with its key. */
export async function announced(world: World, releaseId: number, text: string): Promise<void> {
  const status = await sentWithKey(world, ["release", "Codertocat/Hello-World", releaseId], { status: text });
  if (status !== 200) throw new Error(`The status was not posted: ${status}`);
}

/**
 * Sends a status as an earlier run would have done, with its key.
 *
 * @param identity of the post
 * @param params of the status
 * @returns the status code of the answer
 */
export async function sentWithKey({ instance, token }: World, identity: unknown[], params: object): Promise<number> {
  const answer = await fetch(`${instance.origin}/api/v1/statuses`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": keyOf(token, instance.origin, identity, 0, 0),
    },
    body: JSON.stringify(params),
  });
  await answer.arrayBuffer();
  return answer.status;
}
