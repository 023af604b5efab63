// A server for the benchmarks, in a process of its own so that it takes no time from what is measured. It answers every
// POST of a status as Mastodon does, takes uploads without keeping them, and counts.
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";

const status = readFileSync(new URL("./status.json", import.meta.url), "utf8");
const instance = JSON.stringify({ domain: "127.0.0.1", version: "4.5.0", api_versions: { mastodon: 7 } });
let requests = 0;
let next = 1;

const listener: RequestListener = (request, response) => {
  requests += 1;
  const chunks: Buffer[] = [];
  const isUpload = request.url!.includes("/media");
  request.on("data", (chunk) => {
    if (!isUpload) chunks.push(chunk);
  });
  request.on("end", () => {
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(answerTo(request.url!, Buffer.concat(chunks).toString()));
  });
};

function answerTo(url: string, body: string): string {
  const id = String(next++);
  if (url.includes("/media")) return JSON.stringify({ id, type: "image", url: "http://127.0.0.1/x.png" });
  if (url.includes("/instance")) return instance;
  // What the account has posted: nothing yet.
  if (url.includes("/statuses?")) return "[]";
  const { in_reply_to_id = null } = body.startsWith("{") ? JSON.parse(body) : {};
  return JSON.stringify({ ...JSON.parse(status), id, in_reply_to_id, created_at: new Date().toISOString() });
}

const tls = (name: string) => readFileSync(new URL(`../tls/${name}`, import.meta.url));
const servers = [createServer(listener), createTlsServer({ key: tls("key.pem"), cert: tls("cert.pem") }, listener)];
const ports = await Promise.all(
  servers.map(
    (server) =>
      new Promise<number>((resolve) => {
        server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
      }),
  ),
);
process.send!({ ports });
process.on("message", () => {
  process.send!({ requests });
  requests = 0;
});
process.on("disconnect", () => process.exit());
