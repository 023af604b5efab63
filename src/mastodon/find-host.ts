import { type Client, parseJson } from "./client.ts";
import type { HttpAnswer } from "./http.ts";
import { isInstance } from "./instance.ts";

/**
 * Finds the origin of the API behind a domain that handles bear.
 *
 * `@user@example.org` may live on `social.example.org`: the handle domain redirects or describes only what stands under
 * `/.well-known` (Mastodon's LOCAL_DOMAIN and WEB_DOMAIN; GoToSocial's host and account-domain).
 *
 * @returns an origin at which an instance answers, or null
 */
export async function findApiOrigin(probe: Client["probe"], origin: string): Promise<string | null> {
  const tried = new Set([origin]);
  for (const [path, pointersOf] of CLUES) {
    const answer = await probe(new URL(path, origin));
    if (!answer) continue;
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
  ["/.well-known/nodeinfo", ({ text }) => links(parseJson(text))],
  ["/.well-known/host-meta", ({ text }) => [/template=["']([^"']+)["']/.exec(text)?.[1]]],
  ["/.well-known/oauth-authorization-server", ({ text }) => [(parseJson(text) as { issuer?: unknown } | null)?.issuer]],
  ["/.well-known/webfinger", () => []],
];

function links(json: unknown): unknown[] {
  const { links: list } = (json ?? {}) as { links?: unknown };
  return Array.isArray(list) ? list.map((link) => (link as { href?: unknown } | null)?.href) : [];
}

/** The origin of an address, if a token may ever go there: https, or the loopback that we came from. */
function safeOrigin(pointer: unknown, base: string): string | null {
  if (typeof pointer !== "string" || !URL.canParse(pointer, base)) return null;
  const url = new URL(pointer, base);
  const sameLoopback = url.protocol === "http:" && new URL(base).protocol === "http:";
  return url.protocol === "https:" || sameLoopback ? url.origin : null;
}
