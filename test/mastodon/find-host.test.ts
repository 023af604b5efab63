import { describe, expect, test } from "vitest";
import { findInstance, parseAddress, safeOrigin } from "../../src/mastodon/find-host.ts";
import type { HttpAnswer } from "../../src/mastodon/http.ts";
import { softwareAt } from "../../src/mastodon/nodeinfo.ts";

const secure = "https://example.org";
const local = "http://127.0.0.1:3000";

test.each([
  ["another secure host", "https://social.example.org/.well-known/nodeinfo", secure, "https://social.example.org"],
  ["a template is as good", "https://social.example.org/?resource={uri}", secure, "https://social.example.org"],
  ["a relative address stays", "/nodeinfo/2.0", secure, secure],
  ["from loopback to loopback", "http://127.0.0.1:4000/", local, "http://127.0.0.1:4000"],
  ["from loopback to a secure host", "https://social.example.org/", local, "https://social.example.org"],
])("where a token may go: %s", (_what, pointer, base, expected) => {
  expect(safeOrigin(pointer, base)).toBe(expected);
});

test.each([
  ["plain http", "http://social.example.org/", secure],
  ["plain http on the same host", "http://example.org/", secure],
  ["plain http on loopback, from a secure host", "http://127.0.0.1:4000/", secure],
  ["plain http elsewhere, from loopback", "http://social.example.org/", local],
  ["another scheme", "ftp://example.org/", secure],
  ["a script", "javascript:alert(1)", secure],
  ["no address", "https://", secure],
  ["nothing", "", secure],
  ["null", null, secure],
  ["an object", {}, secure],
  ["absent", undefined, secure],
])("where a token may not go: %s", (_what, pointer, base) => {
  expect(safeOrigin(pointer, base)).toBeNull();
});

describe("what people type", () => {
  test.each([
    ["example.org", "https://example.org", ""],
    [" Example.ORG/ ", "https://example.org", ""],
    ["example.org.", "https://example.org", ""],
    ["example.org:8443", "https://example.org:8443", ""],
    ["https://example.org/@me", "https://example.org", ""],
    ["example.org/@me", "https://example.org", ""],
    ["https://example.org/users/me?x=1#y", "https://example.org", ""],
    ["https://example.org/deck/@me/123", "https://example.org", ""],
    ["http://example.org/", "https://example.org", ""],
    ["<https://example.org>", "https://example.org", ""],
    ['"example.org"', "https://example.org", ""],
    ["bücher.example", "https://xn--bcher-kva.example", ""],
    ["@me@example.org", "https://example.org", "me@example.org"],
    ["me@example.org", "https://example.org", "me@example.org"],
    ["acct:me@example.org", "https://example.org", "me@example.org"],
    ["https://elsewhere.example/@me@example.org", "https://example.org", "me@example.org"],
    ["http://127.0.0.1:3000/@me", "http://127.0.0.1:3000", ""],
    ["127.0.0.1:3000", "http://127.0.0.1:3000", ""],
    ["localhost:3000", "http://localhost:3000", ""],
    ["https://localhost:3000", "https://localhost:3000", ""],
    ["@me@127.0.0.1:3000", "http://127.0.0.1:3000", "me@127.0.0.1:3000"],
  ])("%s", (typed, origin, handle) => {
    expect(parseAddress(typed)).toEqual({ origin, handle });
  });

  test.each([
    ["", "No instance is named"],
    ["@me", "@me names no server"],
    ["two words", "not the address of an instance"],
    ["javascript:alert(1)", "not the address of an instance"],
    ["mailto:me@example.org", "not the address of an instance"],
    ["ftp://example.org", "not the address of an instance"],
    ["https://", "not the address of an instance"],
    ["https://me:pass@example.org/", "user name or password"],
  ])("refused: %s", (typed, sentence) => {
    expect(() => parseAddress(typed)).toThrow(sentence);
  });
});

/** Hosts that answer what stands here, and nothing else. */
function web(pages: Record<string, Partial<HttpAnswer>>) {
  const asked: string[] = [];
  const probe = async (url: URL): Promise<HttpAnswer | null> => {
    asked.push(url.href);
    const known = Object.keys(pages).some((address) => new URL(address).host === url.host);
    if (!known) return null;
    return { status: 404, headers: {}, text: "", ...pages[url.href] };
  };
  return { probe, asked };
}

const instance = { status: 200, text: JSON.stringify({ version: "4.5.0", domain: "example.org" }) };
const api = "/api/v2/instance";
const social = "https://social.example.org";
const to = (location: string) => ({ status: 301, headers: { location } });

describe("the origin of the API", () => {
  test.each([
    ["where it was named", { [`${secure}${api}`]: instance }, secure],
    ["a redirect of everything", { [`${secure}${api}`]: to(`${social}${api}`), [`${social}${api}`]: instance }, social],
    [
      "two redirects",
      {
        [`${secure}${api}`]: to(`https://www.example.org${api}`),
        [`https://www.example.org${api}`]: to(`${social}${api}`),
        [`${social}${api}`]: instance,
      },
      social,
    ],
    [
      "a handle domain that redirects WebFinger alone",
      {
        [`${secure}/.well-known/webfinger?resource=acct%3Ame%40example.org`]: to(`${social}/.well-known/webfinger`),
        [`${social}${api}`]: instance,
      },
      social,
    ],
    [
      "a handle domain that answers WebFinger itself",
      {
        [`${secure}/.well-known/webfinger?resource=acct%3Ame%40example.org`]: {
          status: 200,
          text: JSON.stringify({ links: [{ rel: "self", href: `${social}/users/me` }] }),
        },
        [`${social}${api}`]: instance,
      },
      social,
    ],
    [
      "a handle domain with nodeinfo",
      {
        [`${secure}/.well-known/nodeinfo`]: {
          status: 200,
          text: JSON.stringify({ links: [{ href: `${social}/nodeinfo/2.0` }] }),
        },
        [`${social}${api}`]: instance,
      },
      social,
    ],
    [
      "an instance that describes itself to its users alone",
      { [`${secure}${api}`]: { status: 401, text: '{"error":"x"}' } },
      secure,
    ],
    ["a redirect to plain http", { [`${secure}${api}`]: to(`http://social.example.org${api}`) }, null],
    ["a redirect to nowhere", { [`${secure}${api}`]: to(`https://gone.example${api}`) }, null],
    ["a web site", { [`${secure}${api}`]: { status: 200, text: "<html>" } }, null],
    ["nobody", {}, null],
  ])("%s", async (_what, pages: Record<string, Partial<HttpAnswer>>, expected) => {
    const { probe } = web(pages);
    expect(await findInstance(probe, { origin: secure, handle: "me@example.org" })).toBe(expected);
  });

  test("redirects in a circle end", async () => {
    const { probe, asked } = web({
      [`${secure}${api}`]: to(`${social}${api}`),
      [`${social}${api}`]: to(`${secure}${api}`),
    });
    expect(await findInstance(probe, { origin: secure, handle: "" })).toBeNull();
    expect(asked.length).toBeLessThan(30);
  });
});

test.each([
  ["both", { name: "mastodon", version: "4.5.0" }, { name: "mastodon", version: "4.5.0" }],
  ["a name alone", { name: "snac" }, { name: "snac", version: "" }],
  ["a name that is none", { name: "<b>", version: "1" }, null],
  ["nothing", {}, null],
])("the software that nodeinfo names: %s", async (_what, software, expected) => {
  const { probe } = web({
    [`${secure}/.well-known/nodeinfo`]: { status: 200, text: '{"links":[{"href":"/nodeinfo/2.0"}]}' },
    [`${secure}/nodeinfo/2.0`]: { status: 200, text: JSON.stringify({ software }) },
  });
  expect(await softwareAt(probe, secure)).toEqual(expected);
});
