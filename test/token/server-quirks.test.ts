import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Http, type HttpRequest, openHttp } from "../../src/mastodon/http.ts";
import { runCommand } from "../../src/token/commands.ts";
import { CancelledError } from "../../src/token/terminal.ts";
import { type ConsentOptions, consent } from "../instance/oauth/consent.ts";
import { activitiesNext } from "../instance/oauth/servers/activities-next.ts";
import { type Profile, profiles } from "../instance/profiles.ts";
import { type PracticeInstance, startInstance } from "../instance/server.ts";
import { type Answer, scriptedTerminal } from "./scripted-terminal.ts";

// What four servers answer at each step of OAuth, and how a login ends there. Row by row and
// column by column; null is what was not seen on a server.

type Column = "Hollo" | "snac" | "GoToSocial" | "activities.next";

const servers: Record<Column, Profile> = {
  Hollo: profiles.hollo,
  snac: profiles.snac,
  GoToSocial: profiles.gotosocial,
  "activities.next": { ...profiles.mastodon45, software: "activities.next", oauth: activitiesNext },
};

interface Scene {
  args?: string[];
  /** To the questions; by default yes to the account. */
  answers?: Answer[];
  /** What the person does at the server's page; null: goes away. */
  visit?: ConsentOptions | null;
  /** Changes the form of the exchange on its way, so that the server itself says what is wrong with it. */
  meddle?: (form: URLSearchParams) => void;
  /** Sends the exchange twice, so that the code was used before. */
  twice?: boolean;
  code: number;
  /** Of the last line. */
  last?: RegExp;
  check?: (seen: Seen) => unknown;
}

/** What a login left behind. */
interface Seen {
  column: Column;
  instance: PracticeInstance;
  said: string;
  token: string;
  opened: URL[];
  forms(path: string): Record<string, string>[];
  isAlive(token: string): Promise<boolean>;
}

const works = (check?: Scene["check"], more: Partial<Scene> = {}): Scene => ({
  code: 0,
  ...(check ? { check } : {}),
  ...more,
});
const fails = (last: RegExp, more: Partial<Scene> = {}): Scene => ({ code: 1, last, answers: [], ...more });
const everywhere = (scene: Scene): Record<Column, Scene> => ({
  Hollo: scene,
  snac: scene,
  GoToSocial: scene,
  "activities.next": scene,
});

const paste: Answer = (_question: string, said: string) => pastedAt(said);
let pastedAt: (said: string) => unknown = () => "";

const registeredAsAsked = ({ opened, forms }: Seen) => {
  const [{ redirect_uris = "" } = {}] = forms("/api/v1/apps");
  expect(redirect_uris).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  expect(opened[0]!.searchParams.get("redirect_uri")).toBe(redirect_uris);
  expect(forms("/oauth/token")[0]!.redirect_uri).toBe(redirect_uris);
};
const NO_ANSWER = /^No answer came back from the browser in \d+ seconds?\./;
const SPENT = /^127\.0\.0\.1:\d+ answered 40\d “.+” \(POST \/oauth\/token\)\. .*(?:used before|copied whole).*$/s;
const FORGOTTEN = /^127\.0\.0\.1:\d+ answered 40\d .*It has forgotten the application\. Start again\.$/;
const NOTHING_ALLOWED = /^Nothing was allowed on 127\.0\.0\.1:\d+, so there is no token\. To start again: /;

const table: Record<string, Record<Column, Scene | null>> = {
  "POST /api/v1/apps with a list of redirect URIs: one string is sent, which all take": everywhere(
    works(({ instance, forms }) => {
      const { headers } = instance.requests.find(({ path }) => path === "/api/v1/apps")!;
      expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
      expect(forms("/api/v1/apps")[0]!.redirect_uris).toMatch(/^http\S+$/);
    }),
  ),
  "… with an unknown field: none is sent": everywhere(
    works(({ forms }) => {
      const fields = Object.keys(forms("/api/v1/apps")[0]!);
      expect(["client_name", "redirect_uris", "scopes", "website"]).toEqual(expect.arrayContaining(fields));
    }),
  ),
  "… with a scope that does not exist": {
    Hollo: fails(/answered 422/, { args: ["--scopes", "write:nothing"] }),
    snac: works(undefined, { args: ["--scopes", "write:nothing"] }),
    // It takes any word for a scope, and gives a token that may do nothing.
    GoToSocial: {
      code: 130,
      args: ["--scopes", "write:nothing"],
      answers: [new CancelledError()],
      check: ({ said, forms }) => {
        expect(said).toContain("A token for “write:nothing” may not post: that takes write:statuses.");
        expect(said).toContain("The token may not tell whose it is.");
        expect(forms("/oauth/revoke")).toHaveLength(1);
      },
    },
    "activities.next": fails(/answered 422 “Unprocessable entity”/, { args: ["--scopes", "write:nothing"] }),
  },
  "… and its answer: only id and secret are taken from it": everywhere(
    works(({ opened, forms }) => {
      const [{ client_id, client_secret } = {}] = forms("/oauth/token");
      expect(opened[0]!.searchParams.get("client_id")).toBe(client_id);
      expect(client_secret).toBeTruthy();
    }),
  ),
  "authorize, logged out": everywhere(works()),
  "a redirect URI that was not registered: never, it is registered as it is asked for": everywhere(
    works(registeredAsAsked),
  ),
  "another loopback port: never, it is bound before it is registered": everywhere(works(registeredAsAsked)),
  deny: {
    Hollo: { code: 3, answers: [], visit: { deny: true }, last: NOTHING_ALLOWED },
    // No button to deny: people close the page.
    snac: fails(NO_ANSWER, { visit: null, args: ["--timeout", "1s"] }),
    GoToSocial: fails(NO_ANSWER, { visit: null, args: ["--timeout", "1s"] }),
    "activities.next": { code: 3, answers: [], visit: { deny: true }, last: NOTHING_ALLOWED },
  },
  "the redirect with the code: a state that needs no encoding, unknown parameters": everywhere(
    works(({ opened }) => expect(opened[0]!.searchParams.get("state")).toMatch(/^[\w-]{32}$/)),
  ),
  "a second authorization: by the same application, where that is still there": everywhere(
    works(
      async ({ opened, forms, isAlive, token, column }) => {
        expect(opened.map(({ searchParams }) => searchParams.get("force_login"))).toEqual([null, "true"]);
        const ids = opened.map(({ searchParams }) => searchParams.get("client_id"));
        expect(new Set(ids).size).toBe(column === "snac" ? 2 : 1);
        expect(await isAlive(forms("/oauth/revoke")[0]!.token!)).toBe(false);
        expect(await isAlive(token)).toBe(true);
      },
      { answers: [false, true] },
    ),
  ),
  "out of band: a page with the code, or the code as the page": everywhere(
    works(undefined, { args: ["--no-browser"], answers: [paste, true] }),
  ),
  "PKCE: S256, enforced or not": everywhere(
    works(({ opened, forms }) => {
      expect(opened[0]!.searchParams.get("code_challenge_method")).toBe("S256");
      expect(forms("/oauth/token")[0]!.code_verifier).toMatch(/^[\w-]{43}$/);
    }),
  ),
  "a wrong verifier, which may use the code up: it is sent once": {
    Hollo: fails(SPENT, { meddle: (form) => form.set("code_verifier", "x".repeat(43)) }),
    snac: works(undefined, { meddle: (form) => form.set("code_verifier", "x".repeat(43)) }),
    GoToSocial: works(undefined, { meddle: (form) => form.set("code_verifier", "x".repeat(43)) }),
    "activities.next": fails(/answered 401 “code verification failed”.*used before/, {
      meddle: (form) => form.set("code_verifier", "x".repeat(43)),
    }),
  },
  "a wrong code": {
    Hollo: works(undefined, { args: ["--no-browser"], answers: ["n0t-a-c0de", paste, true] }),
    // It gives a token for nobody, which is found out by asking whose it is.
    snac: fails(/./, {
      args: ["--no-browser"],
      answers: ["n0t-a-c0de"],
      check: ({ forms }) => expect(forms("/oauth/revoke")).toHaveLength(1),
    }),
    GoToSocial: works(({ said }) => expect(said).toMatch(/“sql: no rows in result set”.*It was not copied whole/), {
      args: ["--no-browser"],
      answers: ["n0t-a-c0de", paste, true],
    }),
    "activities.next": works(undefined, { args: ["--no-browser"], answers: ["n0t-a-c0de", paste, true] }),
  },
  "a wrong client secret": {
    Hollo: fails(FORGOTTEN, { meddle: (form) => form.set("client_secret", "wrong") }),
    // 401 without a word.
    snac: fails(/answered 401 \(POST \/oauth\/token\)\./, { meddle: (form) => form.set("client_secret", "wrong") }),
    GoToSocial: fails(FORGOTTEN, { meddle: (form) => form.set("client_secret", "wrong") }),
    "activities.next": fails(FORGOTTEN, { meddle: (form) => form.set("client_secret", "wrong") }),
  },
  "a code that was used before": {
    Hollo: fails(SPENT, { twice: true }),
    snac: works(undefined, { twice: true }),
    GoToSocial: fails(SPENT, { twice: true }),
    "activities.next": fails(SPENT, { twice: true }),
  },
  "HTTP Basic: never, id and secret are in the form": everywhere(
    works(({ instance, forms }) => {
      const exchange = instance.requests.find(({ path }) => path === "/oauth/token")!;
      expect(exchange.headers.authorization).toBeUndefined();
      expect(Object.keys(forms("/oauth/token")[0]!)).toEqual(expect.arrayContaining(["client_id", "client_secret"]));
    }),
  ),
  "the exchange as JSON: a form is sent": everywhere(
    works(({ instance }) => {
      const exchange = instance.requests.find(({ path }) => path === "/oauth/token")!;
      expect(exchange.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    }),
  ),
  "the answer with the token: milliseconds, empty scopes, an end": {
    Hollo: works(({ said }) => expect(said).not.toContain("ATTENTION")),
    snac: works(({ said }) => expect(said).not.toMatch(/left out|gave more/)),
    GoToSocial: works(({ said }) => expect(said).not.toContain("ATTENTION")),
    "activities.next": works(({ said }) =>
      expect(said).toMatch(/ATTENTION: this server ends the token on \d{4}-\d\d-\d\d, in 7 days\./),
    ),
  },
  "429 without a word of when": {
    Hollo: null,
    snac: null,
    GoToSocial: null,
    "activities.next": {
      ...fails(/answered 429 .*It was asked too often from here\. Try again in ten minutes\.$/),
      check: ({ forms }) => expect(forms("/oauth/token")).toHaveLength(20),
    },
  },
  "another redirect URI at the exchange": {
    Hollo: fails(SPENT, { meddle: (form) => form.set("redirect_uri", "http://127.0.0.1:1/callback") }),
    snac: works(undefined, { meddle: (form) => form.set("redirect_uri", "http://127.0.0.1:1/callback") }),
    GoToSocial: fails(/answered 403 “.*redirect uri.*” .*used before/, {
      meddle: (form) => form.set("redirect_uri", "http://127.0.0.1:1/callback"),
    }),
    "activities.next": null,
  },
  "revoke: the token of an account that it was not meant for": everywhere(
    fails(/^You named @me@example\.org, but this is @poster@/, {
      args: ["--account", "@me@example.org"],
      check: async ({ said, forms, isAlive }) => {
        expect(said).toContain("The token that was just made is ended.");
        expect(await isAlive(forms("/oauth/revoke")[0]!.token!)).toBe(false);
      },
    }),
  ),
};

const scenes = Object.entries(table).flatMap(([row, columns]) =>
  Object.entries(columns).flatMap(([column, scene]) =>
    scene === null ? [] : [{ row, column: column as Column, scene }],
  ),
);
describe.each(Object.keys(table))("%s", (name) => {
  test.each(scenes.filter(({ row }) => row === name))("$column", async ({ row, column, scene }) => {
    const instance = await startInstance({ profile: servers[column] });
    onTestFinished(() => instance.close());
    const forms = (path: string) =>
      instance.requests
        .filter((request) => request.path.split("?")[0] === path)
        .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    const isAlive = async (token: string) => {
      const headers = { authorization: `Bearer ${token}`, connection: "close", "user-agent": "test" };
      return (await fetch(`${instance.origin}/api/v1/accounts/verify_credentials`, { headers })).status === 200;
    };
    if (row.startsWith("429")) {
      for (let call = 1; call < 20; call += 1) await fetch(`${instance.origin}/oauth/token`, { method: "POST" });
    }
    pastedAt = (said) => consent(instance, /https?:\S+\/authorize\?\S+/.exec(said)![0]);

    const opened: URL[] = [];
    const walks: Promise<unknown>[] = [];
    const open = async (url: string) => {
      opened.push(new URL(url));
      const { visit = {} } = scene;
      if (visit !== null) walks.push(consent(instance, url, visit).then((address) => fetch(address)));
      return true;
    };
    const terminal = scriptedTerminal(scene.answers ?? [true]);
    const proxies = { http: "", https: "", no: "" };
    const environment = {
      proxies,
      colours: false,
      noBrowser: "",
      folder: tmpdir(),
      calledAs: "mastodon-token",
      githubToken: "",
      githubHost: "",
      forgejoToken: "",
      variable: () => "",
    };
    const http = meddling(openHttp({ proxies, timeout: 60_000 }), scene);
    const scopes = scene.args?.includes("--scopes") ? [] : ["--with", "duplicate-check"];
    const args = [instance.origin, "--print", ...scopes, ...(scene.args ?? [])];
    const code = await runCommand(
      /^(check|app|revoke)$/.test(args[0]!) ? args : [...args, "--name", "practice"],
      { terminal, http, environment },
      open,
    );
    await Promise.all(walks);

    const said = terminal.said.join("\n");
    expect(terminal.said.at(-1)).toMatch(scene.last ?? /./);
    expect(code).toBe(scene.code);
    expect(terminal.left, "answers that nobody asked for").toEqual([]);
    expect(terminal.printed).toHaveLength(code === 0 ? 1 : 0);
    const [token = ""] = terminal.printed;
    if (code === 0) expect(await isAlive(token)).toBe(true);
    await scene.check?.({ column, instance, said, token, opened, forms, isAlive });
  });
});

/** The same connections, with somebody on the way of the exchange. */
function meddling(http: Http, { meddle, twice = false }: Scene): Http {
  return {
    ...http,
    within: (milliseconds) => meddling(http.within(milliseconds), { ...(meddle ? { meddle } : {}), twice, code: 0 }),
    async send(request: HttpRequest) {
      if (request.url.pathname !== "/oauth/token") return http.send(request);
      const form = new URLSearchParams(String(request.body));
      meddle?.(form);
      const sent = { ...request, body: form.toString() };
      if (twice) await http.send(sent);
      return http.send(sent);
    },
  };
}
