import { expect, test } from "vitest";
import { ask, post, start, type Told } from "./ask.ts";
import { profiles } from "./profiles.ts";
import type { ServerName } from "./server-name.ts";

async function begin(name: ServerName = "mastodon45") {
  const instance = await start({ profile: profiles[name], others: ["alice"] });
  const token = instance.createToken();
  const quote = (id: string, more = {}) => post(instance, token, { status: "Look", quoted_status_id: id, ...more });
  return { instance, token, quote };
}

const outcome = ({ status, json }: Told) => [status, json.error];
const missing = [404, "The post you are trying to quote does not appear to exist."];

test("a quote of somebody here is accepted and shown, and its text begins with RE:", async () => {
  const { instance, quote } = await begin();
  const { id, url } = instance.publish("Original", { username: "alice" });
  const { json } = await quote(id);
  expect(json.quote).toMatchObject({ state: "accepted", quoted_status: { id, content: "<p>Original</p>" } });
  expect(json.content).toMatch(/^<p class="quote-inline">RE: <a href="[^"]+"[^>]*>.*<\/p><p>Look<\/p>$/);
  expect(json.content).toContain(`href="${url}"`);
  expect(instance.published()[0]?.text).toBe("Look");
  expect((await ask(instance, `GET /api/v1/statuses/${id}`)).json.quotes_count).toBe(1);
});

test("the link is not repeated when the text has it, and a quote needs no text", async () => {
  const { instance, quote } = await begin();
  const { id, url } = instance.publish("Original");
  expect((await quote(id, { status: `See ${url}` })).json.content).toBe(`<p>See ${url}</p>`);
  const bare = await quote(id, { status: "" });
  expect([bare.status, bare.json.content.startsWith('<p class="quote-inline">RE: ')]).toEqual([200, true]);
});

test("a spoiler does not become the text of a quote", async () => {
  const { instance, quote } = await begin();
  const { json } = await quote(instance.publish("x").id, { status: "", spoiler_text: "cw" });
  expect(json.spoiler_text).toBe("cw");
});

test("a quote of another server's status is pending", async () => {
  const { instance, quote } = await begin();
  const remote = instance.elsewhere("Far", "bob@example.social");
  const token = instance.createToken({ scopes: ["read:search"] });
  await ask(instance, `GET /api/v2/search?resolve=true&q=${encodeURIComponent(remote.url)}`, { token });
  expect((await quote(remote.id)).json.quote).toEqual({ state: "pending", quoted_status: null });
});

test("a boost is quoted as what it boosts", async () => {
  const { instance, quote } = await begin();
  const { id } = instance.publish("x", { username: "alice" });
  const boost = instance.publish("", { reblogOfId: id });
  expect((await quote(boost.id)).json.quote.quoted_status.id).toBe(id);
});

test("missing, invisible and refusing statuses are a 404 alike", async () => {
  const { instance, quote } = await begin();
  const by = { username: "alice" };
  expect(outcome(await quote("1"))).toEqual(missing);
  expect(outcome(await quote(instance.publish("x", { ...by, visibility: "private" }).id))).toEqual(missing);
  for (const quotePolicy of ["nobody", "followers"] as const) {
    expect(outcome(await quote(instance.publish("x", { ...by, quotePolicy }).id))).toEqual(missing);
    expect((await quote(instance.publish("own", { quotePolicy }).id)).status).toBe(200);
  }
  expect(instance.published()).toHaveLength(4);
});

test.each([
  ["public", "private"],
  ["unlisted", "private"],
  ["private", "private"],
  ["direct", "direct"],
])("a %s quote of an own private status comes out %s", async (visibility, expected) => {
  const { instance, quote } = await begin();
  const { id } = instance.publish("x", { visibility: "private" });
  expect((await quote(id, { visibility })).json.visibility).toBe(expected);
});

test("a direct quote mentions its author", async () => {
  const { instance, quote } = await begin();
  const { id } = instance.publish("x", { username: "alice" });
  const error = "Validation failed: Cannot quote a non-mentioned user in a Private Mention post.";
  expect(outcome(await quote(id, { visibility: "direct" }))).toEqual([422, error]);
  expect((await quote(id, { visibility: "direct", status: "@alice look" })).status).toBe(200);
});

test("the policy is the asked one, else the account's, and nobody's where few may see it", async () => {
  const instance = await start({ account: { quotePolicy: "followers" } });
  const token = instance.createToken();
  const automatic = async (more: object) => (await post(instance, token, { status: "x", ...more })).json.quote_approval;
  expect(await automatic({})).toMatchObject({ automatic: ["followers"] });
  expect(await automatic({ quote_approval_policy: "" })).toMatchObject({ automatic: ["followers"] });
  expect(await automatic({ quote_approval_policy: "public" })).toMatchObject({ automatic: ["public"] });
  expect(await automatic({ quote_approval_policy: "nobody" })).toMatchObject({ automatic: [] });
  expect(await automatic({ quote_approval_policy: "public", visibility: "private" })).toMatchObject({ automatic: [] });
  const told = await post(instance, token, { status: "x", quote_approval_policy: "friends" });
  expect(outcome(told)).toEqual([422, "Record invalid"]);
});

test("an edit neither adds nor removes a quote", async () => {
  const { instance, token, quote } = await begin();
  const { id } = instance.publish("x");
  const { json } = await quote(id);
  const put = (path: string, body: object) => ask(instance, `PUT /api/v1/statuses/${path}`, { token, json: body });
  expect((await put(json.id, { status: "y" })).json.quote.quoted_status.id).toBe(id);
  expect((await put(id, { status: "y", quoted_status_id: json.id })).json.quote).toBeNull();
});

test("a quoted status that is deleted leaves its place", async () => {
  const { instance, token, quote } = await begin();
  const { id } = instance.publish("x");
  const { json } = await quote(id);
  await ask(instance, `DELETE /api/v1/statuses/${id}`, { token });
  const told = await ask(instance, `GET /api/v1/statuses/${json.id}`);
  expect(told.json.quote).toEqual({ state: "deleted", quoted_status: null });
});

test.each<ServerName>(["mastodon42", "mastodon43", "gotosocial", "snac", "akkoma"])(
  "%s ignores both parameters",
  async (name) => {
    const { instance, quote } = await begin(name);
    const told = await quote(instance.publish("x", { visibility: "public" }).id, { quote_approval_policy: "friends" });
    expect(told.status).toBe(200);
    for (const field of ["quote", "quote_approval", "quotes_count"]) expect(told.json).not.toHaveProperty(field);
    expect(told.json.content).not.toContain("RE:");
  },
);

test("Hollo quotes too, in its own words", async () => {
  const { instance, quote } = await begin("hollo");
  const { id } = instance.publish("x", { username: "alice" });
  expect((await quote(id)).json.quote).toMatchObject({ state: "accepted" });
  expect(outcome(await quote("unknown"))).toEqual([404, "Quote target not found"]);
  const denied = instance.publish("x", { username: "alice", quotePolicy: "nobody" });
  expect(outcome(await quote(denied.id))).toEqual([422, "Quote target is not quotable"]);
});
