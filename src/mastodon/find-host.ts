import { isLoopback } from "../loopback.ts";
import { asObject, type Client, parseJson } from "./client.ts";
import type { HttpAnswer } from "./http.ts";
import { isInstance } from "./instance.ts";

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
  ["/.well-known/webfinger?resource=acct:{host}@{host}", selfLinks],
];

function selfLinks({ text }: HttpAnswer): unknown[] {
  return linksIn(text)
    .filter(({ rel }) => rel === "self")
    .map(({ href }) => href);
}

/** What a person named: an address, and the handle where it was one. */
export interface Address {
  origin: string;
  /** `me@example.org`, without the first `@`; empty where no account was named. */
  handle: string;
}

/**
 * Reads what people type to say which instance they mean: `example.org`, `@me@example.org`, `https://example.org/@me`, an
 * address with any path. A profile seen from elsewhere (`https://a.example/@me@b.example`) means its home, b.example.
 *
 * @returns always https, except on loopback
 * @throws Error with one sentence that names the cure
 */
export function parseAddress(typed: string): Address {
  const text = typed
    .trim()
    .replace(/^<(.*)>$/, "$1")
    .replace(/^(["'`])(.*)\1$/, "$2")
    .trim();
  if (text === "") throw new Error("No instance is named. Give its address, such as mastodon.social, or your handle.");
  if (/^@[^@\s/.]+$/.test(text)) {
    throw new Error(`${text} names no server. Give the whole handle, such as ${text}@mastodon.social`);
  }
  const named = /^(?:acct:)?@?([^@\s/:?#]+)@([^@\s/?#]+)$/.exec(text);
  if (named) return { origin: originOf(named[2]!), handle: `${named[1]}@${named[2]}` };
  const seenFromElsewhere = /\/@([^@\s/?#]+)@([^@\s/?#]+)/.exec(text);
  if (seenFromElsewhere) {
    const [, name, domain] = seenFromElsewhere;
    return { origin: originOf(domain!), handle: `${name}@${domain}` };
  }
  return { origin: originOf(text), handle: "" };
}

/** The handle in what people type, without its first `@`: a handle itself, or the address of a profile. Empty for none. */
export function handleIn(typed: string): string {
  const profile = /^(?:https?:\/\/)?([^/\s@]+)\/(?:@|users\/)([^@\s/?#]+)\/?$/.exec(typed.trim());
  if (profile) return `${profile[2]}@${profile[1]}`;
  try {
    return parseAddress(typed).handle;
  } catch {
    return "";
  }
}

function originOf(text: string): string {
  // What has a colon and a number behind it is a host and its port.
  const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  const url = /\s/.test(text) || !URL.canParse(address) ? null : new URL(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") {
    throw new Error(
      "This is not the address of an instance. It should look like mastodon.social, https://mastodon.social or @me@mastodon.social",
    );
  }
  if (url.username || url.password) {
    throw new Error("The address contains a user name or password, which does not belong there. Leave it out.");
  }
  if (isLoopback(url.hostname)) return /^https:/i.test(text) ? url.origin : `http://${url.host}`;
  // Nothing secret goes over plain http, and whoever types it means the same server.
  return `https://${url.host.replace(/\.(?=$|:)/, "")}`;
}

/** How many hosts may send on to the next one. */
const MOST_HOPS = 3;

/**
 * Finds the origin of the API from what a person named. Asks without a token; people must be shown what was found before
 * they give a secret to it.
 *
 * @returns an origin at which an instance answers, or null
 */
export async function findInstance(probe: Client["probe"], { origin, handle }: Address): Promise<string | null> {
  let here = origin;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    if (await isInstance(probe, here)) return here;
    const answer = await probe(new URL("/api/v2/instance", here));
    const next = safeOrigin(answer?.headers.location, here);
    if (next === null || next === here) break;
    here = next;
  }
  return (await findApiOrigin(probe, origin)) ?? (handle === "" ? null : homeOf(probe, origin, handle));
}

/** The origin that WebFinger names for an account: the one thing that every handle domain has. */
async function homeOf(probe: Client["probe"], origin: string, handle: string): Promise<string | null> {
  const path = `/.well-known/webfinger?resource=${encodeURIComponent(`acct:${handle}`)}`;
  const answer = await probe(new URL(path, origin));
  const pointers = [answer?.headers.location, ...(answer?.status === 200 ? selfLinks(answer) : [])];
  for (const pointer of pointers) {
    const candidate = safeOrigin(pointer, origin);
    if (candidate !== null && candidate !== origin && (await isInstance(probe, candidate))) return candidate;
  }
  return null;
}

/** The origin of an address, if a token may ever go there: https, or from loopback to loopback. */
export function safeOrigin(pointer: unknown, base: string): string | null {
  if (typeof pointer !== "string" || pointer === "" || !URL.canParse(pointer, base)) return null;
  const url = new URL(pointer, base);
  const from = new URL(base);
  const staysHere = url.protocol === "http:" && from.protocol === "http:" && isLoopback(url.hostname);
  return url.protocol === "https:" || staysHere ? url.origin : null;
}

/** The links of a nodeinfo or WebFinger document. */
export function linksIn(text: string): Record<string, unknown>[] {
  const { links } = asObject(parseJson(text));
  return Array.isArray(links) ? links.map(asObject) : [];
}
