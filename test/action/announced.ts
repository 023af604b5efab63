import { keyOf } from "../../src/mastodon/publish/key.ts";
import type { World } from "../scenario.ts";

/** Posts what the run of `published` would have posted for a release of Codertocat/Hello-World, with its key. */
export async function announced({ instance, token }: World, releaseId: number, text: string): Promise<void> {
  const identity = ["release", "Codertocat/Hello-World", releaseId];
  const answer = await fetch(`${instance.origin}/api/v1/statuses`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": keyOf(token, instance.origin, identity, 0, 0),
    },
    body: JSON.stringify({ status: text }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
