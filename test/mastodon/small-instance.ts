import { NotConnected } from "../../src/mastodon/connections.ts";
import type { HttpAnswer, HttpBody, HttpRequest } from "../../src/mastodon/http.ts";
import type { VirtualTime } from "./virtual-clock.ts";
import { virtualHttp } from "./virtual-http.ts";

/** What goes wrong with one request. `stored`: whether the server does its work all the same. */
export type Fault =
  | { kind: "error" | "no connection"; code: string; stored?: boolean }
  | { kind: "answer"; status: number; text?: string; headers?: Record<string, string>; stored?: boolean }
  /** No answer; the work is done so many milliseconds after the request came. */
  | { kind: "silence"; storedAfter?: number };

export interface SmallInstanceOptions {
  software: string | null;
  version: string;
  /** What a repeated key does. */
  keys: "shown" | "crash" | "ignored" | "replayed" | "taken";
  /** Whether it has a scheduled list, and what its repeated key does there. */
  scheduling: "ignored key" | "not found" | "none";
  scopes: { profile: boolean; readStatuses: boolean; openly: boolean };
  privacy: string;
  pageSize: number;
  /** How many of the account's statuses its list shows at most. */
  listed: number;
  /** Whether it ignores `in_reply_to_id`. */
  dropsReplies: boolean;
  /** How far its clock goes before ours, in milliseconds. */
  ahead: number;
}

interface Stored {
  id: string;
  created_at: string;
  content: string;
  visibility: string;
  in_reply_to_id: string | null;
  [name: string]: unknown;
}

/**
 * A server in a few lines, for what one request does to another. The practice instance is the faithful one; here a test
 * says for each request what goes wrong.
 */
export function smallInstance(time: VirtualTime, options: Partial<SmallInstanceOptions> = {}) {
  const usual: SmallInstanceOptions = {
    software: "mastodon",
    version: "4.6.7",
    keys: "shown",
    scheduling: "not found",
    scopes: { profile: true, readStatuses: true, openly: true },
    privacy: "public",
    pageSize: 40,
    listed: Number.POSITIVE_INFINITY,
    dropsReplies: false,
    ahead: 0,
  };
  const { software, version, keys, scheduling, scopes, privacy, pageSize, listed, dropsReplies, ahead } = {
    ...usual,
    ...options,
  };
  const statuses: Stored[] = [];
  const scheduled: Record<string, unknown>[] = [];
  const known = new Map<string, { id: string; answer: HttpAnswer }>();
  /** Taken one by one: null for a request that goes well. */
  const faults: (Fault | null)[] = [];
  const lookFaults: (Fault | null)[] = [];
  /** What happens while a file is uploaded, taken one by one. */
  const duringUploads: (() => Promise<void>)[] = [];
  const requests: { method: string; path: string; key: string; at: number; body: Record<string, unknown> }[] = [];
  let ids = 100;
  let uploads = 0;

  function json(body: unknown, status = 200, headers: Record<string, string> = {}): HttpAnswer {
    const date = new Date(time.now() + ahead).toUTCString();
    return { status, headers: { "content-type": "application/json", date, ...headers }, text: JSON.stringify(body) };
  }

  function store(more: Partial<Stored> & { text?: string } = {}): Stored {
    const id = String(ids++);
    const { text = "", ...rest } = more;
    const status: Stored = {
      id,
      created_at: new Date(time.now() + ahead).toISOString(),
      content: html(text),
      visibility: privacy,
      in_reply_to_id: null,
      reblog: null,
      url: `https://social.example/@me/${id}`,
      uri: `https://social.example/users/me/statuses/${id}`,
      account: { id: "1", acct: "me", url: "https://social.example/@me" },
      media_attachments: [],
      ...rest,
    };
    statuses.push(status);
    return status;
  }

  /** Does what the POST asks, with the key as this server heeds it. */
  function post(body: Record<string, unknown>, key: string): HttpAnswer {
    const isScheduled = body.scheduled_at !== undefined && scheduling !== "none";
    const heeded = keys !== "ignored" && !(isScheduled && scheduling === "ignored key");
    const earlier = heeded ? known.get(key) : undefined;
    if (earlier) {
      if (keys === "replayed")
        return { ...earlier.answer, headers: { ...earlier.answer.headers, "idempotent-replayed": "true" } };
      if (keys === "taken") return json({ error: "Duplicate idempotency key." }, 400);
      const status = statuses.find(({ id }) => id === earlier.id);
      if (!status) return json({ error: "Record not found" }, 404);
      return keys === "crash" ? json({ status: 500, error: "Internal Server Error" }, 500) : json(status);
    }
    const answer = make(body, isScheduled);
    known.set(key, { id: String((JSON.parse(answer.text) as { id: string }).id), answer });
    return answer;
  }

  function make(body: Record<string, unknown>, isScheduled: boolean): HttpAnswer {
    const { status, visibility = null, in_reply_to_id: reply, scheduled_at: at, media_ids: media = null } = body;
    if (isScheduled) {
      const params = { text: status, visibility, media_ids: media };
      const entry = { id: String(ids++), scheduled_at: at, params };
      scheduled.push(entry);
      return json(entry);
    }
    const more = {
      in_reply_to_id: dropsReplies ? null : ((reply as string | undefined) ?? null),
      media_attachments: (media as unknown[]) ?? [],
    };
    return json(store({ text: String(status), visibility: String(visibility ?? privacy), ...more }));
  }

  async function upload(body: HttpBody): Promise<HttpAnswer> {
    for await (const _ of body.chunks());
    await duringUploads.shift()?.();
    uploads += 1;
    return json({ id: String(uploads), url: `https://files.example/${uploads}` });
  }

  async function answerTo(request: HttpRequest): Promise<HttpAnswer> {
    const { url, method } = request;
    const key = request.headers["idempotency-key"] ?? "";
    const body = typeof request.body === "string" ? JSON.parse(request.body) : {};
    requests.push({ method, path: `${url.pathname}${url.search}`, key, at: time.now(), body });
    if (typeof request.body === "object") return upload(request.body);
    const isPost = method === "POST";
    const fault = (isPost ? faults : lookFaults).shift() ?? null;
    const work = () => (isPost ? post(body, key) : get(url, request.headers.authorization !== undefined));
    if (fault === null) return work();
    if (fault.kind === "silence") {
      if (fault.storedAfter !== undefined) void time.sleep(fault.storedAfter).then(work);
      return new Promise(() => {});
    }
    if (fault.stored) work();
    if (fault.kind === "answer") {
      const { status, text = "", headers = {} } = fault;
      const answer = { ...json({}, status, headers), text };
      // A server that replays answers remembers its errors too.
      if (isPost && keys === "replayed" && !known.has(key)) known.set(key, { id: "", answer });
      return answer;
    }
    const error = Object.assign(new Error(fault.code), { code: fault.code });
    throw fault.kind === "no connection" ? new NotConnected(error) : error;
  }

  function get(url: URL, withToken: boolean): HttpAnswer {
    const { pathname, searchParams } = url;
    const denied = json({ error: "This action is outside the authorized scopes" }, 403);
    if (pathname === "/.well-known/nodeinfo") {
      return software === null ? json({}, 404) : json({ links: [{ href: `${url.origin}/nodeinfo/2.0` }] });
    }
    if (pathname === "/nodeinfo/2.0") return json({ software: { name: software, version } });
    if (pathname === "/api/v2/instance") {
      return json({ version, domain: "social.example", configuration: { statuses: { max_characters: 500 } } });
    }
    if (pathname === "/api/v1/accounts/verify_credentials") {
      const owner = { id: "1", acct: "me", source: { privacy }, statuses_count: statuses.length };
      return scopes.profile ? json(owner) : denied;
    }
    if (pathname === "/api/v1/scheduled_statuses") {
      if (scheduling === "none") return json({ error: "Not found" }, 404);
      return scopes.readStatuses ? json(searchParams.has("max_id") ? [] : scheduled) : denied;
    }
    if (pathname === "/api/v1/accounts/1/statuses") {
      if (!(withToken ? scopes.readStatuses : scopes.openly)) return denied;
      const before = Number(searchParams.get("max_id") ?? Number.POSITIVE_INFINITY);
      const seen = statuses
        .slice(-listed)
        .filter(({ id, visibility }) => Number(id) < before && (withToken || visibility === "public"));
      return json(seen.toReversed().slice(0, pageSize));
    }
    return json({ error: "Not found" }, 404);
  }

  const http = (limit: number) => virtualHttp(time, limit, answerTo);
  return { http, store, statuses, scheduled, faults, lookFaults, duringUploads, requests };
}

/** A text as Mastodon renders it: links with hidden parts, paragraphs, mentions without their domain. */
export function html(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const linked = escaped.replaceAll(/https?:\/\/(\S+)/g, (url, rest: string) => {
    const hidden = rest.length > 30 ? `<span class="invisible">${rest.slice(30)}</span>` : "";
    return `<a href="${url}"><span class="invisible">https://</span><span class="ellipsis">${rest.slice(0, 30)}</span>${hidden}</a>`;
  });
  const named = linked.replaceAll(
    /(?<![\w/])@(\w+)@[\w.]+\w/g,
    '<span class="h-card"><a href="https://x.example/@$1" class="u-url mention">@<span>$1</span></a></span>',
  );
  return `<p>${named.replaceAll(/\n\n+/g, "</p><p>").replaceAll("\n", "<br />")}</p>`;
}
