import { expect, test } from "vitest";
import { ask, start } from "./ask.ts";
import { profiles } from "./profiles.ts";

async function begin() {
  let now = Date.parse("2026-03-01T12:00:00Z");
  const instance = await start({
    now: () => {
      now += 1000;
      return new Date(now);
    },
  });
  const token = instance.createToken({ scopes: ["write:accounts"] });
  const pin = (id: string, verb = "pin") => ask(instance, `POST /api/v1/statuses/${id}/${verb}`, { token });
  return { instance, token, pin };
}

test("pin and unpin answer with the status; unpin also for what is not pinned", async () => {
  const { instance, pin } = await begin();
  const { id } = instance.publish("x");
  expect((await pin(id)).json).toMatchObject({ id, pinned: true });
  expect((await pin(id, "unpin")).json).toMatchObject({ id, pinned: false });
  expect((await pin(id, "unpin")).status).toBe(200);
});

test("pinning wants write:accounts", async () => {
  const { instance } = await begin();
  const { id } = instance.publish("x");
  const token = instance.createToken();
  for (const verb of ["pin", "unpin"]) {
    const told = await ask(instance, `POST /api/v1/statuses/${id}/${verb}`, { token });
    expect([told.status, told.json.error]).toEqual([403, "This action is outside the authorized scopes"]);
  }
  expect(instance.published()[0]?.pinnedAt).toBeNull();
});

test("five at most", async () => {
  const { instance, pin } = await begin();
  for (const text of "abcde") expect((await pin(instance.publish(text).id)).status).toBe(200);
  const told = await pin(instance.publish("f").id);
  expect([told.status, told.json.error]).toEqual([
    422,
    "Validation failed: You have already pinned the maximum number of posts",
  ]);
});

test("private ones can be pinned; direct ones, boosts, others' and missing ones cannot", async () => {
  const { instance, pin } = await begin();
  const alien = instance.publish("theirs", { username: "alice" });
  expect((await pin(instance.publish("x", { visibility: "private" }).id)).status).toBe(200);
  const refused = [
    instance.publish("x", { visibility: "direct" }).id,
    instance.publish("", { reblogOfId: alien.id }).id,
    alien.id,
    "1",
  ];
  const told = [];
  for (const id of refused) told.push(await pin(id));
  expect(told.map(({ status, json }) => [status, json.error])).toEqual([
    [422, "Validation failed: Posts that are only visible to mentioned users cannot be pinned"],
    [422, "Validation failed: A boost cannot be pinned"],
    [422, "Validation failed: Someone else's post cannot be pinned"],
    [404, "Not Found"],
  ]);
});

test("twice is a duplicate record", async () => {
  const { instance, pin } = await begin();
  const { id } = instance.publish("x");
  await pin(id);
  const told = await pin(id);
  expect([told.status, told.json.error]).toEqual([422, "Duplicate record"]);
});

test("pinned=true lists what is pinned, the last pinned first", async () => {
  const { instance, pin } = await begin();
  const [a, , c] = [instance.publish("a"), instance.publish("b"), instance.publish("c")];
  await pin(c.id);
  await pin(a.id);
  const told = await ask(instance, `GET /api/v1/accounts/${a.account.id}/statuses?pinned=true`);
  expect(told.json.map(({ id }: { id: string }) => id)).toEqual([a.id, c.id]);
});

test("Pixelfed has no pins", async () => {
  const instance = await start({ profile: profiles.pixelfed });
  const { id } = instance.publish("x");
  const told = await ask(instance, `POST /api/v1/statuses/${id}/pin`, { token: instance.createToken() });
  expect(told.status).toBe(404);
});
