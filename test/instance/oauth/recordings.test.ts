import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lines } from "../../recordings/lines.ts";
import type { Answer } from "../call.ts";
import { createComparison } from "../differences.ts";
import { type Profile, profiles } from "../profiles.ts";
import { createInstance, type PracticeInstance } from "../server.ts";
import { outOfBand } from "./redirect-uris.ts";

// Every request about applications, authorization and tokens that was recorded on four real servers, sent to the practice
// instance: its answers are theirs. Of a page, which the practice instance words and builds in its own way, it is the
// status, the headers and the sentence of an error.

interface Recorded {
  /** The servers that answered so. */
  on: string[];
  what: string;
  request: { method: string; path: string; headers?: Record<string, string>; form?: string; json?: unknown };
  answer: { status: number; headers: Record<string, string>; body: unknown };
}

const recorded = lines<Recorded>("oauth");

const servers: [name: string, profile: Profile][] = [
  ["mastodon-4.6.5", profiles.mastodon46],
  ["mastodon-4.5.15", profiles.mastodon45],
  ["mastodon-4.3.23", profiles.mastodon43],
  ["glitch-4.6.5", profiles.glitch],
];

/** What stands for CLIENT_ID, SECRET and so on in a request. */
type Values = Record<string, string>;

const usual = "profile write:statuses write:media";
const verifier = "v".repeat(43);
const challenge = createHash("sha256").update(verifier).digest("base64url");
const unused = "x".repeat(43);
const loopback = "http://127.0.0.1:40123/callback";

/** The practice instance, a browser in which poster is logged in, and what it takes to come to a token. */
async function setStage(profile: Profile) {
  let moment = Date.parse("2026-11-29T18:19:00Z");
  const now = () => new Date(moment);
  const account = { password: "PASSWORD", displayName: "" };
  const instance = createInstance("https://server.example", { profile, account, others: ["alice", "bob"], now });
  const made = new Map<string, Promise<Values>>();
  let cookie = "";

  async function send(method: string, path: string, headers: Record<string, string>, body = ""): Promise<Answer> {
    const exchange = await instance.exchange({ method, path, headers, body: Buffer.from(body) });
    if (!("answer" in exchange)) throw new Error("There is no answer");
    return exchange.answer;
  }
  const form = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  const post = async (path: string, fields: Values, headers: Record<string, string> = {}) =>
    send("POST", path, { ...form, ...headers }, new URLSearchParams(fields).toString());

  async function application(redirectUri = outOfBand, scopes = usual): Promise<Values> {
    instance.forgetRequests();
    const answer = await post("/api/v1/apps", { client_name: "study", redirect_uris: redirectUri, scopes });
    const { client_id, client_secret } = JSON.parse(answer.body);
    return { CLIENT_ID: client_id, SECRET: client_secret };
  }
  async function signIn(): Promise<void> {
    const { headers } = await post("/auth/sign_in", { username: "poster", password: "PASSWORD" });
    cookie = headers["set-cookie"]!.split(";")[0]!;
  }
  async function code(client: Values, redirectUri = outOfBand, scope = usual, more: Values = {}): Promise<Values> {
    await signIn();
    const asked = { response_type: "code", client_id: client.CLIENT_ID!, redirect_uri: redirectUri, scope, ...more };
    const { headers, body } = await post("/oauth/authorize", asked, { cookie });
    const shown = /[?&]code=([\w-]{43})/.exec(headers.location ?? "")?.[1];
    if (shown === undefined) throw new Error(`There is no code for ${redirectUri}: ${body}`);
    return { ...client, CODE: shown, VERIFIER: verifier };
  }
  async function token(scopes = usual, client?: Values): Promise<Values> {
    const values = await code(client ?? (await application(outOfBand, scopes)), outOfBand, scopes);
    const fields = { grant_type: "authorization_code", code: values.CODE!, redirect_uri: outOfBand };
    const answer = await post("/oauth/token", {
      ...fields,
      client_id: values.CLIENT_ID!,
      client_secret: values.SECRET!,
    });
    return { ...values, TOKEN: JSON.parse(answer.body).access_token };
  }
  async function applicationToken(scope: string, client: Values): Promise<Values> {
    const fields = { grant_type: "client_credentials", scope };
    const answer = await post("/oauth/token", {
      ...fields,
      client_id: client.CLIENT_ID!,
      client_secret: client.SECRET!,
    });
    return { ...client, TOKEN: JSON.parse(answer.body).access_token };
  }
  await signIn();
  return {
    instance,
    send,
    application,
    code,
    token,
    applicationToken,
    cookie: () => cookie,
    wait: (minutes: number) => {
      moment += minutes * 60_000;
    },
    /** The same for all requests that name it. */
    once(name: string, make: () => Promise<Values>): Promise<Values> {
      const known = made.get(name) ?? make();
      made.set(name, known);
      return known;
    },
  };
}

type Stage = Awaited<ReturnType<typeof setStage>>;

const tokens: Record<string, Parameters<PracticeInstance["createToken"]>[0]> = {
  token: { scopes: ["profile", "write:statuses", "write:media", "read:statuses", "write:accounts"] },
  full: { scopes: ["read", "write"] },
  narrow: { scopes: ["profile", "write:statuses", "write:media"] },
  narrower: { scopes: ["write:statuses", "write:media"] },
  readonly: { scopes: ["read"] },
  other: { scopes: ["read", "write"] },
  alice: { scopes: ["read", "write"], username: "alice" },
  revoked: { scopes: ["read", "write"], state: "revoked" },
};

/** What the server was like at each request; the first that fits holds. */
const situations: [what: RegExp, make: (stage: Stage, named: string) => Promise<Values> | Values][] = [
  [
    /^apps: 5\./,
    async (stage) => {
      stage.instance.forgetRequests();
      const client = await stage.application();
      for (let count = 0; count < 3; count += 1) {
        const fields = "client_name=x&redirect_uris=nonsense";
        await stage.send("POST", "/api/v1/apps", { "content-type": "application/x-www-form-urlencoded" }, fields);
      }
      return client;
    },
  ],
  [/^apps: [67]\./, () => ({})],
  [
    /^(?:metadata|apps:)/,
    ({ instance }) => {
      instance.forgetRequests();
      return {};
    },
  ],
  [
    /(?:token|info|introspect): token (\w+)$|^probe .*, token (\w+)$/,
    ({ instance }, named) => ({
      TOKEN: instance.createToken(tokens[named]),
    }),
  ],
  [/^token\/info: token in the query/, ({ instance }) => ({ TOKEN: instance.createToken(tokens.narrower) })],
  [
    /^token\/info: client credentials token$/,
    async (stage) => stage.applicationToken("write:statuses", await stage.application()),
  ],
  [
    /^(?:token\/info: client credentials token, no scope|client credentials token with read)/,
    async (stage) => stage.applicationToken("", await stage.application(outOfBand, "read")),
  ],
  [/^app token/, async (stage) => stage.applicationToken("write:statuses", await pasted(stage))],
  [
    /^token: password grant, right, account with two-factor/,
    async (stage) => stage.application(outOfBand, "write:statuses"),
  ],
  [
    /^token: code of another application/,
    async (stage) => {
      const { CODE } = await stage.code(await stage.application());
      return { ...(await stage.application()), CODE: CODE!, VERIFIER: verifier };
    },
  ],
  [
    /^token: client in/,
    (stage) => stage.once("client in", async () => stage.code(await pasted(stage), outOfBand, usual, pkce)),
  ],
  [
    /^token: code of (\w+) minutes ago/,
    async (stage, named) => {
      const values = await stage.code(
        await stage.application(outOfBand, "write:statuses"),
        outOfBand,
        "write:statuses",
      );
      stage.wait(named === "nine" ? 9 : 11);
      return values;
    },
  ],
  [
    /^token: loopback: /,
    (stage) => stage.once("loopback code", async () => stage.code(await onLoopback(stage), loopback, usual, pkce)),
  ],
  [
    /^token: loopback (?:registered|asked)/,
    async (stage) =>
      stage.code(await stage.application("http://127.0.0.1/callback", "write:statuses"), loopback, "write:statuses"),
  ],
  [
    /^(?:authorize: )?registered http:\/\/\[::1\]|^authorize: registered http:\/\/\[/,
    (stage) => stage.once("v6", () => stage.application("http://[::1]/callback")),
  ],
  [/^authorize: registered http:\/\/localhost/, (stage) => stage.application("http://localhost/callback")],
  [
    /^authorize: registered with port/,
    (stage) => stage.once("port", () => stage.application("http://127.0.0.1:40000/callback")),
  ],
  [/^authorize: (?:registered http:\/\/127|loopback)/, (stage) => onLoopback(stage)],
  [/^authorize: application read write profile/, (stage) => stage.application(outOfBand, "read write profile")],
  [
    /^authorize: a subset|^authorize, OOB/,
    (stage, named) => stage.once(`subset ${named}`, () => stage.application(outOfBand, `${usual} read:statuses`)),
  ],
  [
    /^token: without PKCE, subset/,
    async (stage) =>
      stage.code(await stage.application(outOfBand, `${usual} read:statuses`), outOfBand, "write:statuses"),
  ],
  [
    /application has more scopes|^introspect: live token, its own|^POST status with/,
    async (stage) => stage.token("write:statuses", await stage.application(outOfBand, `${usual} read:statuses`)),
  ],
  [
    /^revoke: client of another|^introspect: live token, client of another/,
    async (stage) => {
      const { TOKEN } = await stage.token();
      return { ...(await stage.application()), TOKEN: TOKEN! };
    },
  ],
  [/^revoke: client in body(?:, twice)?$/, (stage) => stage.once("twice", () => stage.token())],
  [/^revoke:|^introspect: (?:no client|Bearer itself)/, (stage) => stage.token()],
  [
    /^introspect: Bearer of another/,
    async (stage) => {
      const client = await stage.application(outOfBand, "write:statuses write:media read");
      const other = await stage.token("read", client);
      return { ...(await stage.token("write:statuses write:media", client)), OTHER: other.TOKEN! };
    },
  ],
  [
    /^(?:token\/info|introspect|revoked token.*)$|^revoked token/,
    async (stage) => {
      const values = await stage.token();
      const { CLIENT_ID, SECRET, TOKEN } = values;
      const fields = new URLSearchParams({ client_id: CLIENT_ID!, client_secret: SECRET!, token: TOKEN! }).toString();
      await stage.send("POST", "/oauth/revoke", { "content-type": "application/x-www-form-urlencoded" }, fields);
      return values;
    },
  ],
  [/ with scope ([\w: ]+)$/, (stage, named) => stage.once(named, () => stage.token(named))],
  [/ with read$/, (stage) => stage.token("read")],
  [/^403: .* with ([\w: ]+)$/, (stage, named) => stage.token(named)],
  [/^(?:authorize|token)\b/, (stage) => pasted(stage)],
  [/./, () => ({})],
];

const pkce = { code_challenge: challenge, code_challenge_method: "S256" };
const onLoopback = (stage: Stage) => stage.once("on loopback", () => stage.application("http://127.0.0.1/callback"));

/** The application whose code is pasted in many wrong ways, and then once in the right one. */
function pasted(stage: Stage): Promise<Values> {
  return stage.once("pasted", async () => stage.code(await stage.application(), outOfBand, usual, pkce));
}

describe.each(servers)("%s", async (server, profile) => {
  const stage = await setStage(profile);
  const own = recorded.filter(({ on }) => on.includes(server));
  const differences = new Map<string, string[]>();
  for (const one of own) differences.set(one.what, await replay(stage, one));

  test.each(own)("$what", ({ what }) => {
    expect(differences.get(what)).toEqual([]);
  });
});

/** Sends one request as it was recorded, and gives what differs in the answer. */
async function replay(stage: Stage, { what, request, answer }: Recorded): Promise<string[]> {
  const [pattern, make] = situations.find(([pattern]) => pattern.test(what))!;
  const [, one, other] = pattern.exec(what)!;
  const PASSWORD = what.includes("wrong password") ? unused : "PASSWORD";
  const values = { PASSWORD, CHALLENGE: challenge, ...(await make(stage, one ?? other ?? "")) } as Values;
  const cut = values.CODE?.slice(0, 30) ?? "";
  const filled = (text: string) =>
    text
      .replace(/\b(?:CLIENT_ID|SECRET|TOKEN|CODE|VERIFIER|CHALLENGE|PASSWORD|CUT)\b/g, (name) =>
        name === "CUT" ? cut : (values[name] ?? unused),
      )
      .replace("poster%40example.org", "poster%40mail.example")
      .replace("bob%40example.org", "bob%40mail.example");
  const basic = (text: string) =>
    text.replace(
      /^Basic (.*) in base64$/,
      (_, pair: string) => `Basic ${Buffer.from(filled(pair)).toString("base64")}`,
    );
  const isBrowser = request.headers?.accept === "text/html";
  const bearer: Record<string, string> = values.OTHER === undefined ? {} : { authorization: `Bearer ${values.OTHER}` };
  const headers: Record<string, string> = {
    accept: "*/*",
    ...Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, text]) => [name, filled(basic(text))])),
    ...bearer,
    ...(isBrowser && what !== "authorize without a session" ? { cookie: stage.cookie() } : {}),
    ...(request.form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
    ...(request.json === undefined ? {} : { "content-type": "application/json" }),
  };
  const body = request.json === undefined ? (request.form ?? "") : JSON.stringify(request.json);
  return compare(answer, await stage.send(request.method, filled(request.path), headers, filled(body)));
}

const compared = ["content-type", "www-authenticate", "location", "cache-control", "x-ratelimit-limit"];

function compare(recorded: Recorded["answer"], practised: Answer): string[] {
  const headers = Object.fromEntries(
    Object.entries(practised.headers)
      .filter(([name]) => compared.includes(name))
      .map(([name, value]) => [name, value.replace(/\bcode=[\w-]{43}/, "code=CODE")]),
  );
  if (/html/.test(recorded.headers["content-type"] ?? "")) {
    const text = practised.body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    const sentence = String(recorded.body).replaceAll("&#39;", "'");
    const isSaid = text.includes(sentence);
    const pages = createComparison([])({ ...recorded, body: "" }, { ...practised, headers, body: "" });
    return isSaid ? pages : [...pages, `page: ${sentence} is ${text}`];
  }
  const masked = practised.body
    .replace(/"(client_id|uid)":"[^"]+"/g, '"$1":"CLIENT_ID"')
    .replace(/"client_secret":"[\w-]{43}"/g, '"client_secret":"SECRET"')
    .replace(/"access_token":"[\w-]{43}"/g, '"access_token":"TOKEN"')
    .replace(/"vapid_key":"[^"]+"/g, '"vapid_key":"…"')
    .replace(/"(created_at|iat)":\d+/g, '"$1":1795976340');
  return createComparison([])(shortened(recorded, recorded.body), {
    ...practised,
    headers,
    body: asShort(recorded, masked),
  });
}

/** Of an entity that the recording shortens, its own fields; that the rest is there too, `recordings.test.ts` shows. */
function asShort({ body }: Recorded["answer"], text: string): string {
  const isShort = typeof body === "object" && body !== null && "…" in body;
  if (!isShort) return text;
  const whole = JSON.parse(text);
  return JSON.stringify(
    Object.fromEntries(
      Object.keys(body)
        .filter((key) => key !== "…")
        .map((key) => [key, whole[key]]),
    ),
  );
}

function shortened(answer: Recorded["answer"], body: unknown): Recorded["answer"] {
  if (typeof body !== "object" || body === null) return answer;
  const { "…": _, ...rest } = body as Record<string, unknown>;
  return { ...answer, body: rest };
}
