import http from "node:http";
import net from "node:net";

/** A real CONNECT proxy on loopback. Whatever name is asked for, the way leads to `target`, as a proxy's own DNS would. */
export interface Proxy {
  readonly url: string;
  /** What was asked for, in order: `CONNECT practice.example:443`, with ` as user:password` where it said so. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function startProxy(options: { target: string; refuse?: number; password?: string }): Promise<Proxy> {
  const { target, refuse, password } = options;
  const { hostname, port } = new URL(target);
  const asked: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = http.createServer((_request, response) => {
    response.writeHead(405).end();
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("connect", (request, client: net.Socket) => {
    const basic = /^Basic (.+)$/.exec(request.headers["proxy-authorization"] ?? "")?.[1];
    const login = basic ? Buffer.from(basic, "base64").toString() : "";
    asked.push(`CONNECT ${request.url}${login ? ` as ${login}` : ""}`);
    client.on("error", () => client.destroy());
    const status = refuse ?? (password && login !== password ? 407 : 200);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const upstream = net.connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on("error", () => client.destroy());
    upstream.on("close", () => sockets.delete(upstream));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
