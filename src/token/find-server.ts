import { type Client, openClient } from "../mastodon/client.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../mastodon/error.ts";
import { findInstance, parseAddress } from "../mastodon/find-host.ts";
import { whatIsAt } from "../mastodon/instance.ts";
import type { InstanceDocument } from "../mastodon/limits.ts";
import { softwareAt } from "../mastodon/nodeinfo.ts";
import { formatDuration } from "../time.ts";
import type { Context } from "./environment.ts";
import { askUntil } from "./terminal.ts";

/** The server behind what a person typed. */
export interface Server {
  /** Asks it without a token. Bound each use by `within`. */
  client: Client;
  origin: string;
  /** Name of its software, in lower case (nodeinfo); null where it does not say. */
  software: string | null;
  version: string;
  /** What it says of itself; null where it says so to its own users alone. */
  document: InstanceDocument | null;
  /** What the person typed. */
  typed: string;
}

/** How long the search may take, whatever it asks, and as long again what the server says of itself. Milliseconds. */
const TIMEOUT = 20_000;

/**
 * Finds the server and shows it, so that the person sees to whom a secret will go.
 *
 * @param given address, handle or profile; empty: it is asked for, until it is one
 * @throws Error with one sentence that names the cause
 */
export async function findServer(
  given: string,
  { http, terminal }: Pick<Context, "http" | "terminal">,
  question = "Which instance? Its address:",
): Promise<Server> {
  const typed = given || (await askUntil(terminal, question, problemWith));
  const address = parseAddress(typed);
  const search = openClient(address.origin, "", http.within(TIMEOUT));
  const origin = await findInstance(search.probe, address);
  if (origin === null) throw await whyNone(search, http.proxyOf(new URL(address.origin)));
  const { probe } = openClient(origin, "", http.within(TIMEOUT));
  const { document } = await whatIsAt(probe, origin);
  const software = await softwareAt(probe, origin);
  const version = software?.version || textOf(document?.version);
  const title = textOf(document?.title);
  const name = software?.name.toLowerCase() ?? null;
  terminal.say(
    [`Found ${origin}`, title, [name ?? "a server with Mastodon's API", version].filter(Boolean).join(" ")]
      .filter(Boolean)
      .join(" · "),
  );
  if (origin !== address.origin) {
    terminal.say(`(${new URL(address.origin).host} sends there; the API answers at ${new URL(origin).host}.)`);
  }
  return { client: openClient(origin, "", http), origin, software: name, version, document, typed };
}

function problemWith(answer: string): string {
  try {
    parseAddress(answer);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

/** Asks once more, to learn what it died of. */
async function whyNone(client: Client, proxy: string): Promise<Error> {
  const { host } = new URL(client.origin);
  try {
    await client.call("GET", "/api/v2/instance");
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    const isTimeUp = (error.failure.cause as Error | undefined)?.name === "TimeoutError";
    return isTimeUp ? silence(host, proxy) : diagnose(error, client, { reader: "at a terminal" });
  }
  return new Error(`${host} is not a Mastodon instance. Give the address of the server that the account is on.`);
}

function silence(host: string, proxy: string): Error {
  const way = proxy === "" ? "a firewall on the way" : `the proxy ${new URL(proxy).host}`;
  return new Error(
    `${host} gave no answer in ${formatDuration(TIMEOUT)}. The address is wrong, the server is down, or ${way} holds the connection. Check that a browser on this machine can open it, and try again.`,
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, 80) : "";
}
