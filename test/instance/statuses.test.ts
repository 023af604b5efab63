import { expect, test } from "vitest";
import { ask, post, start } from "./ask.ts";
import { png, upload } from "./files.ts";
import { mastodon45, profiles } from "./profiles.ts";

test("a status is stored with the account's defaults and answered as a Status entity", async () => {
  const at = new Date("2026-03-01T12:34:56.789Z");
  const instance = await start({ now: () => at });
  const { status, json } = await post(instance, instance.createToken(), { status: "Hello" });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    created_at: "2026-03-01T12:34:56.789Z",
    visibility: "public",
    language: "en",
    sensitive: false,
    spoiler_text: "",
    in_reply_to_id: null,
    content: "<p>Hello</p>",
    url: `${instance.origin}/@poster/${json.id}`,
    uri: `${instance.origin}/ap/users/${json.account.id}/statuses/${json.id}`,
    account: { username: "poster", acct: "poster", url: `${instance.origin}/@poster`, statuses_count: 1 },
    application: { name: "Practice", website: null },
    card: null,
    poll: null,
    quote: null,
    reblog: null,
    edited_at: null,
    media_attachments: [],
    mentions: [],
    tags: [],
    quote_approval: { automatic: ["public"], manual: [], current_user: "automatic" },
    pinned: false,
  });
  expect(json.id).toMatch(/^\d{18}$/);
  expect(instance.published()).toEqual([
    expect.objectContaining({ id: json.id, text: "Hello", createdAt: at, url: json.url }),
  ]);
});

test("ids increase although the clock stands", async () => {
  const instance = await start({ now: () => new Date("2026-03-01T00:00:00Z") });
  const token = instance.createToken();
  const ids: bigint[] = [];
  for (const status of ["a", "b", "c"]) ids.push(BigInt((await post(instance, token, { status })).json.id));
  expect(ids[0]! < ids[1]! && ids[1]! < ids[2]!).toBe(true);
  expect(instance.published().map(({ text }) => text)).toEqual(["a", "b", "c"]);
});

test("text and spoiler are stripped, of ASCII white space only", async () => {
  const instance = await start();
  await post(instance, instance.createToken(), { status: " \n\u3000Hi\t ", spoiler_text: " cw " });
  expect(instance.published()[0]).toMatchObject({ text: "\u3000Hi", spoilerText: "cw" });
});

test.each([[{}], [{ status: "" }], [{ status: " \n " }], [{ status: "\u3000\u00A0" }], [{ status: ["list"] }]])(
  "%j is blank",
  async (body) => {
    const instance = await start();
    const told = await post(instance, instance.createToken(), body);
    expect(told.status).toBe(422);
    expect(told.json).toEqual({ error: "Validation failed: Text can't be blank" });
    expect(instance.published()).toEqual([]);
  },
);

test("a spoiler without a text becomes the text, and stays sensitive", async () => {
  const instance = await start();
  const { json } = await post(instance, instance.createToken(), { status: " ", spoiler_text: "Only this" });
  expect(json).toMatchObject({ content: "<p>Only this</p>", spoiler_text: "", sensitive: true });
});

test("a spoiler makes sensitive, whatever was asked", async () => {
  const instance = await start();
  const token = instance.createToken();
  const body = { status: "x", spoiler_text: "cw", sensitive: false };
  expect((await post(instance, token, body)).json.sensitive).toBe(true);
  const form = { status: "x", spoiler_text: "cw", sensitive: "false" };
  expect((await ask(instance, "POST /api/v1/statuses", { token, form })).json.sensitive).toBe(true);
});

test("privacy, sensitive and language default to the account's own settings", async () => {
  const instance = await start({ account: { privacy: "unlisted", sensitive: true, language: "de" } });
  const token = instance.createToken();
  expect((await post(instance, token, { status: "x" })).json).toMatchObject({
    visibility: "unlisted",
    sensitive: true,
    language: "de",
  });
  expect((await post(instance, token, { status: "y", sensitive: false })).json.sensitive).toBe(false);
});

test.each(["public", "unlisted", "private", "direct"])("visibility %s", async (visibility) => {
  const instance = await start();
  expect((await post(instance, instance.createToken(), { status: "x", visibility })).json.visibility).toBe(visibility);
});

test("an unknown visibility is a failed validation", async () => {
  const instance = await start();
  const told = await post(instance, instance.createToken(), { status: "", visibility: "bogus" });
  expect(told.status).toBe(422);
  expect(told.json.error).toBe("Validation failed: Visibility is not included in the list, Text can't be blank");
});

test("a limited account's public becomes unlisted", async () => {
  const instance = await start({ account: { limited: true } });
  const told = await post(instance, instance.createToken(), { status: "x", visibility: "public" });
  expect(told.json.visibility).toBe("unlisted");
});

test.each([
  ["de", "de"],
  ["pt-BR", "pt"],
  ["en_US", "en"],
  ["zh-TW", "zh-TW"],
  ["ckb", "ckb"],
  ["bogus", "fr"],
  ["", "fr"],
])("language %s becomes %s, never an error", async (language, expected) => {
  const instance = await start({ account: { language: "fr" } });
  expect((await post(instance, instance.createToken(), { status: "x", language })).json.language).toBe(expected);
});

test("a reply names its target; an unknown or invisible target is a 404 of its own", async () => {
  const instance = await start();
  const token = instance.createToken();
  const target = instance.publish("first");
  const { json } = await post(instance, token, { status: "second", in_reply_to_id: target.id });
  expect(json).toMatchObject({ in_reply_to_id: target.id, in_reply_to_account_id: target.account.id });
  const hidden = instance.publish("secret", { username: "alice", visibility: "private" });
  for (const id of ["1", "abc", hidden.id]) {
    const told = await post(instance, token, { status: "x", in_reply_to_id: id });
    expect(told.status).toBe(404);
    expect(told.json).toEqual({ error: "The post you are trying to reply to does not appear to exist." });
  }
});

test("more than four media ids, and unknown ones", async () => {
  const instance = await start();
  const token = instance.createToken();
  const five = await post(instance, token, { status: "x", media_ids: ["1", "2", "3", "4", "5"] });
  expect([five.status, five.json.error]).toEqual([422, "Cannot attach more than 4 files"]);
  const two = await ask(instance, "POST /api/v1/statuses", { token, form: "status=x&media_ids[]=1&media_ids[]=2" });
  expect([two.status, two.json.error]).toEqual([422, "Media 1, 2 not found or already attached to another post"]);
});

test("allowed_mentions ends a status that mentions anybody else", async () => {
  const instance = await start({ others: ["alice", "bob"] });
  const token = instance.createToken();
  const free = await post(instance, token, { status: "@alice" });
  const [{ id: alice }] = free.json.mentions;
  const told = await post(instance, token, { status: "@alice @bob", allowed_mentions: [alice] });
  expect(told.status).toBe(422);
  expect(told.json).toMatchObject({
    error: "Post would be sent to unexpected accounts",
    unexpected_accounts: [{ username: "bob" }],
  });
  expect((await post(instance, token, { status: "@alice", allowed_mentions: [alice] })).status).toBe(200);
  expect((await post(instance, token, { status: "@alice", allowed_mentions: [] })).status).toBe(422);
  expect(instance.published()).toHaveLength(2);
});

test.each([
  ["snac", 200, undefined],
  ["hollo", 500, ""],
  ["gotosocial", 404, '{"error":"Not Found: target status not found"}'],
] as const)("%s answers a reply to nothing with %i", async (name, status, body) => {
  const instance = await start({ profile: profiles[name] });
  const told = await post(instance, instance.createToken(), { status: "x", in_reply_to_id: "unknown" });
  expect(told.status).toBe(status);
  if (body === undefined) expect(told.json.in_reply_to_id).toBeNull();
  else expect(told.body).toBe(body);
});

test("links, tags and known mentions stand in the entity; unknown names do not", async () => {
  const instance = await start({ others: ["alice", "bob@example.social"] });
  const text = "Hi @Alice, @bob@example.social and @nobody & #Café #v2 #123 a#b\nhttps://www.example.com/x?a=1&b=2";
  const { json } = await post(instance, instance.createToken(), { status: text });
  expect(json.mentions.map(({ acct }: { acct: string }) => acct)).toEqual(["alice", "bob@example.social"]);
  expect(json.tags).toEqual([
    { name: "cafe", url: `${instance.origin}/tags/cafe` },
    { name: "v2", url: `${instance.origin}/tags/v2` },
  ]);
  expect(json.content).toContain("and @nobody &amp; ");
  expect(json.content).toContain(
    '<br /><a href="https://www.example.com/x?a=1&amp;b=2" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">https://www.</span><span class="">example.com/x?a=1&amp;b=2</span>',
  );
  expect(instance.published()[0]?.text).toContain("Hi @alice, ");
});

test.each(["a@alice", "=@alice", "/@alice", "@\u200Calice"])("%s mentions nobody", async (status) => {
  const instance = await start({ others: ["alice"] });
  expect((await post(instance, instance.createToken(), { status })).json.mentions).toEqual([]);
});

test.each(["@alice/pkg", "(@alice)", "x @alice.", "@alice@127.0.0.1"])("%s mentions alice", async (status) => {
  const instance = await start({ others: ["alice"] });
  const { json } = await post(instance, instance.createToken(), { status });
  expect(json.mentions).toMatchObject([{ username: "alice", acct: "alice", url: `${instance.origin}/@alice` }]);
});

test("before 4.6 the same key gives the first status again, whatever the text", async () => {
  const instance = await start({ profile: mastodon45 });
  const token = instance.createToken();
  const first = await post(instance, token, { status: "one" }, "k");
  const second = await post(instance, instance.createToken(), { status: "two" }, "k");
  expect(second.status).toBe(200);
  expect(second.json.id).toBe(first.json.id);
  expect(instance.published()).toHaveLength(1);
});

test("keys belong to one account, and a blank one is none", async () => {
  const instance = await start();
  await post(instance, instance.createToken(), { status: "one" }, "k");
  await post(instance, instance.createToken({ username: "alice" }), { status: "two" }, "k");
  expect(instance.published("alice")).toHaveLength(1);
  await post(instance, instance.createToken(), { status: "three" }, " ");
  await post(instance, instance.createToken(), { status: "four" }, " ");
  expect(instance.published()).toHaveLength(3);
});

test("a key lives one hour", async () => {
  let now = new Date("2026-03-01T00:00:00Z");
  const instance = await start({ now: () => now });
  const token = instance.createToken();
  await post(instance, token, { status: "x" }, "k");
  now = new Date("2026-03-01T00:59:59Z");
  expect((await post(instance, token, { status: "x" }, "k")).status).toBe(500);
  now = new Date("2026-03-01T01:00:00Z");
  expect((await post(instance, token, { status: "x" }, "k")).status).toBe(200);
  expect(instance.published()).toHaveLength(2);
});

test("a failure stores nothing under the key", async () => {
  const instance = await start();
  const token = instance.createToken();
  expect((await post(instance, token, { status: "" }, "k")).status).toBe(422);
  expect((await post(instance, token, { status: "better" }, "k")).status).toBe(200);
});

test("after deletion the key answers 404", async () => {
  const instance = await start();
  const token = instance.createToken();
  const { json } = await post(instance, token, { status: "x" }, "k");
  await ask(instance, `DELETE /api/v1/statuses/${json.id}`, { token });
  const told = await post(instance, token, { status: "x" }, "k");
  expect([told.status, told.json]).toEqual([404, { error: "Record not found" }]);
});

test("before 4.6 there is no lock: a repeat while the first still runs posts twice", async () => {
  const instance = await start({ profile: mastodon45 });
  const token = instance.createToken();
  instance.fault({ delay: 300 });
  const first = post(instance, token, { status: "x" }, "k");
  await expect.poll(() => instance.requests.length).toBe(1);
  const second = await post(instance, token, { status: "x" }, "k");
  expect((await first).json.id).not.toBe(second.json.id);
  expect(instance.published()).toHaveLength(2);
});

test("a profile may ignore the key", async () => {
  const instance = await start({ profile: { ...mastodon45, idempotency: { kind: "ignored" } } });
  const token = instance.createToken();
  await post(instance, token, { status: "x" }, "k");
  await post(instance, token, { status: "x" }, "k");
  expect(instance.published()).toHaveLength(2);
});

test.each(["#1_https://example.com", "a\n#1_https:// b"])("%j is a 422, and stored all the same", async (status) => {
  const instance = await start();
  const told = await post(instance, instance.createToken(), { status });
  const error = "Validation failed: Name is invalid, Display name is invalid";
  expect([told.status, told.json]).toEqual([422, { error }]);
  expect(instance.published()).toMatchObject([{ text: status }]);
});

test.each(["a\0b", `@a@${"b".repeat(64)}.example`])("%j is a 500, and not stored", async (status) => {
  const instance = await start();
  const told = await post(instance, instance.createToken(), { status });
  expect([told.status, told.json]).toEqual([500, { status: 500, error: "Internal Server Error" }]);
  expect(instance.published()).toEqual([]);
});

test("what a status replies to and what replies to it is its context", async () => {
  const instance = await start();
  const first = instance.publish("1");
  const second = instance.publish("2", { inReplyToId: first.id });
  const third = instance.publish("3", { inReplyToId: second.id });
  instance.publish("hidden", { inReplyToId: second.id, visibility: "private" });
  const { json } = await ask(instance, `GET /api/v1/statuses/${second.id}/context`);
  expect(json).toMatchObject({ ancestors: [{ id: first.id }], descendants: [{ id: third.id }] });
  expect(json.descendants).toHaveLength(1);
});

test("glitch-soc reads Markdown and HTML, for which a tag is no text", async () => {
  const instance = await start({ profile: profiles.glitch, account: { contentType: "text/markdown" } });
  const token = instance.createToken({ scopes: ["read", "write"] });
  const shown = async (more: object) => (await post(instance, token, { status: "*a* <T>", ...more })).json.content;
  expect(await shown({})).toBe("<p><em>a</em></p>");
  expect(await shown({ content_type: "text/html" })).toBe("*a* ");
  expect(await shown({ content_type: "text/plain" })).toBe("<p>*a* &lt;T&gt;</p>");
  const source = await ask(instance, `GET /api/v1/statuses/${instance.published()[1]?.id}/source`, { token });
  expect(source.json).toMatchObject({ text: "*a* <T>", content_type: "text/html" });
});

test("glitch-soc gives a warning alone a text", async () => {
  const instance = await start({ profile: profiles.glitch });
  const token = instance.createToken();
  const { json } = await upload(instance, token, png());
  const told = [{}, { media_ids: [json.id] }].map((more) => post(instance, token, { spoiler_text: "cw", ...more }));
  const shown = (await Promise.all(told)).map(({ json }) => [json.spoiler_text, json.content]);
  expect(shown).toEqual([
    ["cw", "<p>.</p>"],
    ["cw", "<p>🖼</p>"],
  ]);
});

test("a status can be read, by anybody if public; private, direct and missing ones are alike", async () => {
  const instance = await start({ others: ["alice"] });
  const open = instance.publish("open");
  const hidden = instance.publish("hidden", { visibility: "private" });
  const letter = instance.publish("@alice psst", { visibility: "direct" });
  expect((await ask(instance, `GET /api/v1/statuses/${open.id}`)).json).toMatchObject({ id: open.id });
  expect((await ask(instance, `GET /api/v1/statuses/${open.id}`)).json).not.toHaveProperty("favourited");
  for (const id of [hidden.id, letter.id, "1", "abc"]) {
    const told = await ask(instance, `GET /api/v1/statuses/${id}`);
    expect([told.status, told.json]).toEqual([404, { error: "Not Found" }]);
  }
  const reader = instance.createToken({ scopes: ["read"], username: "alice" });
  expect((await ask(instance, `GET /api/v1/statuses/${letter.id}`, { token: reader })).status).toBe(200);
  expect((await ask(instance, `GET /api/v1/statuses/${hidden.id}`, { token: reader })).status).toBe(404);
  const own = instance.createToken({ scopes: ["read:statuses"] });
  expect((await ask(instance, `GET /api/v1/statuses/${hidden.id}`, { token: own })).json.favourited).toBe(false);
});

test("source gives the plain text and needs read:statuses", async () => {
  const instance = await start();
  const { id } = instance.publish("a <b> & c", { spoilerText: "cw" });
  const token = instance.createToken({ scopes: ["read:statuses"] });
  const told = await ask(instance, `GET /api/v1/statuses/${id}/source`, { token });
  expect(told.json).toEqual({ id, text: "a <b> & c", spoiler_text: "cw" });
  const blind = await ask(instance, `GET /api/v1/statuses/${id}/source`, { token: instance.createToken() });
  expect(blind.status).toBe(403);
});

test("delete works on own statuses and answers with the plain text", async () => {
  const instance = await start();
  const token = instance.createToken();
  const own = instance.publish("a & b");
  const foreign = instance.publish("c", { username: "alice" });
  const told = await ask(instance, `DELETE /api/v1/statuses/${own.id}`, { token });
  expect(told.json).toMatchObject({ id: own.id, text: "a & b" });
  expect(told.json).not.toHaveProperty("content");
  expect((await ask(instance, `DELETE /api/v1/statuses/${own.id}`, { token })).status).toBe(404);
  expect((await ask(instance, `DELETE /api/v1/statuses/${foreign.id}`, { token })).status).toBe(404);
  expect(instance.published()).toEqual([]);
});

test("without delete_media the media can be attached anew; with it (4.4) they are gone", async () => {
  const instance = await start();
  const token = instance.createToken();
  const file = await upload(instance, token, png());
  const status = async () => (await post(instance, token, { media_ids: [file.json.id] })).json;
  const first = await status();
  const told = await ask(instance, `DELETE /api/v1/statuses/${first.id}`, { token });
  expect(told.json.media_attachments).toMatchObject([{ id: file.json.id }]);
  const second = await status();
  await ask(instance, `DELETE /api/v1/statuses/${second.id}?delete_media=true`, { token });
  expect(instance.media()).toEqual([]);
});
