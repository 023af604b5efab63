import { type Call, json, Refusal } from "./call.ts";
import type { RateLimit } from "./profiles.ts";

/**
 * Counts the request in every throttle that applies.
 * @returns the headers of the tightest one, none outside /api
 * @throws Refusal 429 when one is exceeded
 */
export function throttle(call: Call): Record<string, string> {
  const applying = throttlesFor(call);
  if (applying.length === 0) return {};
  const counted = applying.map(({ key, rate }) => ({ key, rate, left: rate.limit - count(call, key, rate) }));
  const tightest = counted.reduce((a, b) => (b.left < a.left ? b : a));
  if (tightest.left < 0) throw tooMany(call, tightest.rate, fromRackAttack);
  return limitHeaders(call, tightest.rate, tightest.left);
}

function throttlesFor(call: Call): { key: string; rate: RateLimit }[] {
  const rates = call.profile.rateLimits;
  if (rates === null) return [];
  const { token, method, path } = call;
  // Only loopback comes here, so all requests share one address.
  const who = token?.account ? `account ${token.account.id}` : "address";
  const found: { key: string; rate: RateLimit | null }[] = [];
  if (path.startsWith("/api")) {
    if (token) found.push({ key: `token ${token.value}`, rate: rates.perToken });
    if (token?.account && rates.perAccount) found.push({ key: who, rate: rates.perAccount });
    else found.push({ key: "address", rate: rates.perAddress });
  }
  const { throttle: applications } = call.profile.oauth.registration;
  if (method === "POST" && path === "/api/v1/apps") found.push({ key: "applications", rate: applications });
  if (["page", "min_id", "max_id", "since_id"].some((name) => call.parameters[name])) {
    found.push({ key: `paging ${who}`, rate: rates.paging });
  }
  if (method === "DELETE" && token?.account && /^\/api\/v1\/statuses\/[^/]+$/.test(path)) {
    found.push({ key: `deletions ${who}`, rate: rates.deletions });
  }
  if (method === "GET" && token?.account && /^\/api\/v1\/statuses\/[^/]+(\/source)?$/.test(path)) {
    found.push({ key: `reads ${who}`, rate: rates.reads });
  }
  if (method === "POST" && token?.account && /^\/api\/v[12]\/media$/.test(path)) {
    found.push({ key: `media ${who}`, rate: rates.media });
  }
  return found.filter((throttle): throttle is { key: string; rate: RateLimit } => throttle.rate !== null);
}

/**
 * Counts one post of the account in `call.postsFor`.
 * @throws Refusal 429 when the account has none left; then nothing is counted
 */
export function countPost(call: Call): void {
  const rate = call.profile.rateLimits?.posts;
  if (!rate || call.postsFor === null) return;
  const key = `posts ${call.postsFor}`;
  if (used(call, key, rate) >= rate.limit) throw tooMany(call, rate);
  count(call, key, rate);
}

/** The headers of the limit for posts, unless the request's own throttle is the tighter one. */
export function postHeaders(call: Call, headers: Record<string, string>): Record<string, string> {
  const rate = call.profile.rateLimits?.posts;
  if (!rate || call.postsFor === null) return headers;
  const left = rate.limit - used(call, `posts ${call.postsFor}`, rate);
  if (left > Number(headers["x-ratelimit-remaining"] ?? Number.POSITIVE_INFINITY)) return headers;
  return { ...headers, ...limitHeaders(call, rate, left) };
}

function windowStart(call: Call, rate: RateLimit): number {
  const seconds = Math.floor(call.now().getTime() / 1000);
  return seconds - (seconds % rate.seconds);
}

function used(call: Call, key: string, rate: RateLimit): number {
  const window = call.store.windows.get(key);
  return window?.start === windowStart(call, rate) ? window.count : 0;
}

function count(call: Call, key: string, rate: RateLimit): number {
  const counted = used(call, key, rate) + 1;
  call.store.windows.set(key, { start: windowStart(call, rate), count: counted });
  return counted;
}

/** What counts requests before the application sees them answers in its own way. */
const fromRackAttack = { "content-type": "application/json", "cache-control": "no-cache" };

function tooMany(call: Call, rate: RateLimit, headers: Record<string, string> = {}): Refusal {
  const all = { ...headers, ...limitHeaders(call, rate, 0) };
  return new Refusal(json({ error: call.profile.errors.tooManyRequests }, all, 429));
}

function limitHeaders(call: Call, rate: RateLimit, left: number): Record<string, string> {
  const digits = call.profile.rateLimits?.resetDigits ?? null;
  if (digits === null) return {};
  // Mastodon adds whole seconds to the present moment, so the fraction of the moment stays in the reset.
  const now = call.now().getTime();
  const wholeSeconds = rate.seconds - (Math.floor(now / 1000) % rate.seconds);
  const reset = new Date(now + wholeSeconds * 1000).toISOString();
  return {
    "x-ratelimit-limit": String(rate.limit),
    "x-ratelimit-remaining": String(left),
    "x-ratelimit-reset": digits === 6 ? reset.replace("Z", "000Z") : reset,
  };
}
