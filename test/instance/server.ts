import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import { namedToken } from "./access.ts";
import { accountRoutes } from "./accounts.ts";
import { type Answer, type Call, json, matchPath, page, Refusal, type Route } from "./call.ts";
import { type Fault, takeFault } from "./faults.ts";
import { instanceRoutes } from "./instance-info.ts";
import { oauthMetadataRoutes } from "./oauth-metadata.ts";
import { readParameters, UnreadableBody } from "./parameters.ts";
import { mastodon45, type Profile } from "./profiles.ts";
import { postHeaders, throttle } from "./rate-limits.ts";
import { statusRoutes } from "./statuses.ts";
import {
  type Account,
  addAccount,
  addStatus,
  createStore,
  findAccount,
  newSecret,
  type StoredStatus,
  statusesOf,
  type TokenState,
  type Visibility,
} from "./store.ts";
import { wellKnownRoutes } from "./well-known.ts";

export type { Fault } from "./faults.ts";
export type { Profile } from "./profiles.ts";
export type { StoredStatus } from "./store.ts";

export interface SeenRequest {
  method: string;
  /** With the query. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
  /** Answered; null while the work goes on and when the connection was cut (faults `reset` and `cut`). */
  status: number | null;
}

export interface InstanceOptions {
  /** Which server software to be; Mastodon 4.5 unless given. */
  profile?: Profile;
  /** The most characters of a status, in place of the profile's. */
  maxCharacters?: number;
  /** Key and certificate in PEM: serves https. */
  tls?: { key: string; cert: string };
  /** 0, a free port, unless given. */
  port?: number;
  now?: () => Date;
  /** The account's own defaults; its name is `poster` unless given. */
  account?: Partial<Omit<Account, "id" | "domain">>;
  /** Further accounts that a text can mention: `alice`, or `alice@example.social` for one of another server. */
  others?: string[];
}

export interface TokenOptions {
  /** write:statuses, write:media and profile unless given. */
  scopes?: string[];
  /** Whose token; an account of that name is made when there is none. */
  username?: string;
  /** An app token, of no user. */
  app?: boolean;
  state?: TokenState;
}

export interface PublishOptions {
  username?: string;
  spoilerText?: string;
  visibility?: Visibility;
  language?: string | null;
  sensitive?: boolean;
  /** A status of the past gets an id of the past. */
  createdAt?: Date;
  inReplyToId?: string;
  /** Makes it a boost of that status. */
  reblogOfId?: string;
}

export interface PracticeInstance {
  /** `http://127.0.0.1:PORT` or `https://…`. */
  readonly origin: string;
  /** Everything received, in order of arrival. */
  readonly requests: SeenRequest[];
  createToken(options?: TokenOptions): string;
  /** The account's statuses, oldest first. */
  published(username?: string): StoredStatus[];
  /** Puts a status there as if it had been posted earlier. */
  publish(text: string, options?: PublishOptions): StoredStatus;
  /** Queues a fault; the first that matches a request is used up by it. */
  fault(fault: Fault): void;
  /** Ends all connections and unfinished work. */
  close(): Promise<void>;
}

/**
 * Starts an in-memory server of the Mastodon client API on loopback, written from research/mastodon-api.md.
 * It knows statuses (create, show, source, delete, an account's list), the credentials of accounts and applications,
 * the instance documents v1 and v2, nodeinfo, host-meta, webfinger and the OAuth metadata.
 */
export async function startInstance(options: InstanceOptions = {}): Promise<PracticeInstance> {
  const profile = withLimit(options.profile ?? mastodon45, options.maxCharacters);
  const now = options.now ?? (() => new Date());
  const store = createStore();
  const { username: poster = "poster", ...settings } = options.account ?? {};
  addAccount(store, poster, settings);
  for (const handle of options.others ?? []) {
    const [username = "", domain = null] = handle.split("@");
    addAccount(store, username, { domain });
  }
  const routes = [
    ...statusRoutes,
    ...accountRoutes,
    ...instanceRoutes(profile),
    ...oauthMetadataRoutes(profile),
    ...wellKnownRoutes,
  ];
  const requests: SeenRequest[] = [];
  const faults: Fault[] = [];
  const closing = new AbortController();

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    // Whatever is thrown after the end of the connection concerns nobody; a bug becomes a visible 500.
    serve(request, response).catch((error: unknown) => {
      if (closing.signal.aborted || response.destroyed) return;
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `${options.tls ? "https" : "http"}://127.0.0.1:${port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen: SeenRequest = {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: joined(request.headers),
      body: "",
      status: null,
    };
    requests.push(seen);
    const body = await readBody(request);
    seen.body = body.toString("utf8");
    const fault = takeFault(faults, seen.method, seen.path);
    if (fault?.reset === "before") return resetConnection(request.socket);
    const answer = fault?.answer ? { headers: {}, body: "", ...fault.answer } : await work(seen, body, fault);
    if (fault?.reset === "after") resetConnection(request.socket);
    else if (fault?.cut) sendHalf(response, answer);
    else {
      const sent = fault?.answerAfter ? { headers: {}, body: "", ...fault.answerAfter } : answer;
      seen.status = sent.status;
      response.writeHead(sent.status, sent.headers).end(sent.body);
    }
  }

  async function work(seen: SeenRequest, body: Buffer, fault: Fault | undefined): Promise<Answer> {
    const [path = "/", query = ""] = seen.path.split(/\?(.*)/s);
    let waiting: Promise<unknown> | undefined;
    const call: Call = {
      method: seen.method,
      path,
      headers: seen.headers,
      parameters: {},
      inPath: {},
      token: namedToken(store, seen.headers.authorization),
      origin,
      store,
      profile,
      now,
      postsFor: null,
      work: async () => {
        waiting ??= sleep(fault?.delay ?? 0, undefined, { signal: closing.signal });
        await waiting;
      },
    };
    const answer = await handle(routes, call, query, body);
    await call.work();
    return answer;
  }

  return {
    origin,
    requests,
    createToken({ scopes = ["write:statuses", "write:media", "profile"], username = poster, app, state } = {}) {
      const value = newSecret();
      const redirectUris = ["urn:ietf:wg:oauth:2.0:oob"];
      const id = String(store.tokens.size + 1);
      store.tokens.set(value, {
        value,
        scopes,
        account: app ? null : (findAccount(store, username) ?? addAccount(store, username)),
        state: state ?? "active",
        application: { id, name: "Practice", website: null, scopes, redirectUris },
      });
      return value;
    },
    published(username = poster) {
      const account = findAccount(store, username);
      return account ? statusesOf(store, account).reverse() : [];
    },
    publish(text, { username = poster, inReplyToId = "", reblogOfId = "", ...fields } = {}) {
      const account = findAccount(store, username) ?? addAccount(store, username);
      return addStatus(store, origin, {
        account,
        text,
        spoilerText: "",
        visibility: account.privacy,
        language: account.language,
        sensitive: account.sensitive,
        inReplyTo: store.statuses.get(inReplyToId) ?? null,
        reblogOf: store.statuses.get(reblogOfId) ?? null,
        application: null,
        ...fields,
        createdAt: fields.createdAt ?? now(),
      });
    },
    fault(fault) {
      const kinds = (["reset", "delay", "answer", "answerAfter", "cut"] as const).filter((kind) => kind in fault);
      if (kinds.length !== 1) throw new Error(`A fault has exactly one kind, not ${kinds.length}: ${kinds.join(", ")}`);
      faults.push(fault);
    },
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function handle(routes: Route[], call: Call, query: string, body: Buffer): Promise<Answer> {
  let headers: Record<string, string> = {};
  let answer: Answer;
  try {
    call.parameters = readParameters(query, call.headers["content-type"], body);
    headers = throttle(call);
    answer = await route(routes, call);
  } catch (error) {
    if (error instanceof Refusal) answer = error.answer;
    else if (error instanceof UnreadableBody) answer = json({ status: 400, error: "Bad Request" }, {}, 400);
    else throw error;
  }
  return { ...answer, headers: { ...postHeaders(call, headers), ...answer.headers } };
}

async function route(routes: Route[], call: Call): Promise<Answer> {
  for (const candidate of routes) {
    const inPath = candidate.method === call.method ? matchPath(candidate.path, call.path) : undefined;
    if (!inPath) continue;
    call.inPath = inPath;
    return candidate.handle(call);
  }
  // A path that nobody serves is the page of the web application, except for who asks for JSON.
  if (/\bjson\b/.test(call.headers.accept ?? "")) return json({ error: "Not Found" }, {}, 404);
  return page(404, "The page you are looking for isn't here.", "The page you are looking for isn't here.");
}

function withLimit(profile: Profile, maxCharacters: number | undefined): Profile {
  if (maxCharacters === undefined) return profile;
  return { ...profile, limits: { ...profile.limits, maxCharacters } };
}

function joined(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Node resets TCP connections only; a TLS one ends without its close_notify. */
function resetConnection(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

/** Announces the whole answer, sends half of it and hangs up. */
function sendHalf(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, "content-length": String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}
