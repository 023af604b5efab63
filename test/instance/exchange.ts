import type { Answer } from "./call.ts";
import { type Fault, type FaultyAnswer, takeFault } from "./faults.ts";
import { showBody } from "./parameters.ts";

/** A request as a socket would bring it. */
export interface ExchangeRequest {
  method: string;
  /** With the query. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** What comes back: an answer, a connection that is reset, or one that ends within the answer. */
export type Exchange = { answer: Answer } | { reset: true } | { cut: CutAnswer };

/** The first half of an answer; its headers announce the length of the whole. */
export interface CutAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export interface SeenRequest {
  method: string;
  /** With the query. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** As text; a multipart one as a line for each of its fields. */
  body: string;
  /** Answered; null while the work goes on and when the connection was cut (faults `reset` and `cut`). */
  status: number | null;
}

/**
 * Puts one request through the faults and the work, and logs it. The work goes on to its end whether or not anybody
 * still waits for what this returns.
 */
export async function exchangeOnce(
  request: ExchangeRequest,
  { requests, faults, work, sleep }: Exchanging,
): Promise<Exchange> {
  const { method, path, headers, body } = request;
  const seen: SeenRequest = { method, path, headers, body: showBody(headers["content-type"], body), status: null };
  requests.push(seen);
  const fault = takeFault(faults, method, path);
  if (fault?.reset === "before") return { reset: true };
  const working = fault?.answer ? Promise.resolve(wholeOf(fault.answer)) : work(request, fault?.delay ?? 0);
  const worked = await (fault?.gateway ? unlessLate(working, fault.gateway, sleep) : working);
  if (fault?.reset === "after") return { reset: true };
  if (fault?.cut) return { cut: half(worked) };
  const answer = fault?.answerAfter ? wholeOf(fault.answerAfter) : worked;
  if (fault?.contentType !== undefined) answer.headers = { ...answer.headers, "content-type": fault.contentType };
  if (fault?.rewrite) answer.body = rewritten(answer.body, fault.rewrite);
  seen.status = answer.status;
  return { answer };
}

/** What an instance's exchanges share. */
export interface Exchanging {
  requests: SeenRequest[];
  faults: Fault[];
  work: (request: ExchangeRequest, delay: number) => Promise<Answer>;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** What comes first: the server's answer, or that of a gateway which waits no longer. */
async function unlessLate(
  working: Promise<Answer>,
  { milliseconds, answer }: NonNullable<Fault["gateway"]>,
  sleep: Exchanging["sleep"],
): Promise<Answer> {
  const inTime = new AbortController();
  const late = sleep(milliseconds, inTime.signal).then(() => wholeOf(answer));
  // Whichever comes second is nobody's answer.
  for (const one of [working, late]) one.catch(() => {});
  return Promise.race([working, late]).finally(() => inTime.abort());
}

function wholeOf(answer: FaultyAnswer): Answer {
  return { headers: {}, body: "", ...answer };
}

function rewritten(body: string, rewrite: NonNullable<Fault["rewrite"]>): string {
  return JSON.stringify(
    JSON.parse(body, (_, value) =>
      value !== null && typeof value === "object" && "id" in value ? rewrite(value) : value,
    ),
  );
}

function half({ status, headers, body }: Answer): CutAnswer {
  const whole = Buffer.from(body);
  return {
    status,
    headers: { ...headers, "content-length": String(whole.length) },
    body: whole.subarray(0, Math.floor(whole.length / 2)),
  };
}
