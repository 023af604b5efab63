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

/** What a replay needs: the instance, values of its tokens, and its time. */
export interface Stage {
  instance: PracticeInstance;
  tokens: Record<TokenName, string>;
  now: () => Date;
}

/**
 * Sends one recorded request.
 * @param told the bodies of the answers so far, by the names of their requests
 */
export async function send({ request }: Exchanged, stage: Stage, told: Map<string, unknown>): Promise<Answer> {
  const filled = fill(request, (name) => valueOf(name, stage, told)) as Exchanged["request"];
  const token = filled.token === undefined ? {} : { authorization: `Bearer ${stage.tokens[filled.token]}` };
  const { type, body } = await bodyOf(filled);
  const headers = { accept: "application/json", ...token, ...type, ...filled.headers };
  const asked: ExchangeRequest = { method: filled.method, path: filled.path, headers, body };
  const exchange = await stage.instance.exchange(asked);
  if (!("answer" in exchange)) throw new Error("There is no answer");
  return exchange.answer;
}

/** Puts values into all `{name}` of the strings in a value. */
function fill(value: unknown, valueOf: (name: string) => string): unknown {
  if (typeof value === "string") return value.replace(/\{([\w. ]+)\}/g, (_, name: string) => valueOf(name));
  if (Array.isArray(value)) return value.map((one) => fill(one, valueOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, valueOf)]));
}

function valueOf(name: string, { now }: Stage, told: Map<string, unknown>): string {
  const minutes = /^in (\d+) minutes$/.exec(name)?.[1];
  if (minutes !== undefined) return new Date(now().getTime() + Number(minutes) * 60_000).toISOString();
  const [request = "", ...keys] = name.split(".");
  // biome-ignore lint/suspicious/noExplicitAny: a path into any body
  const found = keys.reduce<any>((value, key) => value?.[key], told.get(request === "me" ? "whoami_token" : request));
  if (found === undefined) throw new Error(`No earlier answer has ${name}`);
  return String(found);
}

async function bodyOf({ json, form, multipart, raw, type }: Exchanged["request"]) {
  if (json !== undefined) return typed("application/json", JSON.stringify(json));
  if (raw !== undefined) return typed(type ?? "", raw);
  if (form !== undefined) return typed("application/x-www-form-urlencoded", new URLSearchParams(form).toString());
  if (multipart === undefined) return { type: {}, body: Buffer.alloc(0) };
  const fields = new FormData();
  for (const [name, value] of Object.entries(multipart)) {
    if (name !== "file") fields.set(name, value);
    else fields.set(name, new Blob([new Uint8Array(fileOf(value).bytes)], { type: fileOf(value).type }), value);
  }
  const request = new Request("http://any.example", { method: "POST", body: fields });
  return typed(request.headers.get("content-type") ?? "", Buffer.from(await request.arrayBuffer()));
}

function typed(type: string, body: string | Buffer) {
  return { type: { "content-type": type }, body: Buffer.from(body) };
}

function fileOf(name: string): TestFile {
  if (name === "v.mp4") return mp4();
  if (name === "a.mp3") return mp3();
  if (name === "text.txt") return { ...textFile(), type: "text/plain" };
  const picture = png(16, 16);
  if (name === "empty.png") return { ...picture, bytes: Buffer.alloc(0) };
  if (name === "broken.png") return { ...picture, bytes: picture.bytes.subarray(0, 40) };
  return picture;
}
