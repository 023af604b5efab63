import { describe, expect, test } from "vitest";
import { ask, post, start, type Told } from "./ask.ts";
import { apiError } from "./faults.ts";
import { profiles } from "./profiles.ts";
import type { PracticeInstance } from "./server.ts";
import type { ServerName } from "./server-name.ts";

/** One deviation a test. */

const names = Object.keys(profiles) as ServerName[];
const form = (instance: PracticeInstance, token: string, parameters: Record<string, string>) =>
  ask(instance, "POST /api/v1/statuses", { token, form: parameters });
const said = ({ status, json }: Told) => [status, json?.error];

/** A status that this server takes, whatever it wants of one. */
async function posted(instance: PracticeInstance, status: string): Promise<Told> {
  const target = instance.publish("target").id;
  return post(instance, instance.createToken(), { status, in_reply_to_id: target });
}

describe.each(names)("%s", (name) => {
  test("posts, says whose token it is, and shows the status", async () => {
    const instance = await start({ profile: profiles[name] });
    const told = await posted(instance, "Hello");
    expect([told.status, told.json?.account.username]).toEqual([200, "poster"]);
    expect(instance.published().at(-1)?.text).toBe("Hello");
    const token = instance.createToken();
    const account = await ask(instance, "GET /api/v1/accounts/verify_credentials", { token });
    expect([account.status, account.json?.username]).toEqual([200, "poster"]);
    const shown = await ask(instance, `GET /api/v1/statuses/${told.json.id}`, {
      token: instance.createToken({ scopes: ["read"] }),
    });
    expect(shown.json?.uri).toBe(told.json.uri);
  });

  test("its list is newest first, and what is newer has the greater id", async () => {
    const instance = await start({ profile: profiles[name], now: () => new Date("2026-03-01T12:00:00Z") });
    const ids = ["one", "two", "three"].map((text) => instance.publish(text, { visibility: "public" }).id);
    const account = (await posted(instance, "four")).json.account.id;
    const { json } = await ask(instance, `GET /api/v1/accounts/${account}/statuses`, {
      token: instance.createToken({ scopes: ["read"] }),
    });
    const listed = (json as { id: string }[]).map(({ id }) => id).filter((id) => ids.includes(id));
    expect(listed).toEqual(ids.toReversed());
  });
});

describe("instance documents", () => {
  async function documents(name: ServerName) {
    const instance = await start({ profile: profiles[name] });
    const [v1, v2] = await Promise.all([ask(instance, "GET /api/v1/instance"), ask(instance, "GET /api/v2/instance")]);
    return { instance, v1, v2 };
  }

  test.each([
    ["mastodon42", "4.2.0", undefined],
    ["mastodon43", "4.3.23", { mastodon: 2 }],
    ["mastodon45", "4.5.15", { mastodon: 7 }],
    ["mastodon46", "4.6.5", { mastodon: 11 }],
    ["glitch", "4.6.5+glitch", { mastodon: 11, glitch: 1 }],
    ["gotosocial", "0.20.0-git57cb4fe+git-57cb4fe", undefined],
    ["hollo", "0.10.0", { mastodon: 7 }],
    ["pixelfed", "3.5.3 (compatible; Pixelfed 0.11.13)", undefined],
  ] as const)("%s says version %s and api_versions %o", async (name, version, apiVersions) => {
    const { v2 } = await documents(name);
    expect([v2.json.version, v2.json.api_versions]).toEqual([version, apiVersions]);
  });

  test.each([
    ["gotosocial", 5000, 25, 6],
    ["hollo", 10_000, 256, 8],
    ["pixelfed", 500, 23, 4],
    ["mastodon46", 500, 23, 4],
  ] as const)("%s announces %i characters, %i for a URL, %i attachments", async (name, characters, url, media) => {
    const { v1, v2 } = await documents(name);
    for (const { json } of [v1, v2]) {
      expect(json.configuration.statuses).toEqual({
        max_characters: characters,
        characters_reserved_per_url: url,
        max_media_attachments: media,
      });
    }
  });

  test("snac has only v1, with its own numbers", async () => {
    const { v1, v2 } = await documents("snac");
    expect(v1.json.version).toBe("4.0.0 (not true; really snac/2.94)");
    expect(v1.json.configuration.statuses).toMatchObject({
      max_characters: 100_000,
      characters_reserved_per_url: 32,
    });
    expect([v2.status, v2.body]).toEqual([404, "<h1>404 Not Found (snac/2.94)</h1>"]);
    expect(v2.headers.get("content-type")).toContain("text/html");
  });

  test("Akkoma has only v1, without configuration", async () => {
    const { v1, v2 } = await documents("akkoma");
    expect(v2.status).toBe(404);
    expect(v1.json.configuration).toBeUndefined();
    expect(v1.json).toMatchObject({ max_toot_chars: 5000, description_limit: 5000, poll_limits: { max_options: 4 } });
    expect(v1.json.upload_limit).toBeGreaterThan(0);
  });

  test("GoToSocial has max_toot_chars too in v1, and no limit of the matrix", async () => {
    const { v1, v2 } = await documents("gotosocial");
    expect([v1.json.max_toot_chars, v2.json.max_toot_chars]).toEqual([5000, undefined]);
    expect(v2.json.configuration.media_attachments.image_matrix_limit).toBe(2_147_483_647);
  });

  test.each([
    ["mastodon42", undefined],
    ["mastodon43", undefined],
    ["mastodon45", 1500],
    ["mastodon46", 10_000],
  ] as const)("%s announces a description of %o characters", async (name, limit) => {
    const { v2 } = await documents(name);
    expect(v2.json.configuration.media_attachments.description_limit).toBe(limit);
  });

  test.each([
    ["mastodon42", undefined],
    ["mastodon43", 5],
  ] as const)("%s announces %o pinned statuses", async (name, limit) => {
    const { v2 } = await documents(name);
    expect(v2.json.configuration.accounts.max_pinned_statuses).toBe(limit);
  });

  test.each([
    ["mastodon43", null],
    ["mastodon45", "@1668384000"],
    ["gotosocial", null],
  ] as const)("%s says of v1 Deprecation: %o", async (name, deprecation) => {
    const { v1 } = await documents(name);
    expect(v1.headers.get("deprecation")).toBe(deprecation);
  });

  test("the option length of Pixelfed's polls is 0", async () => {
    const { v2 } = await documents("pixelfed");
    expect(v2.json.configuration.polls.max_characters_per_option).toBe(0);
  });

  test.each([
    ["mastodon42", "mastodon", "4.2.0"],
    ["gotosocial", "gotosocial", "0.20.0-git57cb4fe+git-57cb4fe"],
    ["hollo", "hollo", "0.10.0"],
    ["snac", "snac", "2.94"],
    ["akkoma", "akkoma", "3.16.0"],
    ["pixelfed", "pixelfed", "0.11.13"],
  ] as const)("nodeinfo of %s names %s %s", async (name, software, version) => {
    const instance = await start({ profile: profiles[name] });
    const { json } = await ask(instance, "GET /nodeinfo/2.0");
    expect(json.software).toEqual({ name: software, version });
  });

  test.each([
    ["mastodon42", 404],
    ["mastodon43", 200],
  ] as const)("host-meta.json of %s is a %i", async (name, status) => {
    const instance = await start({ profile: profiles[name] });
    expect((await ask(instance, "GET /.well-known/host-meta.json")).status).toBe(status);
    expect((await ask(instance, "GET /.well-known/host-meta")).status).toBe(200);
  });
});

describe("ids and addresses", () => {
  test.each([
    ["mastodon43", /^\d{18}$/, "/users/poster/statuses/ID", "/@poster/ID"],
    ["mastodon45", /^\d{18}$/, /\/ap\/users\/\d{18}\/statuses\/\d{18}$/, "/@poster/ID"],
    ["pixelfed", /^\d{18}$/, "/p/poster/ID", "/p/poster/ID"],
    ["gotosocial", /^[0-9A-HJKMNP-TV-Z]{26}$/, "/users/poster/statuses/ID", "/@poster/statuses/ID"],
    ["hollo", /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, "/@poster/ID", "/@poster/ID"],
    ["akkoma", /^[0-9A-Za-z]{18}$/, /\/objects\/[0-9a-f-]{36}$/, "/notice/ID"],
    ["snac", /^\d{10}[0-9a-f]{32}$/, /\/poster\/p\/\d{10}\.\d{6}$/, /\/poster\/p\/\d{10}\.\d{6}$/],
  ] as const)("%s", async (name, id, uri, url) => {
    const instance = await start({ profile: profiles[name] });
    const { json } = await posted(instance, "Hello");
    expect(json.id).toMatch(id);
    for (const [address, shape] of [
      [json.uri, uri],
      [json.url, url],
    ]) {
      if (typeof shape === "string") expect(address).toBe(instance.origin + shape.replace("ID", json.id));
      else expect(address).toMatch(shape);
    }
  });
});

describe("content", () => {
  const text = `One https://www.example.com/${"a".repeat(30)} #tag\nTwo **loud**\n\n- item`;

  test.each([
    [
      "mastodon45",
      `<span class="invisible">https://www.</span><span class="ellipsis">example.com/${"a".repeat(18)}</span><span class="invisible">${"a".repeat(12)}</span></a>`,
    ],
    ["gotosocial", `target="_blank">https://www.example.com/${"a".repeat(30)}</a>`],
    ["hollo", `<a href="https://www.example.com/${"a".repeat(30)}">https://www.example.com/${"a".repeat(30)}</a>`],
    ["akkoma", `rel="ugc">https://www.example.com/${"a".repeat(30)}</a>`],
  ] as const)("how %s shows a link", async (name, html) => {
    const { json } = await posted(await start({ profile: profiles[name] }), text);
    expect(json.content).toContain(html);
  });

  test.each([
    ["mastodon45", "<br />Two **loud**</p><p>- item</p>"],
    ["gotosocial", "<br>Two **loud**</p><p>- item</p>"],
    ["hollo", "<br>Two <strong>loud</strong></p><ul><li>item</li></ul>"],
    ["snac", "<br>Two <strong>loud</strong></p><ul><li>item</li></ul>"],
    ["akkoma", "<br/>Two **loud**<br/><br/>- item"],
    ["pixelfed", "<br />\nTwo **loud**<br />\n<br />\n- item"],
  ] as const)("what %s makes of line breaks and Markdown", async (name, end) => {
    const { json } = await posted(await start({ profile: profiles[name] }), text);
    expect(json.content.endsWith(end), json.content).toBe(true);
  });

  test("Akkoma has no paragraphs", async () => {
    const { json } = await posted(await start({ profile: profiles.akkoma }), text);
    expect(json.content).not.toContain("<p>");
  });

  test.each(["mastodon45", "gotosocial", "hollo", "snac", "akkoma"] as const)("%s escapes HTML", async (name) => {
    const { json } = await posted(await start({ profile: profiles[name] }), '<b a="1">&');
    expect(json.content).toContain("&lt;b a=&quot;1&quot;&gt;&amp;");
  });

  test("Pixelfed takes tags out", async () => {
    const instance = await start({ profile: profiles.pixelfed });
    await posted(instance, "a <b>c</b>");
    expect(instance.published().at(-1)?.text).toBe("a c");
  });
});

describe("length", () => {
  const url = `https://example.com/${"x".repeat(80)}`;

  test.each([
    ["mastodon45", 3, `aa ${url}`, 422, "Validation failed: Text character limit of 3 exceeded"],
    ["mastodon45", 26, `aa ${url}`, 200, undefined],
    ["gotosocial", 100, `a ${url}`, 400, "Bad Request: text with spoiler exceed max chars (100)"],
    ["gotosocial", 6, "👨‍👩‍👧‍👦", 400, "Bad Request: text with spoiler exceed max chars (6)"],
    ["gotosocial", 7, "👨‍👩‍👧‍👦", 200, undefined],
    ["akkoma", 100, `a ${url}`, 422, "The status is over the character limit"],
    ["akkoma", 1, "👨‍👩‍👧‍👦", 200, undefined],
    ["hollo", 3, "four", 200, undefined],
    ["snac", 3, "four", 200, undefined],
  ] as const)("%s, limit %i, %o: %i", async (name, maxCharacters, status, code, error) => {
    const instance = await start({ profile: profiles[name], maxCharacters });
    expect(said(await post(instance, instance.createToken(), { status }))).toEqual([code, error]);
  });

  test.each([
    ["gotosocial", 400],
    ["akkoma", 422],
  ] as const)("%s counts the spoiler as well: %i", async (name, code) => {
    const instance = await start({ profile: profiles[name], maxCharacters: 3 });
    const told = await post(instance, instance.createToken(), { status: "ab", spoiler_text: "cd" });
    expect(told.status).toBe(code);
  });

  test("Pixelfed does not count the spoiler, and refuses a long text with its code for crashes", async () => {
    const instance = await start({ profile: profiles.pixelfed, maxCharacters: 3 });
    const in_reply_to_id = instance.publish("target").id;
    const token = instance.createToken();
    const parameters = { in_reply_to_id, status: "abc", spoiler_text: "d".repeat(140), sensitive: true };
    expect((await post(instance, token, parameters)).status).toBe(200);
    const told = await post(instance, token, { ...parameters, status: "abcd" });
    expect([told.status, told.json.errors]).toEqual([
      500,
      { status: ["The status may not be greater than 3 characters."] },
    ]);
    const spoiler = { ...parameters, spoiler_text: "d".repeat(141) };
    expect((await post(instance, token, spoiler)).status).toBe(500);
    expect((await post(instance, token, { ...spoiler, sensitive: false })).status).toBe(200);
  });
});

describe("what is refused", () => {
  test.each([
    ["mastodon45", 422, "Validation failed: Text can't be blank"],
    ["gotosocial", 400, "Bad Request: status contains no text, media or poll"],
    ["hollo", 200, undefined],
    ["snac", 200, undefined],
    ["akkoma", 422, "Cannot post an empty status without attachments"],
    ["pixelfed", 403, "Empty statuses are not allowed"],
  ] as const)("a post of nothing on %s: %i", async (name, status, error) => {
    const instance = await start({ profile: profiles[name] });
    expect(said(await post(instance, instance.createToken(), {}))).toEqual([status, error]);
    expect(instance.published()).toHaveLength(status === 200 ? 1 : 0);
  });

  test("Pixelfed refuses a text alone", async () => {
    const instance = await start({ profile: profiles.pixelfed });
    const told = await post(instance, instance.createToken(), { status: "Hello" });
    expect(said(told)).toEqual([403, "Empty statuses are not allowed"]);
  });

  test.each([
    ["mastodon45", 400, '{"status":400,"error":"Bad Request"}'],
    ["gotosocial", 400, '{"error":"Bad Request: unexpected EOF"}'],
    ["hollo", 500, ""],
  ] as const)("malformed JSON on %s: %i %s", async (name, status, body) => {
    const instance = await start({ profile: profiles[name] });
    const headers = { "content-type": "application/json" };
    const told = await ask(instance, "POST /api/v1/statuses", {
      token: instance.createToken(),
      headers,
      body: '{"status":',
    });
    expect([told.status, told.body]).toEqual([status, body]);
  });

  test("malformed JSON on snac posts an empty status", async () => {
    const instance = await start({ profile: profiles.snac });
    const headers = { "content-type": "application/json" };
    const token = instance.createToken();
    expect((await ask(instance, "POST /api/v1/statuses", { token, headers, body: "{" })).status).toBe(200);
    expect(instance.published().map(({ text }) => text)).toEqual([""]);
  });

  test.each([
    ["mastodon45", 422, "Validation failed: Visibility is not included in the list"],
    ["gotosocial", 422, "Unprocessable Entity: processVisibility: invalid visibility"],
    ["hollo", 422, "invalid_request"],
  ] as const)("an unknown visibility on %s: %i %s", async (name, status, error) => {
    const instance = await start({ profile: profiles[name] });
    const told = await post(instance, instance.createToken(), { status: "x", visibility: "bogus" });
    expect(said(told)).toEqual([status, error]);
  });

  test("an unknown visibility on snac becomes direct", async () => {
    const instance = await start({ profile: profiles.snac });
    await post(instance, instance.createToken(), { status: "x", visibility: "bogus" });
    expect(instance.published()[0]?.visibility).toBe("direct");
  });

  test("Hollo's schema errors say what is wrong in zod_error", async () => {
    const instance = await start({ profile: profiles.hollo });
    const { json } = await post(instance, instance.createToken(), { status: "x", visibility: "bogus" });
    expect(json.zod_error.message).toContain("visibility");
  });

  test.each([
    ["mastodon45", 200],
    ["gotosocial", 200],
    ["hollo", 422],
    ["snac", 200],
  ] as const)("sensitive=true in a form on %s: %i", async (name, status) => {
    const instance = await start({ profile: profiles[name] });
    const told = await form(instance, instance.createToken(), { status: "x", sensitive: "true" });
    expect(told.status).toBe(status);
    if (status === 422) expect(told.body).toContain("expected boolean, received string");
  });

  test("the default visibility of GoToSocial is unlisted", async () => {
    const instance = await start({ profile: profiles.gotosocial });
    const { json } = await post(instance, instance.createToken(), { status: "x" });
    expect(json.visibility).toBe("unlisted");
  });

  test.each([
    ["mastodon45", "x", 200, "en"],
    ["mastodon45", "pt-BR", 200, "pt"],
    ["gotosocial", "x", 400, "Bad Request: invalid language tag: language: tag is not well-formed"],
    ["gotosocial", "pt-BR", 200, "pt-BR"],
    ["hollo", "x", 422, "invalid_request"],
    ["hollo", "pt-BR", 200, "pt-BR"],
  ] as const)("%s, language %s: %i %s", async (name, language, status, outcome) => {
    const instance = await start({ profile: profiles[name] });
    const told = await post(instance, instance.createToken(), { status: "text", language });
    expect([told.status, told.json.language ?? told.json.error]).toEqual([status, outcome]);
  });

  test("GoToSocial answers 418 to a request without User-Agent, others do not mind", async () => {
    for (const [name, status] of [
      ["gotosocial", 418],
      ["mastodon45", 200],
    ] as const) {
      const instance = await start({ profile: profiles[name] });
      const told = await instance.exchange({
        method: "GET",
        path: "/api/v2/instance",
        headers: {},
        body: Buffer.alloc(0),
      });
      expect(told).toMatchObject({ answer: { status } });
    }
  });

  test("GoToSocial answers 406 to a body of another type", async () => {
    const instance = await start({ profile: profiles.gotosocial });
    const told = await ask(instance, "POST /api/v1/statuses", {
      token: instance.createToken(),
      headers: { "content-type": "text/plain" },
      body: "status=x",
    });
    expect(told.status).toBe(406);
  });
});

describe("tokens", () => {
  test.each([
    ["mastodon45", 401, "The access token is invalid", "The access token is invalid"],
    ["gotosocial", 401, "Unauthorized: token not supplied", "Unauthorized: token not supplied"],
    ["hollo", 401, "unauthorized", "invalid_token"],
    ["akkoma", 403, "Invalid credentials.", "Invalid credentials."],
  ] as const)("none and a wrong one on %s: %i", async (name, status, none, wrong) => {
    const instance = await start({ profile: profiles[name] });
    expect(said(await ask(instance, "POST /api/v1/statuses", { json: { status: "x" } }))).toEqual([status, none]);
    expect(said(await post(instance, "wrong", { status: "x" }))).toEqual([status, wrong]);
  });

  test("snac answers 401 with an empty page, and 422 where one asks whose token it is", async () => {
    const instance = await start({ profile: profiles.snac });
    for (const question of [{}, { token: "wrong" }]) {
      const told = await ask(instance, "POST /api/v1/statuses", { ...question, json: { status: "x" } });
      expect([told.status, told.body, told.headers.get("content-type")]).toEqual([401, "", "text/html; charset=utf-8"]);
      const whose = await ask(instance, "GET /api/v1/accounts/verify_credentials", question);
      expect([whose.status, whose.body]).toEqual([422, ""]);
    }
  });

  test.each([
    ["mastodon45", 200],
    ["hollo", 200],
    ["gotosocial", 401],
    ["snac", 422],
  ] as const)("bearer with a small b on %s: %i", async (name, status) => {
    const instance = await start({ profile: profiles[name] });
    const headers = { authorization: `bearer ${instance.createToken()}` };
    const told = await ask(instance, "POST /api/v1/statuses", { headers, json: { status: "x" } });
    expect(told.status).toBe(status);
  });

  test.each([
    ["mastodon45", 403, "This action is outside the authorized scopes"],
    ["gotosocial", 403, "Forbidden: token has insufficient scope permission"],
    ["hollo", 403, "insufficient_scope"],
    ["akkoma", 403, "Insufficient permissions: write:statuses."],
    ["snac", 200, undefined],
  ] as const)("a scope too small on %s: %i", async (name, status, error) => {
    const instance = await start({ profile: profiles[name] });
    const told = await post(instance, instance.createToken({ scopes: ["read"] }), { status: "x" });
    expect(said(told)).toEqual([status, error]);
  });

  test.each([
    ["mastodon45", null],
    ["mastodon46", "requires scope _write write:statuses_."],
  ] as const)("whether a 403 of %s names the scopes", async (name, part) => {
    const instance = await start({ profile: profiles[name] });
    const { headers } = await post(instance, instance.createToken({ scopes: ["read"] }), { status: "x" });
    if (part === null) expect(headers.get("www-authenticate")).toBeNull();
    else expect(headers.get("www-authenticate")).toContain(part);
  });

  test.each([
    ["mastodon42", ["profile"], 403],
    ["mastodon42", ["read:accounts"], 200],
    ["mastodon43", ["profile"], 200],
    ["akkoma", ["profile"], 403],
    ["akkoma", ["read"], 200],
    ["akkoma", ["read:accounts"], 200],
    ["pixelfed", ["profile"], 403],
    ["pixelfed", ["read:accounts"], 403],
    ["pixelfed", ["read"], 200],
    ["hollo", ["profile"], 200],
    ["gotosocial", ["profile"], 200],
  ] as const)("on %s %o may ask whose token it is: %i", async (name, scopes, status) => {
    const instance = await start({ profile: profiles[name] });
    const token = instance.createToken({ scopes: [...scopes] });
    expect((await ask(instance, "GET /api/v1/accounts/verify_credentials", { token })).status).toBe(status);
  });

  test.each([
    ["mastodon45", 200],
    ["akkoma", 200],
    ["snac", 200],
    ["gotosocial", 401],
    ["hollo", 401],
  ] as const)("an account's list without a token on %s: %i", async (name, status) => {
    const instance = await start({ profile: profiles[name] });
    const { id } = (await posted(instance, "x")).json.account;
    expect((await ask(instance, `GET /api/v1/accounts/${id}/statuses`)).status).toBe(status);
  });

  test("snac's list holds what is public, whoever asks, in pages without a Link header", async () => {
    const instance = await start({ profile: profiles.snac });
    const visibilities = ["public", "private", "unlisted", "direct", "public"] as const;
    const ids = visibilities.map((visibility) => instance.publish("x", { visibility }).id);
    const token = instance.createToken();
    const { id } = (await ask(instance, "GET /api/v1/accounts/verify_credentials", { token })).json;
    const list = async (query: string) => {
      const told = await ask(instance, `GET /api/v1/accounts/${id}/statuses${query}`, { token });
      expect(told.headers.get("link")).toBeNull();
      return (told.json as { id: string }[]).map((status) => ids.indexOf(status.id));
    };
    expect(await list("")).toEqual([4, 2, 0]);
    expect(await list("?limit=1")).toEqual([4]);
    expect(await list(`?limit=1&max_id=${ids[4]}`)).toEqual([2]);
    // Only an id that is in the list is a bound.
    expect(await list(`?max_id=${ids[3]}`)).toEqual([]);
    expect(await list(`?min_id=${ids[4]}`)).toEqual([4, 2, 0]);
  });

  test.each(["mastodon45", "gotosocial", "hollo", "akkoma", "pixelfed"] as const)("%s has pages", async (name) => {
    const instance = await start({ profile: profiles[name] });
    const ids = ["one", "two", "three"].map((text) => instance.publish(text, { visibility: "public" }).id);
    const token = instance.createToken({ scopes: ["read"] });
    const { id } = (await ask(instance, "GET /api/v1/accounts/verify_credentials", { token })).json;
    const told = await ask(instance, `GET /api/v1/accounts/${id}/statuses?limit=1&max_id=${ids[2]}`, { token });
    expect((told.json as { id: string }[]).map((status) => status.id)).toEqual([ids[1]]);
    expect(told.headers.get("link")).toContain(`max_id=${ids[1]}>; rel="next"`);
  });
});

describe("rate limits", () => {
  const now = () => new Date("2026-03-01T12:00:01.234Z");
  const limitOf = ({ headers }: Told) =>
    ["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`));

  test("GoToSocial counts by address and resets with milliseconds", async () => {
    const instance = await start({ profile: profiles.gotosocial, now });
    await post(instance, instance.createToken(), { status: "x" });
    const told = await post(instance, instance.createToken({ username: "other" }), { status: "x" });
    expect(limitOf(told)).toEqual(["300", "298", "2026-03-01T12:05:00.234Z"]);
  });

  test("GoToSocial's 429 has a reset and no Retry-After", async () => {
    const { rateLimits, ...others } = profiles.gotosocial;
    const profile = { ...others, rateLimits: { ...rateLimits!, perAddress: { limit: 0, seconds: 300 } } };
    const told = await ask(await start({ profile, now }), "GET /api/v2/instance");
    expect(said(told)).toEqual([429, "rate limit reached"]);
    expect(told.headers.get("x-ratelimit-reset")).toBe("2026-03-01T12:05:00.234Z");
    expect(told.headers.get("retry-after")).toBeNull();
  });

  test("Akkoma takes 15 posts in 10 seconds and sends no headers", async () => {
    let time = now();
    const instance = await start({ profile: profiles.akkoma, now: () => time });
    const token = instance.createToken();
    for (let count = 0; count < 15; count += 1) {
      const told = await post(instance, token, { status: "x" });
      expect([told.status, ...limitOf(told)]).toEqual([200, null, null, null]);
    }
    const told = await post(instance, token, { status: "x" });
    expect([...said(told), ...limitOf(told)]).toEqual([429, "Throttled", null, null, null]);
    time = new Date(time.getTime() + 10_000);
    expect((await post(instance, token, { status: "x" })).status).toBe(200);
  });

  test.each(["hollo", "snac"] as const)("%s limits nothing", async (name) => {
    const instance = await start({ profile: profiles[name] });
    expect(limitOf(await post(instance, instance.createToken(), { status: "x" }))).toEqual([null, null, null]);
  });

  test("Pixelfed takes 1000 posts and 1250 uploads a day", () => {
    expect(profiles.pixelfed.rateLimits).toMatchObject({
      posts: { limit: 1000, seconds: 86_400 },
      media: { limit: 1250, seconds: 86_400 },
    });
  });

  test("Mastodon takes 30 uploads in 30 minutes", async () => {
    const instance = await start({ profile: profiles.mastodon45, now });
    const token = instance.createToken();
    let told = await ask(instance, "POST /api/v2/media", { token, form: {} });
    expect(limitOf(told)[0]).toBe("30");
    for (let count = 1; count < 30; count += 1) {
      told = await ask(instance, "POST /api/v2/media", { token, form: {} });
      expect(told.status).not.toBe(429);
    }
    told = await ask(instance, "POST /api/v1/media", { token, form: {} });
    expect(said(told)).toEqual([429, "Too many requests"]);
  });
});

test("a path that nobody serves", async () => {
  const errors = { mastodon45: "Not Found", akkoma: "Not implemented", gotosocial: "Not Found" } as const;
  for (const [name, error] of Object.entries(errors)) {
    const instance = await start({ profile: profiles[name as ServerName] });
    expect(said(await ask(instance, "GET /api/v9/nothing"))).toEqual([404, error]);
  }
});

test("a fault's answer is not bent by the profile", async () => {
  const instance = await start({ profile: profiles.snac });
  instance.fault({ answer: apiError(404, "as it stands") });
  expect(said(await ask(instance, "GET /"))).toEqual([404, "as it stands"]);
});
