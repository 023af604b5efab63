import { lines } from "../recordings/lines.ts";
import type { Answer } from "./call.ts";
import type { ExchangeRequest } from "./exchange.ts";
import { mp3, mp4, png, type TestFile, textFile } from "./files.ts";
import type { PracticeInstance } from "./server.ts";

/** One request of a recording and its answer; test/recordings/README.md says what stands in them. */
export interface Exchanged {
  what: string;
  request: {
    method: string;
    path: string;
    token?: TokenName;
    headers?: Record<string, string>;
    json?: unknown;
    form?: Record<string, string>;
    multipart?: Record<string, string>;
    raw?: string;
    type?: string;
  };
  answer: { status: number; headers: Record<string, string>; body: unknown; count?: number };
}

export type TokenName =
  | "TOKEN"
  | "FULL"
  | "NARROW"
  | "NARROWER"
  | "READONLY"
  | "REVOKED"
  | "WRONG"
  | "OTHER_APP"
  | "ALICE"
  | "BOB";

export interface Recording {
  server: string;
  version: string;
  host: string;
  exchanges: Exchanged[];
}

export function readRecording(name: string): Recording {
  const [head, ...exchanges] = lines<Recording | Exchanged>(name);
  return { ...(head as Recording), exchanges: exchanges as Exchanged[] };
}

/** Before these some seconds passed, for a film or a sound to be processed: counters and times show it. */
const afterPause = /^(?:video_get_later|video_and_image|audio_get_later)$/;

/** When a request was sent, as far as its answer tells, and not before the one before it. */
export function momentOf(exchanged: Exchanged, before: number): number {
  const { created_at: created } = exchanged.answer.body as { created_at?: string };
  const window = windowOf(exchanged);
  return Math.max(
    before + (afterPause.test(exchanged.what) ? seconds(7) : 0),
    created === undefined ? 0 : Date.parse(created),
    // The window of the posts, of three hours, reaches too far ahead to tell anything.
    window - before < seconds(300) ? window : 0,
  );
}

/** When the minutes began to which a limit applies: 30 uploads have half an hour, 300 requests have five minutes. */
export function windowOf({ answer: { headers } }: Exchanged): number {
  const length = headers["x-ratelimit-limit"] === "30" ? 30 * 60 : 5 * 60;
  return seconds(Math.floor(Date.parse(headers["x-ratelimit-reset"] ?? "1970-01-01") / 1000) - length);
}

/** What a request is sent to and filled with. */
export interface ReplayOptions {
  instance: PracticeInstance;
  tokens: Record<TokenName, string>;
  now: () => Date;
}

/**
 * Sends one recorded request.
 * @param told the bodies of the answers so far, by the names of their requests
 */
export async function send(
  { request }: Exchanged,
  options: ReplayOptions,
  told: Map<string, unknown>,
): Promise<Answer> {
  const filled = fill(request, (name) => named(name, options, told)) as Exchanged["request"];
  const token = filled.token && { authorization: `Bearer ${options.tokens[filled.token]}` };
  const { type, body } = bodyOf(filled);
  const headers = { accept: "application/json", ...token, ...type, ...filled.headers } as Record<string, string>;
  const asked: ExchangeRequest = { method: filled.method, path: filled.path, headers, body };
  const exchange = await options.instance.exchange(asked);
  if (!("answer" in exchange)) throw new Error("There is no answer");
  return exchange.answer;
}

/** Puts values into all `{name}` of the strings in a value. */
function fill(value: unknown, named: (name: string) => string): unknown {
  if (typeof value === "string") return value.replace(/\{([\w. ]+)\}/g, (_, name: string) => named(name));
  if (Array.isArray(value)) return value.map((one) => fill(one, named));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, named)]));
}

function named(name: string, { now }: ReplayOptions, told: Map<string, unknown>): string {
  const minutes = /^in (\d+) minutes$/.exec(name)?.[1];
  if (minutes !== undefined) return new Date(now().getTime() + Number(minutes) * 60_000).toISOString();
  const [request = "", ...keys] = name.split(".");
  // biome-ignore lint/suspicious/noExplicitAny: a path into any body
  const found = keys.reduce<any>((value, key) => value?.[key], told.get(request === "me" ? "whoami_token" : request));
  if (found === undefined) throw new Error(`No earlier answer has ${name}`);
  return String(found);
}

function bodyOf({ json, form, multipart, raw, type }: Exchanged["request"]) {
  if (json !== undefined) return typed("application/json", JSON.stringify(json));
  if (raw !== undefined) return typed(type ?? "", raw);
  if (form !== undefined) return typed("application/x-www-form-urlencoded", new URLSearchParams(form).toString());
  if (multipart === undefined) return { type: {}, body: Buffer.alloc(0) };
  const parts = Object.entries(multipart).flatMap(([name, value]) => {
    const { type, bytes } = name === "file" ? fileOf(value) : { type: "", bytes: Buffer.from(value) };
    const extra = name === "file" ? `; filename="${value}"\r\ncontent-type: ${type}` : "";
    return [`--part\r\ncontent-disposition: form-data; name="${name}"${extra}\r\n\r\n`, bytes, "\r\n"];
  });
  const body = Buffer.concat([...parts, "--part--\r\n"].map((part) => Buffer.from(part)));
  return typed("multipart/form-data; boundary=part", body);
}

function seconds(count: number): number {
  return count * 1000;
}

function typed(type: string, body: string | Buffer) {
  return { type: { "content-type": type }, body: Buffer.from(body) };
}

function fileOf(name: string): TestFile {
  if (name === "v.mp4") return mp4();
  if (name === "a.mp3") return mp3();
  if (name === "text.txt") return { ...textFile(), type: "text/plain" };
  const picture = { ...png(16, 16), bytes: Buffer.concat([png(16, 16).bytes, chunk("IDAT", 9), chunk("IEND", 0)]) };
  if (name === "empty.png") return { ...picture, bytes: Buffer.alloc(0) };
  if (name === "broken.png") return { ...picture, bytes: picture.bytes.subarray(0, 40) };
  return picture;
}

/** A piece of a PNG, with nothing in it. */
function chunk(name: string, length: number): Buffer {
  const whole = Buffer.alloc(12 + length);
  whole.writeUInt32BE(length);
  whole.write(name, 4, "latin1");
  return whole;
}
