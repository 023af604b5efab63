import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { openHttp } from "../../src/mastodon/http.ts";
import { withoutSecrets } from "../../src/secrets.ts";
import { masking } from "../../src/token/terminal.ts";
import { scriptedTerminal } from "./scripted-terminal.ts";

const secret = 'a+"token"/<1>\\é';
const letters = (letter: (code: number) => string) => [...secret].map((one) => letter(one.charCodeAt(0))).join("");

describe("a secret is taken out", () => {
  test.each([
    ["as it is", secret],
    ["in JSON", JSON.stringify({ error: `no ${secret}` })],
    ["in JSON, with escaped slashes", JSON.stringify(secret).replaceAll("/", "\\/")],
    ["in JSON, letter by letter", letters((code) => `\\u${code.toString(16).padStart(4, "0")}`)],
    ["in an address", `<a href="/?token=${encodeURIComponent(secret)}">`],
    ["in an address, in small letters", encodeURIComponent(secret).toLowerCase()],
    ["in a form", new URLSearchParams({ token: secret }).toString()],
    ["in HTML", "<p>a+&quot;token&quot;/&lt;1&gt;\\é</p>"],
    ["in HTML, as far as one must", 'a+"token"/&lt;1>\\é'],
    ["in HTML, by numbers", letters((code) => `&#${code};`)],
    ["in HTML, by other numbers", letters((code) => `&#x0${code.toString(16).toUpperCase()};`)],
    ["in base64", `Basic ${Buffer.from(secret).toString("base64")}`],
    ["in base64 for addresses", Buffer.from(secret).toString("base64url")],
  ])("%s", (_, text) => {
    const quiet = withoutSecrets(text, [secret]);
    expect(quiet).toContain("***");
    expect(quiet.length).toBeLessThan(text.length - secret.length / 2 + 3);
  });

  test("although another one is its beginning", () => {
    expect(withoutSecrets("abcdefgh-ijkl", ["abcdefgh", "abcdefgh-ijkl"])).toBe("***");
  });

  test("and nothing else", () => {
    const text = '{ "id": 12345678901234567890, "a": "\\u0041", "b": "a+token/1" }';
    expect(withoutSecrets(text, [secret, ""])).toBe(text);
  });
});

describe("whatever travelled as a secret", () => {
  /** A server that repeats everything in any way; `/token` hands out a token first. */
  async function echo() {
    const server = http.createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const said = `${request.headers.authorization ?? ""} ${decodeURIComponent(body.replaceAll("+", " "))}`;
      response.writeHead(request.url === "/token" ? 200 : 400, { "www-authenticate": said.trim() });
      response.end(JSON.stringify({ access_token: "the-new-token", scope: said }));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const form = { "content-type": "application/x-www-form-urlencoded" };

  async function started(answers: unknown[] = []) {
    const origin = await echo();
    const terminal = scriptedTerminal(answers);
    const plain = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 30_000 });
    const quiet = masking(terminal, plain);
    const send = (path: string, headers: Record<string, string>, body = "") =>
      quiet.http.within(10_000).send({ method: "POST", url: new URL(path, origin), headers, body });
    return { send, said: terminal.said, terminal: quiet.terminal };
  }

  test("does not come back in an answer, of one connection or another", async () => {
    const { send } = await started();
    const { text, headers } = await send("/", { authorization: "Bearer the-access-token" });
    expect(text).toContain('"scope":"Bearer *** "');
    expect(headers["www-authenticate"]).toBe("Bearer ***");
    expect((await send("/", form, "note=the-access-token")).text).toContain("note=***");
  });

  test.each(["client_secret", "code", "code_verifier", "password", "token"])("as %s in a form", async (name) => {
    const { send } = await started();
    const { text } = await send("/", form, new URLSearchParams({ [name]: "correct horse" }).toString());
    expect(text).toContain(`"scope":" ${name}=***"`);
  });

  test("an answer that hands out a token is left as it is, and the token is never said from then on", async () => {
    const { send, said, terminal } = await started([true, "", "", 0]);
    const { text } = await send("/token", form, "client_secret=the-client-secret");
    expect(JSON.parse(text).access_token).toBe("the-new-token");
    const both = "the-client-secret, the%2Dnew-token";
    terminal.say(both);
    await terminal.confirm(both);
    await terminal.ask(both);
    await terminal.askSecret(both);
    await terminal.choose(both, []);
    expect(said).toEqual(Array(5).fill("***, ***"));
    expect((await send("/", {}, "the-new-token")).text).not.toContain('the-new-token"}');
  });

  test("nothing short, which every other text may hold", async () => {
    const { send } = await started();
    expect((await send("/", form, "code=scope")).text).toContain('"scope":" code=scope"');
  });
});
