import connect from "undici/lib/api/api-connect.js";
import request from "undici/lib/api/api-request.js";
import Dispatcher from "undici/lib/dispatcher/dispatcher.js";
import Pool from "undici/lib/dispatcher/pool.js";

/**
 * The pieces of undici that this project uses, by their paths: its index loads all of it, which takes a run twice the time.
 * As the index does, it gives every dispatcher the methods that make requests. Nobody else imports undici.
 */
Object.assign(Dispatcher.prototype, { request, connect });

export { type Dispatcher, Pool };

/** What sends requests through a proxy. Few runs have one, so only those load it. */
export async function loadProxyAgent() {
  const { default: ProxyAgent } = await import("undici/lib/dispatcher/proxy-agent.js");
  return ProxyAgent;
}
