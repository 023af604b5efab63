/** What goes wrong with a request. Exactly one of the last seven says how. */
export interface Fault {
  method?: string;
  /** A string is compared with the path without its query; a RegExp is tried on the path with its query. */
  path?: string | RegExp;
  /** How many matching requests pass before: 0 unless given. */
  after?: number;
  /** How many requests it hits: 1 unless given; Infinity is allowed. */
  times?: number;
  /** Resets the connection, before or after the request took effect. */
  reset?: "before" | "after";
  /** Milliseconds the work on the request takes; then it goes on normally, also when nobody waits any more. */
  delay?: number;
  /** Answered instead of handling the request: nothing takes effect. */
  answer?: FaultyAnswer;
  /** The request takes effect, but this is answered. */
  answerAfter?: FaultyAnswer;
  /** The request takes effect, then its answer breaks off in the middle. */
  cut?: true;
  /** The request takes effect and its answer bears this content type. */
  contentType?: string;
  /** What stands in front of the server waits no longer than this, and answers itself; the work goes on. */
  gateway?: { milliseconds: number; answer: FaultyAnswer };
  /** The request takes effect, and its JSON comes back changed: gets each object in it that has an id, with what it holds. */
  rewrite?: (entity: Record<string, unknown>) => Record<string, unknown>;
}

/** @throws Error when it is not said, or said twice, what goes wrong */
export function checkFault(fault: Fault): void {
  const all = ["reset", "delay", "answer", "answerAfter", "cut", "contentType", "gateway", "rewrite"] as const;
  const kinds = all.filter((kind) => fault[kind] !== undefined);
  if (kinds.length !== 1) throw new Error(`A fault has exactly one kind, not ${kinds.length}: ${kinds.join(", ")}`);
}

export interface FaultyAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Removes and returns the first fault that hits the request, or counts it down while it has `times` left. Faults that
 * match but let the request pass are counted down as well.
 */
export function takeFault(faults: Fault[], method: string, pathWithQuery: string): Fault | undefined {
  for (const [index, fault] of faults.entries()) {
    if (!matches(fault, method, pathWithQuery)) continue;
    if (fault.after) {
      faults[index] = { ...fault, after: fault.after - 1 };
      continue;
    }
    const left = (fault.times ?? 1) - 1;
    if (left > 0) faults[index] = { ...fault, times: left };
    else faults.splice(index, 1);
    return fault;
  }
  return undefined;
}

function matches(fault: Fault, method: string, pathWithQuery: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  // search() and not test(): a RegExp with the g flag would remember where it stopped.
  if (fault.path instanceof RegExp) return pathWithQuery.search(fault.path) >= 0;
  return fault.path === pathWithQuery.split("?")[0];
}

/** The page of a front proxy, such as nginx sends it with 502, 503, 504 or 413. */
export function html(status: number, title = "Bad Gateway"): FaultyAnswer {
  return {
    status,
    headers: { "content-type": "text/html" },
    body: `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  };
}

export function redirect(to: string, status = 301): FaultyAnswer {
  return { status, headers: { location: to, "content-type": "text/html" }, body: "" };
}

/** An API error of any status, in Mastodon's shape. */
export function apiError(status: number, error: string): FaultyAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ error }),
  };
}

/** 429 as both of Mastodon's layers send it; there is no Retry-After. */
export function tooManyRequests(reset: Date, limit = 300): FaultyAnswer {
  const answer = apiError(429, "Too many requests");
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": reset.toISOString().replace("Z", "000Z"),
    },
  };
}

/**
 * 429 as other servers and proxies send it, with any of the ways to say when it is over.
 * @param reset `X-RateLimit-Reset` as it stands there: an ISO date, seconds since 1970, or none
 * @param retryAfter `Retry-After` as it stands there: seconds or an HTTP date
 */
export function throttled({ reset, retryAfter }: { reset?: string; retryAfter?: string } = {}): FaultyAnswer {
  const answer = apiError(429, "Too many requests");
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...(reset === undefined ? {} : { "x-ratelimit-reset": reset }),
      ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
    },
  };
}

/** The seconds since 1970 in which some servers write a reset. */
export function epoch(date: Date): string {
  return String(Math.floor(date.getTime() / 1000));
}

/** GoToSocial under too much load. */
export function overloaded(): FaultyAnswer {
  return {
    ...apiError(503, "server overloaded"),
    headers: { "content-type": "application/json", "retry-after": "30" },
  };
}
