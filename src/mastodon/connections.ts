import { lookup } from "node:dns";
import type { LookupFunction, Socket } from "node:net";
import type { buildConnector } from "undici";
import connect from "undici/lib/api/api-connect.js";
import request from "undici/lib/api/api-request.js";
import connector from "undici/lib/core/connect.js";
import Dispatcher from "undici/lib/dispatcher/dispatcher.js";
import Pool from "undici/lib/dispatcher/pool.js";
import { isPrivateAddress } from "../loopback.ts";
import { isProxyAddress, type Proxies, proxyFor } from "../proxies.ts";

/**
 * The only file that opens connections, and the only one that imports undici: the pieces that are used, by their paths,
 * since its index loads all of it, which takes a run twice the time. As the index does, every dispatcher gets the methods
 * that make requests.
 */
Object.assign(Dispatcher.prototype, { request, connect });

/** No connection was made, so that nothing was sent. The cause says why, and has a `code` where the system has one. */
export class NotConnected extends Error {
  override name = "NotConnected";

  constructor(cause: Error) {
    super(cause.message, { cause });
  }
}

/** How long a server, or a proxy, may take until a connection stands, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** The connections to one origin, or through one proxy. */
export interface Way {
  dispatcher: Dispatcher;
  /** Whether any of them stands. */
  isConnected(): boolean;
}

/** All connections of one run. */
export interface Connections {
  /**
   * The way to an address. Throws NotConnected where the proxy's address cannot be used.
   *
   * @param isNew whether none may be used that is open already: what is in use there ends in peace
   * @param isPublic whether a name that leads to a private address is refused (`ERR_PRIVATE_ADDRESS`). What a proxy finds
   *   for it, nobody can tell
   */
  to(url: URL, isNew: boolean, isPublic: boolean): Promise<Way>;
  /** Ends all of them at once, also those that are being made. None is made after that. */
  close(): void;
}

export function openConnections(proxies: Proxies): Connections {
  // Time limits of undici's own are off, since one limit bounds the whole run.
  const common = { headersTimeout: 0, bodyTimeout: 0 };
  const ways = new Map<string, Promise<Way>>();
  const sockets = new Set<Socket>();
  let isClosed = false;

  /** The same connector, whose sockets are known from the start. undici's returns them, though its types do not say so. */
  function known(connect: buildConnector.connector): buildConnector.connector {
    return (options, callback) => {
      const socket = connect(options, callback) as Socket | undefined;
      if (!socket) return;
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    };
  }

  async function open(proxy: string, origin: string, isPublic: boolean): Promise<Way> {
    let count = 0;
    /** undici would connect again, at once and for ever, after some errors: those that it takes for a kept connection's. */
    const once =
      (connect: buildConnector.connector): buildConnector.connector =>
      (options, callback) =>
        connect(options, (error, socket) => {
          if (error) return callback(new NotConnected(error), null);
          if (socket.destroyed) return callback(new NotConnected(new Error("It was closed at once")), null);
          count += 1;
          socket.once("close", () => {
            count -= 1;
          });
          callback(null, socket);
        });
    const isConnected = () => count > 0;
    if (proxy === "") {
      const direct = once(
        known(connector({ timeout: CONNECT_TIMEOUT, ...(isPublic ? { lookup: lookupPublic } : {}) })),
      );
      return { dispatcher: new Pool(origin, { ...common, connect: direct }), isConnected };
    }
    if (!isProxyAddress(proxy)) {
      const code = "ERR_PROXY_ADDRESS";
      throw new NotConnected(Object.assign(new Error("The proxy's address cannot be used"), { code }));
    }
    // Few runs have a proxy, so only those load it.
    const { default: ProxyAgent } = await import("undici/lib/dispatcher/proxy-agent.js");
    type Options = { connect: buildConnector.connector };
    const dispatcher = new ProxyAgent({
      ...common,
      uri: proxy,
      factory: (target, options) => new Pool(target, { ...options, connect: once((options as Options).connect) }),
      // A proxy that is silent is as good as a server that does not accept the connection.
      clientFactory: (target, options) =>
        new Pool(target, { connect: known((options as Options).connect), headersTimeout: CONNECT_TIMEOUT }),
    });
    return { dispatcher, isConnected };
  }

  return {
    async to(url, isNew, isPublic) {
      if (isClosed) throw new NotConnected(new Error("The run is over"));
      const proxy = proxyFor(url, proxies);
      const place = proxy || `${url.origin}${isPublic ? " in public" : ""}`;
      const former = ways.get(place);
      if (former && !isNew) return former;
      former?.then(({ dispatcher }) => dispatcher.close()).catch(() => {});
      const way = open(proxy, url.origin, isPublic);
      ways.set(place, way);
      return way;
    },
    close() {
      isClosed = true;
      for (const socket of sockets) socket.destroy();
      for (const way of ways.values()) way.then(({ dispatcher }) => dispatcher.destroy()).catch(() => {});
      ways.clear();
    },
  };
}

/** Finds the addresses of a name, and none where one of them is private: a name in public hands may lead into a network. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, address, family) => {
    const found = typeof address === "string" ? [address] : (address ?? []).map((one) => one.address);
    const isHidden = error === null && found.some(isPrivateAddress);
    const refusal = Object.assign(new Error(`${hostname} leads to a private address`), { code: "ERR_PRIVATE_ADDRESS" });
    callback(isHidden ? refusal : error, address, family);
  });
};

export type { Dispatcher };
