import { asObject, type Client, parseJson } from "./client.ts";
import type { HttpAnswer } from "./http.ts";
import { isInstance } from "./instance.ts";
import { isLoopback } from "./loopback.ts";

/**
 * Finds the origin of the API behind a domain that handles bear. Asks without a token.
 *
 * `@user@example.org` may live on `social.example.org`: the handle domain redirects or describes only what stands under
 * `/.well-known` (Mastodon's LOCAL_DOMAIN and WEB_DOMAIN; GoToSocial's host and account-domain).
 *
 * @returns an origin at which an instance answers, or null
 */
export async function findApiOrigin(probe: Client["probe"], origin: string): Promise<string | null> {
  const { host } = new URL(origin);
  const tried = new Set([origin]);
  for (const [path, pointersOf] of CLUES) {
    const answer = await probe(new URL(path.replaceAll("{host}", host), origin));
    // A server that is silent once need not be waited for three times more.
    if (answer === null) return null;
    for (const pointer of [answer.headers.location, ...(answer.status === 200 ? pointersOf(answer) : [])]) {
      const candidate = safeOrigin(pointer, origin);
      if (candidate === null || tried.has(candidate)) continue;
      tried.add(candidate);
      if (await isInstance(probe, candidate)) return candidate;
    }
  }
  return null;
}

/** Where a domain may tell of its API host, and how to read it there. */
const CLUES: [path: string, pointersOf: (answer: HttpAnswer) => unknown[]][] = [
  ["/.well-known/nodeinfo", ({ text }) => linksIn(text).map(({ href }) => href)],
  ["/.well-known/host-meta", ({ text }) => [/template=["']([^"']+)["']/.exec(text)?.[1]]],
  ["/.well-known/oauth-authorization-server", ({ text }) => [asObject(parseJson(text)).issuer]],
  // Mastodon's actor for the whole server bears the server's own name, so that no user has to be known.
  [
    "/.well-known/webfinger?resource=acct:{host}@{host}",
    ({ text }) =>
      linksIn(text)
        .filter(({ rel }) => rel === "self")
        .map(({ href }) => href),
  ],
];

/** The name of the software that a server says it runs (nodeinfo); null when it does not say. */
export async function softwareOf(probe: Client["probe"], origin: string): Promise<string | null> {
  const index = await probe(new URL("/.well-known/nodeinfo", origin));
  const href = index?.status === 200 ? linksIn(index.text)[0]?.href : undefined;
  if (safeOrigin(href, origin) !== origin) return null;
  const document = await probe(new URL(String(href), origin));
  const { name } = asObject(asObject(parseJson(document?.text ?? "")).software);
  return typeof name === "string" && /^[\w.-]{1,40}$/.test(name) ? name : null;
}

/** The origin of an address, if a token may ever go there: https, or from loopback to loopback. */
export function safeOrigin(pointer: unknown, base: string): string | null {
  if (typeof pointer !== "string" || pointer === "" || !URL.canParse(pointer, base)) return null;
  const url = new URL(pointer, base);
  const from = new URL(base);
  const staysHere = url.protocol === "http:" && from.protocol === "http:" && isLoopback(url.hostname);
  return url.protocol === "https:" || staysHere ? url.origin : null;
}

function linksIn(text: string): Record<string, unknown>[] {
  const { links } = asObject(parseJson(text));
  return Array.isArray(links) ? links.map(asObject) : [];
}
