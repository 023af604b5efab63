import { onTestFinished } from "vitest";
import { type InstanceOptions, type PracticeInstance, startInstance } from "./server.ts";

/** An answer as a test wants to look at it: `json` is null where the body is none. */
export interface Told {
  status: number;
  headers: Headers;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read fields of many entities
  json: any;
}

export interface Question {
  token?: string;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent urlencoded. */
  form?: Record<string, string> | string;
  body?: string | FormData | URLSearchParams;
  headers?: Record<string, string>;
}

/** Starts an instance that ends with the test. */
export async function start(options?: InstanceOptions): Promise<PracticeInstance> {
  const instance = await startInstance(options);
  onTestFinished(() => instance.close());
  return instance;
}

/** Sends `"POST /api/v1/statuses"` and the like. */
export async function ask(instance: PracticeInstance, request: string, question: Question = {}): Promise<Told> {
  const [method, path] = request.split(" ");
  // snac closes each connection after its answer, and does not say so.
  const headers = new Headers({ accept: "application/json", connection: "close", ...question.headers });
  if (question.token !== undefined) headers.set("authorization", `Bearer ${question.token}`);
  let { body } = question;
  if (question.json !== undefined) {
    headers.set("content-type", "application/json");
    body = JSON.stringify(question.json);
  } else if (question.form !== undefined) body = new URLSearchParams(question.form);
  const response = await fetch(instance.origin + path, { method, headers, body, redirect: "manual" });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text, json: parsed(text) };
}

export async function post(instance: PracticeInstance, token: string, json: unknown, key?: string): Promise<Told> {
  const headers: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
  return ask(instance, "POST /api/v1/statuses", { token, json, headers });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
