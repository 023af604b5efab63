import type { Keys } from "./idempotency.ts";
import type { Parameters } from "./parameters.ts";
import type { Profile } from "./profiles.ts";
import type { Store, Token } from "./store.ts";

/** One request on its way through the practice instance. */
export interface Call {
  method: string;
  /** Without the query. */
  path: string;
  headers: Record<string, string>;
  parameters: Parameters;
  /** What stood at `:id` and the like in the route. */
  inPath: Record<string, string>;
  /** The token of the Authorization header when this instance knows it, in whatever state it is. */
  token: Token | null;
  origin: string;
  store: Store;
  profile: Profile;
  now: () => Date;
  /** Idempotency keys: what `once` remembers. */
  keys: Keys;
  /** Resolves after so many milliseconds of the instance's time; throws when the signal fires or the instance ends. */
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Hosts of other servers that answer nothing. */
  silentHosts: readonly string[];
  /** Set once the request is known to come under the limit for posts; its headers then describe that limit. */
  postsFor: string | null;
  /** The time the work takes: a fault may stretch it. What happens before and after can interleave with other calls. */
  work: () => Promise<void>;
}

export interface Answer {
  status: number;
  /** Nothing else is added to its headers, such as those of rate limits. */
  isBare?: true;
  headers: Record<string, string>;
  body: string;
}

export interface Route {
  method: string;
  /** `:name` stands for one segment. */
  path: string;
  handle: (call: Call) => Answer | Promise<Answer>;
}

/** Ends a call with an error answer. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(answer.body);
    this.answer = answer;
  }
}

export function json(value: unknown, headers: Record<string, string> = {}, status = 200): Answer {
  return {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "private, no-store",
      vary: "Authorization, Origin",
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

/** For what anybody may keep for so long: headers of public answers. */
export function cachedFor(seconds: number): Record<string, string> {
  return { "cache-control": `max-age=${seconds}, public, stale-while-revalidate=30, stale-if-error=86400` };
}

/** For what anybody may keep, unless somebody in particular has asked. */
export function cachedUnlessSignedIn({ token }: Call): Record<string, string> {
  return token ? {} : cachedFor(15);
}

/** An error that nobody caught, as Rails answers it. */
export function railsError(status: 400 | 500): Answer {
  const error = { 400: "Bad Request", 500: "Internal Server Error" }[status];
  const headers = { "content-type": "application/json; charset=UTF-8", vary: "Origin" };
  return { status, isBare: true, headers, body: JSON.stringify({ status, error }) };
}

export function page(status: number, title: string, sentence: string): Answer {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
    body: `<!DOCTYPE html>\n<html lang="en">\n<head><title>${title}</title></head>\n<body>\n<h1>${sentence}</h1>\n</body>\n</html>\n`,
  };
}

/** A refusal in the shape of all API errors. */
export function refuse(status: number, error: string, headers: Record<string, string> = {}): Refusal {
  return new Refusal(json({ error }, headers, status));
}

/** `:name` segments of a route against a path; undefined when it does not fit. */
export function matchPath(route: string, path: string): Record<string, string> | undefined {
  const expected = route.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? "";
    if (segment.startsWith(":")) {
      if (value === "") return undefined;
      found[segment.slice(1)] = value;
    } else if (segment !== value) return undefined;
  }
  return found;
}
