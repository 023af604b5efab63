import { png, upload } from "./instance/files.ts";
import type { World } from "./scenario.ts";

/**
 * Posts before a run, by the API and with a token of its own; the snapshot does not show the request.
 *
 * @param body of `POST /api/v1/statuses`
 * @returns the answer
 */
export async function posted({ instance }: World, body: object): Promise<{ id: string; url: string }> {
  const token = instance.createToken({ scopes: ["write"] });
  const answer = await fetch(`${instance.origin}/api/v1/statuses`, {
    method: "POST",
    headers: { connection: "close", authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  instance.requests.length = 0;
  return (await answer.json()) as { id: string; url: string };
}

/** Edits the account's last status by the API and with a token of its own, as somebody does in an app. */
export async function editedByHand({ instance }: World, status: string): Promise<void> {
  const token = instance.createToken({ scopes: ["write"] });
  const { id } = instance.published().at(-1)!;
  const answer = await fetch(`${instance.origin}/api/v1/statuses/${id}`, {
    method: "PUT",
    headers: { connection: "close", authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ status }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  instance.requests.length = 0;
}

/** Deletes a status by the API, as somebody does in an app. @param index among the account's, from 0 */
export async function deletedByHand({ instance }: World, index = 0): Promise<void> {
  const token = instance.createToken({ scopes: ["write"] });
  const { id } = instance.published()[index]!;
  const answer = await fetch(`${instance.origin}/api/v1/statuses/${id}`, {
    method: "DELETE",
    headers: { connection: "close", authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(await answer.text());
  instance.requests.length = 0;
}

/** Uploads a picture with a description, for a status of {@link posted}. @returns its id */
export async function uploaded({ instance }: World, description: string): Promise<string> {
  const token = instance.createToken({ scopes: ["write"] });
  const { json } = await upload(instance, token, { ...png(), name: "old.png" }, { description });
  return String((json as { id: string }).id);
}

/** A moment so many minutes ahead, as the API takes it. */
export function ahead(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}
