import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openHttp } from "../../src/mastodon/http.ts";
import type { Opener } from "../../src/token/authorize.ts";
import { runCommand } from "../../src/token/commands.ts";
import type { Environment } from "../../src/token/environment.ts";
import { CancelledError } from "../../src/token/terminal.ts";
import { type ConsentOptions, consent } from "../instance/oauth/consent.ts";
import { activitiesNext } from "../instance/oauth/servers/activities-next.ts";
import { type Profile, profiles } from "../instance/profiles.ts";
import { type InstanceOptions, type PracticeInstance, startInstance } from "../instance/server.ts";
import { type Answer, scriptedTerminal } from "./scripted-terminal.ts";

const servers: Record<string, Profile> = {
  ...profiles,
  "activities.next": { ...profiles.mastodon45, software: "activities.next", oauth: activitiesNext },
};

let instance: PracticeInstance;
const start = async (profile: Profile = servers.mastodon45!, options: InstanceOptions = {}) => {
  instance = await startInstance({ profile, ...options });
  return instance;
};
afterEach(() => instance?.close());

/** Walks that the browser has not finished yet; a test that ends waits for them. */
let walks: Promise<unknown>[] = [];
beforeEach(() => {
  walks = [];
});
afterEach(() => Promise.allSettled(walks));

/** A person with a browser: the nth walk takes the nth options. */
function browser(...options: (ConsentOptions | ((url: string) => Promise<unknown>))[]): Opener & { opened: string[] } {
  const opened: string[] = [];
  const open = async (url: string) => {
    const step = options[opened.length] ?? {};
    opened.push(url);
    const walk =
      typeof step === "function" ? step(url) : consent(instance, url, step).then((address) => fetch(address));
    walk.catch(() => {});
    walks.push(walk);
    return true;
  };
  return Object.assign(open, { opened });
}

const environment = (changes: Partial<Environment> = {}): Environment => ({
  proxies: { http: "", https: "", no: "" },
  colours: false,
  noBrowser: "",
  folder: tmpdir(),
  calledAs: "mastodon-token",
  githubToken: "",
  githubHost: "",
  forgejoToken: "",
  variable: () => "",
  ...changes,
});

interface Run {
  answers?: Answer[] | null;
  open?: Opener;
  environment?: Partial<Environment>;
}

async function run(args: string[], { answers = null, open = browser(), environment: changes = {} }: Run = {}) {
  const terminal = scriptedTerminal(answers);
  const http = openHttp({ proxies: environment().proxies, timeout: 60_000 });
  // Where nobody says what it is for, a name is asked for; a test of its own shows it.
  const all = args.includes("--name") ? args : [...args, "--name", "practice"];
  const code = await runCommand(all, { terminal, http, environment: environment(changes) }, open);
  expect(terminal.left, "answers that nobody asked for").toEqual([]);
  const said = terminal.said.join("\n");
  expectNoSecret(said);
  return { code, said, printed: terminal.printed, last: terminal.said.at(-1) ?? "" };
}

/** Whatever went to the server as a secret must not stand in the talk. */
function expectNoSecret(said: string) {
  const sent = ["/oauth/token", "/oauth/revoke"]
    .flatMap(requests)
    .flatMap(({ body }) => [...new URLSearchParams(body).entries()]);
  for (const [name, secret] of sent) {
    if (!["client_secret", "code", "code_verifier", "token", "password"].includes(name)) continue;
    expect(said.includes(secret), `${name} was said`).toBe(false);
  }
}

const requests = (path: string) => instance.requests.filter((request) => request.path.split("?")[0] === path);
const formOf = (path: string, index = 0) => Object.fromEntries(new URLSearchParams(requests(path)[index]?.body ?? ""));

const posts = async (token: string) =>
  fetch(`${instance.origin}/api/v1/statuses`, {
    method: "POST",
    headers: {
      connection: "close",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "user-agent": "test",
    },
    body: JSON.stringify({ status: "Hello" }),
  });
const isAlive = async (token: string) =>
  (
    await fetch(`${instance.origin}/api/v1/accounts/verify_credentials`, {
      headers: { connection: "close", authorization: `Bearer ${token}`, "user-agent": "test" },
    })
  ).status === 200;

describe("a browser", () => {
  test("the whole way: found, registered, allowed, shown, asked, handed over", async () => {
    await start();
    const open = browser();
    const { code, said, printed } = await run([instance.origin, "--print"], { answers: [true], open });
    expect(code).toBe(0);
    expect(printed).toHaveLength(1);
    expect((await posts(printed[0]!)).status).toBe(200);
    const { host } = new URL(instance.origin);
    for (const words of [
      `Found ${instance.origin}`,
      "mastodon 4.5",
      "which stands publicly under each post",
      `Logged in as @poster@${host}, 0 followers.`,
      `Shall workflows post as @poster@${host}?`,
      "instance-url: ${{ vars.MASTODON_URL }}",
      "access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}",
      "dry-run: true",
      "/oauth/authorized_applications",
    ]) {
      expect(said).toContain(words);
    }
  });

  test("asks for the scopes that posting takes and no more, with PKCE and state, and registers exactly one address", async () => {
    await start();
    const open = browser();
    await run([instance.origin, "--print", "--name", "me/project"], { answers: [true], open });
    const asked = new URL(open.opened[0]!).searchParams;
    expect(formOf("/api/v1/apps")).toEqual({
      client_name: "me/project",
      redirect_uris: asked.get("redirect_uri"),
      scopes: "write:statuses write:media profile",
    });
    expect(asked.get("redirect_uri")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("code_challenge")).toMatch(/^[\w-]{43}$/);
    expect(asked.get("state")).toMatch(/^[\w-]{32}$/);
    expect(asked.has("force_login")).toBe(false);
    expect(formOf("/oauth/token").redirect_uri).toBe(asked.get("redirect_uri"));
    expect(requests("/oauth/token")[0]!.headers.authorization).toBeUndefined();
  });

  test.each([
    [["--with", "pin"], "write:statuses write:media profile write:accounts"],
    [["--with", "duplicate-check"], "write:statuses write:media profile read:statuses"],
    [["--scopes", "write read"], "write read"],
  ])("%j", async (options, scopes) => {
    await start();
    await run([instance.origin, "--print", ...options], { answers: [true] });
    expect(formOf("/api/v1/apps").scopes).toBe(scopes);
  });

  describe.each(Object.keys(servers))("%s", (name) => {
    test.each(["browser", "pasted code"])("%s", async (way) => {
      await start(servers[name]!);
      const pasted = way === "pasted code";
      const paste = async (_question: string, said: string) =>
        consent(instance, /https?:\S+\/authorize\?\S+/.exec(said)![0]);
      const answers = [...(pasted ? [paste] : []), true];
      const args = [instance.origin, "--print", "--with", "duplicate-check", ...(pasted ? ["--no-browser"] : [])];
      const { code, said, printed } = await run(args, { answers });
      expect(said).toContain("Logged in as @poster@");
      expect(code).toBe(0);
      expect(await isAlive(printed[0]!)).toBe(true);
      // Pixelfed posts nothing without a picture.
      if (name !== "pixelfed") expect((await posts(printed[0]!)).status).toBe(200);
      expect(requests("/oauth/token"), "one code, one exchange").toHaveLength(1);
    });
  });
});

describe("scopes that a server does not know", () => {
  test("Mastodon 4.2 knows no `profile`", async () => {
    await start(servers.mastodon42);
    const { said } = await run([instance.origin, "--print"], { answers: [true] });
    expect(formOf("/api/v1/apps", 1).scopes).toBe("write:statuses write:media read:accounts");
    expect(said).toContain("Asking 127.0.0.1:");
    expect(said).not.toContain("ATTENTION");
  });

  test("refused to the last, they come out as the coarse ones, said aloud", async () => {
    await start(servers.mastodon42);
    for (let time = 0; time < 2; time += 1) {
      instance.fault({
        method: "POST",
        path: "/api/v1/apps",
        answer: { status: 422, body: '{"error":"No such scope"}' },
      });
    }
    const { said } = await run([instance.origin, "--print"], { answers: [true] });
    expect(requests("/api/v1/apps")).toHaveLength(3);
    expect(formOf("/api/v1/apps", 2).scopes).toBe("read write");
    expect(said).toContain("“No such scope”");
    expect(said).toContain("ATTENTION: this allows far more than posting");
  });

  test("those that were named are not exchanged for others", async () => {
    await start();
    const { code, last } = await run([instance.origin, "--print", "--scopes", "write:nothing"], { answers: [] });
    expect(code).toBe(1);
    expect(last).toMatch(/^127\.0\.0\.1:\d+ answered 422/);
    expect(requests("/api/v1/apps")).toHaveLength(1);
  });
});

describe("a registration that is refused for something else than its scopes, in Mastodon's words", () => {
  test.each([
    ["Application name is too long (maximum is 60 characters)", "--name"],
    ["Application website is not a valid URL", "--repo"],
    ["Redirect URI must be an absolute URI.", "--no-browser"],
  ])("%s: %s", async (sentence, option) => {
    await start();
    const body = JSON.stringify({ error: `Validation failed: ${sentence}` });
    instance.fault({ method: "POST", path: "/api/v1/apps", answer: { status: 422, body } });
    const { code, last } = await run([instance.origin, "--print"], { answers: [] });
    expect(code).toBe(1);
    expect(last).toContain(`“Validation failed: ${sentence}”`);
    expect(last).toContain(option);
    expect(requests("/api/v1/apps"), "fewer scopes would not help, and each try counts against a limit").toHaveLength(
      1,
    );
  });
});

describe("read:statuses is offered where posting once needs it", () => {
  test("GoToSocial recognises no repeated request", async () => {
    await start(servers.gotosocial);
    const { said } = await run([instance.origin, "--print"], { answers: [true, true] });
    expect(formOf("/api/v1/apps").scopes).toBe("write:statuses write:media profile read:statuses");
    expect(said).toContain("private mentions too");
  });

  test("declined", async () => {
    await start(servers.gotosocial);
    await run([instance.origin, "--print"], { answers: [false, true] });
    expect(formOf("/api/v1/apps").scopes).toBe("write:statuses write:media profile");
  });

  test("not without a question", async () => {
    await start(servers.gotosocial);
    const { said, code } = await run([instance.origin, "--yes"]);
    expect(code).toBe(0);
    expect(formOf("/api/v1/apps").scopes).toBe("write:statuses write:media profile");
    expect(said).toContain("--with duplicate-check adds it");
  });
});

describe("what can go wrong ends in one line", () => {
  const login = async (run_: Run, ...options: string[]) => run([instance.origin, "--print", ...options], run_);

  test.each([
    ["mastodon45", "with state"],
    ["hollo", "without state"],
    ["activities.next", "with state and issuer"],
  ])("denied at %s's page, %s", async (name) => {
    await start(servers[name]!);
    const { code, last } = await login({ answers: [], open: browser({ deny: true }) }, "--with", "duplicate-check");
    const { host } = new URL(instance.origin);
    const again = `To start again: mastodon-token login ${host}`;
    expect(last).toBe(`Nothing was allowed on ${host}, so there is no token. ${again}`);
    expect(code).toBe(3);
    expect(requests("/oauth/token")).toEqual([]);
  });

  test("another state changes nothing: the right one is waited for", async () => {
    await start();
    const open = browser(async (url) => {
      const back = new URL(new URL(url).searchParams.get("redirect_uri")!);
      back.search = "?code=stolen&state=another";
      await fetch(back);
      await fetch(await consent(instance, url));
    });
    const { code } = await login({ answers: [true], open });
    expect(code).toBe(0);
    expect(requests("/oauth/token")).toHaveLength(1);
    expect(formOf("/oauth/token").code).not.toBe("stolen");
  });

  test("nobody answers in time", async () => {
    await start();
    const { code, last } = await login({ answers: [], open: browser(async () => {}) }, "--timeout", "1s");
    expect(code).toBe(1);
    expect(last).toMatch(
      /^No answer came back from the browser in 1 second\..*--no-browser.*it has moved, is suspended/,
    );
  });

  test("GoToSocial sends back with server_error", async () => {
    await start(servers.gotosocial);
    const open = browser(async (url) => {
      const { searchParams } = new URL(url);
      await fetch(`${searchParams.get("redirect_uri")}?error=server_error&state=${searchParams.get("state")}`);
    });
    const { code, last } = await login({ answers: [], open }, "--with", "duplicate-check");
    expect(code).toBe(1);
    expect(last).toContain("sent the browser back with “server_error”");
  });

  test.each(["mastodon45", "gotosocial", "hollo", "akkoma", "activities.next"])(
    "%s: a code that is none",
    async (name) => {
      await start(servers[name]!);
      const wrong = "n0t-a-c0de".padEnd(43, "x");
      const right = (_question: string, said: string) => consent(instance, /https?:\S+\/authorize\?\S+/.exec(said)![0]);
      const answers = [wrong, wrong, right, true];
      const { code, said } = await login({ answers }, "--no-browser", "--with", "duplicate-check");
      expect(said).toMatch(/127\.0\.0\.1:\d+ answered 40\d “.*It was not copied whole/);
      expect(said).toContain("That is the same code again.");
      expect(code).toBe(0);
      // The application and its verifier are the same, and no code goes out twice.
      expect(requests("/api/v1/apps")).toHaveLength(1);
      expect(requests("/oauth/token")).toHaveLength(2);
      expect(formOf("/oauth/token", 0).code_verifier).toBe(formOf("/oauth/token", 1).code_verifier);
    },
  );

  test("snac gives a token for any code, and an account decides", async () => {
    await start(servers.snac);
    const { code } = await login({ answers: ["n0t-a-c0de"] }, "--no-browser");
    expect(code).toBe(1);
  });

  test("the code was used meanwhile", async () => {
    await start(servers["activities.next"]!);
    const steal = async (_question: string, said: string) => {
      const code = await consent(instance, /https?:\S+\/authorize\?\S+/.exec(said)![0]);
      const { client_id } = Object.fromEntries(new URL(/https?:\S+\/authorize\?\S+/.exec(said)![0]).searchParams);
      expect(client_id).not.toBe("");
      instance.fault({
        method: "POST",
        path: "/oauth/token",
        answer: { status: 400, body: `{"error":"invalid_grant","error_description":"invalid code ${code}"}` },
      });
      return code;
    };
    const { code, said } = await login({ answers: [steal, ""] }, "--no-browser");
    expect(code).toBe(3);
    expect(said).toContain("“invalid code ***”");
    expect(requests("/oauth/token")).toHaveLength(1);
  });

  test.each([
    [{ status: 429, body: "{}" }, "It was asked too often from here. Try again in ten minutes."],
    [{ status: 503, body: "" }, "The server has a problem."],
    [{ status: 401, body: '{"error":"invalid_client"}' }, "It has forgotten the application."],
    [{ status: 200, body: "{}" }, "its answer holds no access token."],
    [{ status: 200, body: "<html>" }, "its answer holds no access token."],
    [{ status: 302, headers: { location: "https://else.example/" }, body: "" }, "try https://else.example"],
  ])("the token endpoint answers %j", async (answer, expected) => {
    await start();
    instance.fault({ method: "POST", path: "/oauth/token", answer });
    const { code, last } = await login({ answers: [] });
    expect(code).toBe(1);
    expect(last).toContain(expected);
    expect(last).not.toContain("\n");
    expect(requests("/oauth/token")).toHaveLength(1);
  });

  test("too many applications from here", async () => {
    await start();
    for (let time = 0; time < 5; time += 1) {
      await fetch(`${instance.origin}/api/v1/apps`, {
        method: "POST",
        body: new URLSearchParams({ client_name: "x", redirect_uris: "https://x.example/" }),
      });
    }
    const { code, last } = await login({ answers: [] });
    expect(code).toBe(1);
    expect(last).toMatch(
      /answered 429 .*It was asked too often from here\. Try again after \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
    );
  });

  test("the server's own words cannot break the line or the terminal, and repeat no secret", async () => {
    await start();
    instance.fault({
      method: "POST",
      path: "/oauth/token",
      answer: { status: 400, body: '{"error":"invalid_grant","error_description":"one\\ntwo   three"}' },
    });
    const { last } = await login({ answers: [] });
    expect(last).toContain("“one two three”");
  });

  test("no instance there", async () => {
    await start();
    const { origin } = instance;
    await instance.close();
    const { code, last } = await run([origin, "--print"], { answers: [] });
    expect(code).toBe(1);
    expect(last).toContain("refused the connection");
  });

  test("a token for too little is ended", async () => {
    await start();
    instance.fault({
      method: "POST",
      path: "/oauth/token",
      answer: { status: 200, body: '{"access_token":"t0ken-f0r-reading","scope":"read"}' },
    });
    const { code, last, said } = await login({ answers: [] });
    expect(code).toBe(1);
    expect(last).toContain("which may not post");
    expect(formOf("/oauth/revoke").token).toBe("t0ken-f0r-reading");
    expect(said).toContain("The token that was just made is ended.");
  });

  test("a token that ends is told", async () => {
    await start(servers["activities.next"]!);
    const { said } = await login({ answers: [true] });
    expect(said).toMatch(/ATTENTION: this server ends the token on \d{4}-\d\d-\d\d, in 7 days\./);
  });

  test("a hundred years are not worth a word", async () => {
    await start(servers.akkoma);
    const { said } = await login({ answers: [true] });
    expect(said).not.toContain("ATTENTION");
  });
});

describe("whose account", () => {
  test("no: the token is ended, and another log-in forced", async () => {
    await start(servers.mastodon45, { others: ["second"] });
    const open = browser({}, { username: "second" });
    const { code, said, printed } = await run([instance.origin, "--print"], { answers: [false, true], open });
    expect(code).toBe(0);
    expect(said).toContain("Logged in as @second@");
    expect(new URL(open.opened[0]!).searchParams.has("force_login")).toBe(false);
    expect(new URL(open.opened[1]!).searchParams.get("force_login")).toBe("true");
    const ended = formOf("/oauth/revoke").token!;
    expect(await isAlive(ended)).toBe(false);
    expect(await isAlive(printed[0]!)).toBe(true);
  });

  test("the account that was named needs no question", async () => {
    await start();
    const { host } = new URL(instance.origin);
    const args = [instance.origin, "--print", "--account", `@POSTER@${host}`];
    expect((await run(args, { answers: [] })).code).toBe(0);
  });

  test("another than the named one is an error, and its token ended", async () => {
    await start();
    const { code, last } = await run([instance.origin, "--account", "@me@example.org"], {});
    expect(code).toBe(1);
    expect(last).toMatch(/^You named @me@example\.org, but this is @poster@127\.0\.0\.1:\d+\./);
    expect(await isAlive(formOf("/oauth/revoke").token!)).toBe(false);
  });

  test("leaving at the question ends the token", async () => {
    await start();
    const { code, last } = await run([instance.origin, "--print"], { answers: [new CancelledError()] });
    expect(code).toBe(130);
    expect(last).toBe("Cancelled.");
    expect(await isAlive(formOf("/oauth/revoke").token!)).toBe(false);
  });

  test("a token that cannot be ended is told, with the place to do it", async () => {
    await start();
    instance.fault({
      method: "POST",
      path: "/oauth/revoke",
      answer: { status: 403, body: '{"error":"unauthorized_client"}' },
    });
    const { code, said } = await run([instance.origin, "--account", "@me@example.org"], {});
    expect(code).toBe(1);
    expect(said).toMatch(/could not be ended: .*authorized_applications/);
  });

  test("an account that has moved is told", async () => {
    await start();
    instance.fault({
      method: "GET",
      path: "/api/v1/accounts/verify_credentials",
      answer: {
        status: 200,
        body: JSON.stringify({
          id: "1",
          acct: "poster",
          moved: { id: "2", acct: "poster@new.example" },
          followers_count: 1,
        }),
      },
    });
    const { said } = await run([instance.origin, "--print"], { answers: [true] });
    expect(said).toContain("1 follower.");
    expect(said).toContain("has moved to @poster@new.example");
  });

  test("a token that may not tell whose it is", async () => {
    await start();
    instance.fault({
      method: "GET",
      path: "/api/v1/accounts/verify_credentials",
      answer: { status: 403, body: '{"error":"This action is outside the authorized scopes"}' },
    });
    const { said, code } = await run([instance.origin, "--print"], { answers: [true] });
    expect(code).toBe(0);
    expect(said).toContain("The token may not tell whose it is.");
  });
});

describe("Sharkey, whose code stands only in the address of its page, before anybody has said yes", () => {
  const pending = {
    method: "POST",
    path: "/oauth/token",
    answer: {
      status: 401,
      body: '{"error":"PENDING_SESSION","error_description":"This session is not completed yet."}',
    },
  };
  /** The code alone: the practice instance sends it on, as Sharkey does, to an address that no browser shows. */
  const codeFrom = async (said: string) =>
    new URL(await consent(instance, /https?:\S+\/authorize\?\S+/.exec(said)![0])).searchParams.get("code")!;

  test("the address of the page is pasted", async () => {
    await start(servers.sharkey);
    const paste = async (_question: string, said: string) =>
      `${instance.origin}/auth/${await codeFrom(said)}?mastodon=true&state=x`;
    const args = [instance.origin, "--no-browser", "--print"];
    const { code, printed, said } = await run(args, { answers: [false, paste, true] });
    expect(code).toBe(0);
    expect(said).toContain(" shows no code. Once you have allowed it, paste the address of that page (");
    expect(formOf("/api/v1/apps").scopes).toBe("read write");
    expect((await posts(printed[0]!)).status).toBe(200);
  });

  test("pasted before it is allowed: the same code works afterwards", async () => {
    await start(servers.sharkey);
    instance.fault(pending);
    let pasted = "";
    const paste = async (_question: string, said: string) => {
      pasted = await codeFrom(said);
      return pasted;
    };
    const args = [instance.origin, "--no-browser", "--print"];
    const { code, said } = await run(args, { answers: [false, paste, () => pasted, true] });
    expect(said).toContain("It was not allowed yet. Allow it on the page, and paste the same again.");
    expect(code).toBe(0);
  });

  test("brought back before it is allowed", async () => {
    await start(servers.sharkey);
    instance.fault(pending);
    const { code, last } = await run([instance.origin, "--print"], { answers: [false] });
    expect(last).toMatch(/401 “This session is not completed yet\.” .* It was not allowed yet\. Start again/);
    expect(code).toBe(1);
  });
});

describe("where there is no browser or no terminal", () => {
  test("over SSH the code is pasted by itself", async () => {
    await start();
    const paste = (_question: string, said: string) => consent(instance, /https?:\S+\/authorize\?\S+/.exec(said)![0]);
    const open = browser();
    const { code, said } = await run([instance.origin, "--print"], {
      answers: [paste, true],
      open,
      environment: { noBrowser: "over SSH" },
    });
    expect(code).toBe(0);
    expect(open.opened).toEqual([]);
    expect(said).toContain("No browser is opened over SSH");
    expect(formOf("/api/v1/apps").redirect_uris).toBe("urn:ietf:wg:oauth:2.0:oob");
  });

  test("unless --browser says that there is one", async () => {
    await start();
    const open = browser();
    const args = [instance.origin, "--print", "--browser"];
    const { code } = await run(args, { answers: [true], open, environment: { noBrowser: "in a container" } });
    expect(code).toBe(0);
    expect(open.opened).toHaveLength(1);
  });

  test("a browser that does not open leads there too", async () => {
    await start();
    const paste = (_question: string, said: string) =>
      consent(instance, /https?:\S+\/authorize\?\S+oob\S*/.exec(said)![0]);
    const { code, said } = await run([instance.origin, "--print"], { answers: [paste, true], open: async () => false });
    expect(code).toBe(0);
    expect(said).toContain("No browser could be opened here.");
  });

  test("an empty answer is a no", async () => {
    await start();
    expect((await run([instance.origin, "--no-browser"], { answers: [""] })).code).toBe(3);
  });

  test.each([
    [[], /^Which instance\?/],
    [["example.org"], /say whose token it must be: .*--account/],
    [["example.org", "--password", "--yes"], /no terminal to ask in/],
    [["example.org", "--yes", "--repo", "nonsense"], /--repo is/],
  ])("without a terminal nothing is begun that needs an answer: %j", async (args, expected) => {
    await start();
    const { code, last } = await run(args, {});
    expect(code).toBe(2);
    expect(last).toMatch(expected);
    expect(instance.requests).toEqual([]);
  });

  test("without a terminal, with the account named, the token is the one line on stdout", async () => {
    await start();
    const { host } = new URL(instance.origin);
    const { code, printed } = await run([instance.origin, "--account", `@poster@${host}`], {});
    expect(code).toBe(0);
    expect(printed).toHaveLength(1);
    expect(await isAlive(printed[0]!)).toBe(true);
  });

  test("without a terminal and without a browser there is no way", async () => {
    await start();
    const { code, last } = await run([instance.origin, "--yes"], { environment: { noBrowser: "in a container" } });
    expect(code).toBe(1);
    expect(last).toContain("no terminal to paste a code into");
    expect(requests("/api/v1/apps")).toEqual([]);
  });
});
