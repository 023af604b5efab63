import {
  apiError,
  epoch,
  type FaultyAnswer,
  html,
  overloaded,
  redirect,
  throttled,
  tooManyRequests,
} from "../instance/faults.ts";
import type { Random } from "./random.ts";

/** What goes wrong with one request. */
export type Fault =
  /** The connection is never made: nothing arrives. */
  | { kind: "no connection"; code: string }
  /** It breaks before the server has done anything, or after it has done all. */
  | { kind: "reset"; when: "before" | "after" }
  /** The answer ends in its middle: the connection breaks, or what came is taken for the whole. */
  | { kind: "cut"; breaks: boolean }
  /** Answered by something in front of the server, or by a server that refuses: nothing is done. */
  | { kind: "answer"; name: string; answer: FaultyAnswer }
  /** All is done, but this is answered. */
  | { kind: "answer after"; name: string; answer: FaultyAnswer }
  /** The server takes so long to do it, or to answer after it is done. Milliseconds. */
  | { kind: "late"; delay: number }
  | { kind: "slow answer"; delay: number }
  /** Never done, never answered. */
  | { kind: "silence" }
  | { kind: "content type"; type: string }
  /** A cache answers a public list with what was there long ago. */
  | { kind: "stale" };

/** What a fault has to know of the request and its server. */
export interface Asked {
  method: string;
  path: string;
  isOpen: boolean;
  /** The server's time, in milliseconds since 1970. */
  now: number;
  origin: string;
  /** The longest that a server may work on a request and still be within its time limit. Milliseconds. */
  longest: number;
}

const SECOND = 1000;

/** Rolls a fault for a request; any may come at any request that it can come at. */
export function rollFault(dice: Random, asked: Asked): Fault {
  const roll = dice.pick(ROLLS);
  return roll(dice, asked);
}

type Roll = (dice: Random, asked: Asked) => Fault;

const NO_CONNECTION: Fault[] = [
  { kind: "no connection", code: "ECONNREFUSED" },
  { kind: "no connection", code: "EAI_AGAIN" },
  { kind: "no connection", code: "ENETUNREACH" },
  { kind: "no connection", code: "ETIMEDOUT" },
  { kind: "no connection", code: "UND_ERR_CONNECT_TIMEOUT" },
  { kind: "no connection", code: "CERT_HAS_EXPIRED" },
  { kind: "no connection", code: "ENOTFOUND" },
];

const page = (status: number, title: string): FaultyAnswer => html(status, title);
const odd = (status: number, body: string, type = "application/json"): FaultyAnswer => ({
  status,
  headers: { "content-type": type },
  body,
});

/** What leaves open whether a request was carried out. */
const UNDECIDED: [string, FaultyAnswer][] = [
  ["500", apiError(500, "Internal Server Error")],
  ["500, empty", odd(500, "")],
  ["502, a page", page(502, "Bad Gateway")],
  ["503, overloaded", overloaded()],
  ["503, a page", page(503, "Service Unavailable")],
  ["504, a page", page(504, "Gateway Time-out")],
  ["520, a page", page(520, "Web server is returning an unknown error")],
  ["408", odd(408, "", "text/plain")],
  ["409", apiError(409, "Conflict")],
  ["425", odd(425, "", "text/plain")],
  ["200, a page", page(200, "Welcome")],
  ["200, empty", odd(200, "")],
  ["200, null", odd(200, "null")],
  ["200, an error", odd(200, '{"error":"Try again"}')],
  ["204", odd(204, "")],
  ["303", redirect("/elsewhere", 303)],
];

/** What only somebody answers who has done nothing. */
const REFUSED: [string, FaultyAnswer][] = [
  ["401", apiError(401, "The access token is invalid")],
  ["403", apiError(403, "This action is not allowed")],
  ["403, a page", page(403, "Forbidden")],
  // “Record not found” is Mastodon's word about a key whose post was deleted.
  ["404", apiError(404, "Not found")],
  ["404, a page", page(404, "Not Found")],
  ["410, a page", page(410, "Gone")],
  ["413, a page", page(413, "Request Entity Too Large")],
  ["422", apiError(422, "Validation failed: Text can't be blank")],
  ["422, a page", page(422, "Unprocessable Entity")],
];

function redirects(dice: Random, { origin, path }: Asked): Fault {
  const target = dice.pick([
    `${origin}/maintenance`,
    `${origin}${path}/`,
    "https://elsewhere.example/",
    "http://plain.example/",
    "",
  ]);
  const status = dice.pick([301, 302, 307, 308]);
  return { kind: "answer", name: `${status} to ${target || "nowhere"}`, answer: redirect(target, status) };
}

/** The reset near or far, past, or not told, in every form that servers have. */
function limited(dice: Random, { now }: Asked): Fault {
  const wait = dice.pick([0, 1, 3, 20, 60, 280, 1200, 10_000]) * SECOND;
  const reset = new Date(now + wait);
  const [name, answer] = dice.pick<[string, FaultyAnswer]>([
    ["no reset", throttled()],
    ["ISO reset", tooManyRequests(reset)],
    ["epoch reset", throttled({ reset: epoch(reset) })],
    ["Retry-After", throttled({ retryAfter: String(wait / SECOND) })],
    ["Retry-After, a date", throttled({ retryAfter: reset.toUTCString() })],
    ["nonsense", throttled({ reset: "soon", retryAfter: "later" })],
    ["a page", page(429, "Too Many Requests")],
  ]);
  return { kind: "answer", name: `429, ${name}, ${wait / SECOND} s`, answer };
}

function instead(dice: Random): Fault {
  const [name, answer] = dice.pick(UNDECIDED);
  return { kind: "answer", name, answer };
}

function after(dice: Random): Fault {
  const [name, answer] = dice.pick(UNDECIDED);
  return { kind: "answer after", name, answer };
}

function refused(dice: Random): Fault {
  const [name, answer] = dice.pick(REFUSED);
  return { kind: "answer", name, answer };
}

function late(dice: Random, { longest }: Asked): Fault {
  const delay = dice.pick([2, 9, 15, 30, 45, 59]) * SECOND;
  return { kind: "late", delay: Math.min(delay, longest) };
}

const ROLLS: Roll[] = [
  (dice) => dice.pick(NO_CONNECTION),
  () => ({ kind: "reset", when: "before" }),
  () => ({ kind: "reset", when: "after" }),
  () => ({ kind: "reset", when: "after" }),
  (dice) => ({ kind: "cut", breaks: dice.chance(0.5) }),
  instead,
  after,
  after,
  refused,
  limited,
  redirects,
  late,
  late,
  (dice) => ({ kind: "slow answer", delay: dice.pick([5, 30, 70]) * SECOND }),
  () => ({ kind: "silence" }),
  (dice) => ({ kind: "content type", type: dice.pick(["text/html", "text/plain", "application/octet-stream", ""]) }),
  (dice, asked) => (asked.isOpen && asked.method === "GET" ? { kind: "stale" } : instead(dice)),
];

/** A fault as the trace tells it. */
export function nameOf(fault: Fault): string {
  switch (fault.kind) {
    case "no connection":
      return fault.code;
    case "reset":
      return `reset ${fault.when} it is done`;
    case "cut":
      return fault.breaks ? "breaks within the answer" : "half an answer";
    case "answer":
      return `${fault.name}, not done`;
    case "answer after":
      return `${fault.name}, done`;
    case "late":
      return `done after ${fault.delay / SECOND} s`;
    case "slow answer":
      return `done at once, answered after ${fault.delay / SECOND} s`;
    case "content type":
      return `content type “${fault.type}”`;
    default:
      return fault.kind;
  }
}
