import type { Clock } from "../../src/mastodon/clock.ts";
import { NotConnected } from "../../src/mastodon/connections.ts";
import type { Http, HttpAnswer, HttpRequest } from "../../src/mastodon/http.ts";
import { type FaultyAnswer, redirect } from "../instance/faults.ts";
import type { PracticeInstance } from "../instance/server.ts";
import { timeout, type VirtualTime } from "../mastodon/virtual-clock.ts";
import { type Asked, type Fault, nameOf, rollFault } from "./faults.ts";
import type { Random } from "./random.ts";
import type { Weather } from "./world.ts";

/** A request, as the trace tells it. */
export interface Seen {
  at: number;
  method: string;
  path: string;
  /** Empty for none. */
  fault: string;
  /** What came back. */
  told: string;
}

/** A status or an entry of the scheduled list that a request made. */
export interface Made {
  id: string;
  inReplyTo: string | null;
  isScheduled: boolean;
  /** When its request was sent, when it reached the server, and when it was stored: virtual milliseconds. */
  sent: number;
  began: number;
  stored: number;
}

/** One run's line to the server, and what went over it. */
export interface Wire {
  http: Http;
  seen: Seen[];
  made: Made[];
  /** What is under way: waits and requests that nobody has ended. */
  open(): number;
  /** When the last request was off the server's hands. */
  settled(): number;
  /** What must never be: one sentence each. */
  wrongs: string[];
}

/** What all wires of a run share. */
export interface Place {
  time: VirtualTime;
  instance: PracticeInstance;
  dice: Random;
  skew: number;
  tellsTime: boolean;
  /** The longest that a request may keep the server busy, in milliseconds. */
  longest: number;
  /** Ids of all that was ever made. */
  known: Set<string>;
}

/** How long a request is under way to the server, in milliseconds: from, to. */
const WAY = [20, 180] as const;

/** A server stores within this time, or never. Milliseconds. */
export const REQUEST_LIMIT = 60_000;

/**
 * The connections of one run: what is sent goes through the weather to the practice instance, in virtual time.
 *
 * @param limit milliseconds for the whole run
 */
export function openWire(place: Place, weather: Weather, limit: number): Wire {
  const { time, instance, dice } = place;
  const start = time.now();
  const seen: Seen[] = [];
  const made: Made[] = [];
  const wrongs: string[] = [];
  let open = 0;
  let settled = start;
  let outage: Fault | null = null;

  function faultFor(asked: Asked, isPost: boolean): Fault | null {
    const passed = time.now() - start;
    if (weather.outage && passed >= weather.outage.from && passed < weather.outage.to) {
      outage ??= lasting(dice);
      return outage;
    }
    return dice.chance(isPost ? weather.posts : weather.others) ? rollFault(dice, asked) : null;
  }

  /** What comes back; the server goes on with it whether or not anybody waits. */
  async function exchange(request: HttpRequest): Promise<HttpAnswer> {
    const { method, url, headers } = request;
    const path = `${url.pathname}${url.search}`;
    const told: Seen = { at: time.now(), method, path, fault: "", told: "no answer" };
    seen.push(told);
    if (url.origin !== instance.origin) {
      if (headers.authorization) wrongs.push(`the token went to ${url.origin}`);
      told.path = url.href;
      throw new NotConnected(broken("ENOTFOUND"));
    }
    const isPost = method === "POST" && path === "/api/v1/statuses";
    const now = time.now() + place.skew;
    const asked = {
      method,
      path,
      isOpen: !headers.authorization,
      now,
      origin: instance.origin,
      longest: place.longest,
    };
    const fault = faultFor(asked, isPost);
    told.fault = fault ? nameOf(fault) : "";
    const answer = await meet(request, path, fault, isPost).catch((error: Error & { code?: string }) => {
      told.told = error.code ?? error.message;
      throw error;
    });
    told.told = `${answer.status} ${answer.text.slice(0, 80).replaceAll(/\s+/g, " ")}`;
    return answer;
  }

  async function meet(request: HttpRequest, path: string, fault: Fault | null, isPost: boolean): Promise<HttpAnswer> {
    const way = () => time.sleep(dice.integer(...WAY));
    await way();
    if (fault?.kind === "no connection") throw new NotConnected(broken(fault.code));
    if (fault?.kind === "reset" && fault.when === "before") throw broken("ECONNRESET");
    if (fault?.kind === "silence") return new Promise(() => {});
    if (fault?.kind === "answer") return dated(fault.answer);
    if (fault?.kind === "stale") {
      return dated({ status: 200, headers: { "content-type": "application/json", age: "40" }, body: "[]" });
    }
    const answer = await work(request, path, fault?.kind === "late" ? fault.delay : 0, isPost);
    switch (fault?.kind) {
      case "reset":
        throw broken("ECONNRESET");
      case "cut":
        if (fault.breaks) throw broken("UND_ERR_SOCKET");
        return { ...answer, text: answer.text.slice(0, answer.text.length / 2) };
      case "answer after":
        return dated(fault.answer);
      case "slow answer":
        await time.sleep(fault.delay);
        return answer;
      case "content type":
        return { ...answer, headers: { ...answer.headers, "content-type": fault.type } };
      default:
        await way();
        return answer;
    }
  }

  /** The server at work. */
  async function work(request: HttpRequest, path: string, delay: number, isPost: boolean): Promise<HttpAnswer> {
    const { method, headers } = request;
    const sent = time.now();
    const body = await bytesOf(request);
    if (delay > 0) instance.fault({ delay });
    const came = await instance.exchange({ method, path, headers: { ...headers }, body });
    if (!("answer" in came)) throw new Error("A fault that nobody asked for.");
    const answer = dated(came.answer);
    if (isPost) {
      settled = Math.max(settled, time.now());
      note(answer, sent);
    }
    return answer;
  }

  /** Whoever gets an id first has made what bears it: a repeat is shown it later. */
  function note({ status, text }: HttpAnswer, began: number): void {
    const entity = status < 300 ? JSON.parse(text) : {};
    if (typeof entity.id !== "string" || place.known.has(entity.id)) return;
    place.known.add(entity.id);
    const isScheduled = typeof entity.scheduled_at === "string" && typeof entity.params === "object";
    const inReplyTo = (isScheduled ? entity.params.in_reply_to_id : entity.in_reply_to_id) ?? null;
    const one = { id: entity.id, inReplyTo, isScheduled, sent: began, began, stored: time.now() };
    made.push(one);
    if (one.stored - one.sent > REQUEST_LIMIT) wrongs.push("the practice server stored later than it may");
  }

  function dated({ status, headers = {}, body = "" }: FaultyAnswer): HttpAnswer {
    const date = new Date(time.now() + place.skew).toUTCString();
    return { status, headers: place.tellsTime ? { date, ...headers } : headers, text: String(body) };
  }

  function httpUntil(end: number, signal: AbortSignal | null): Http {
    const reasonOf = () => (signal?.aborted ? signal.reason : time.now() >= end ? timeout() : null);
    const clock: Clock = {
      now: () => time.now(),
      left: () => Math.max(0, end - time.now()),
      async wait(milliseconds) {
        open += 1;
        if (!signal?.aborted) await time.sleep(Math.min(milliseconds, end - time.now()), signal ?? undefined);
        open -= 1;
        const reason = reasonOf();
        if (reason) throw reason;
      },
    };
    return {
      clock,
      proxyOf: () => "",
      async send(request) {
        if (reasonOf()) {
          throw Object.assign(new Error("The time was over before the request was sent"), { code: "ERR_TIME_IS_UP" });
        }
        const answered = new AbortController();
        const until = signal ? AbortSignal.any([signal, answered.signal]) : answered.signal;
        const late = time.sleep(end - time.now(), until).then(() => {
          throw reasonOf() ?? timeout();
        });
        late.catch(() => {});
        open += 1;
        try {
          const came = exchange(request);
          came.catch(() => {});
          return await Promise.race([came, late]);
        } finally {
          open -= 1;
          answered.abort();
        }
      },
      overtime: (more) => httpUntil(time.now() + more, null),
      within(less) {
        if (typeof less === "number") return httpUntil(Math.min(end, time.now() + less), signal);
        return httpUntil(end, signal ? AbortSignal.any([signal, less]) : less);
      },
    };
  }

  return { http: httpUntil(start + limit, null), seen, made, open: () => open, settled: () => settled, wrongs };
}

/** What one fault may do to everything for a while. */
function lasting(dice: Random): Fault {
  const page = (status: number): Fault => ({
    kind: "answer",
    name: `${status}, a page`,
    answer: { status, headers: { "content-type": "text/html" }, body: "<html><title>Down</title></html>" },
  });
  return dice.pick<Fault>([
    { kind: "no connection", code: "ECONNREFUSED" },
    { kind: "reset", when: "before" },
    { kind: "silence" },
    page(502),
    page(503),
    page(404),
    page(200),
    { kind: "answer", name: "302 to elsewhere", answer: redirect("https://elsewhere.example/", 302) },
  ]);
}

/** As undici throws it. */
function broken(code: string): Error {
  return Object.assign(new Error(`broken: ${code}`), { code });
}

async function bytesOf({ body }: HttpRequest): Promise<Buffer> {
  if (typeof body !== "object") return Buffer.from(body ?? "");
  const chunks: Buffer[] = [];
  for await (const chunk of body.chunks()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
