import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ago } from "./rerun.ts";

/** An entry of a practice feed. */
export interface PracticeEntry {
  title: string;
  /** Path below the practice blog. */
  path: string;
  /** How long ago it was published, in milliseconds. */
  age: number;
  /** More elements of the item. */
  more?: string;
}

/** Mastodon makes no link of what ends in `.example`. */
export const BLOG = "https://blog.example.com";

/** A feed as a blog has it, the newest entry first. */
export function rssOf(entries: readonly PracticeEntry[]): string {
  const items = entries
    .toSorted((one, other) => one.age - other.age)
    .map(
      ({ title, path, age, more = "" }) =>
        `<item><title>${title}</title><link>${BLOG}${path}</link><guid>${BLOG}${path}</guid><pubDate>${ago(age).toUTCString()}</pubDate>${more}</item>`,
    );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Blog</title><link>${BLOG}/</link><description>A blog</description>
${items.join("\n")}
</channel></rss>`;
}

/** What a practice web server answers at a path. */
export interface Page {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** A web server on loopback, which remembers what was asked. A list is answered one after the other, its last one for good; `*` is any other path. */
export async function startWeb(pages: Record<string, Page | Page[]>) {
  const asked: { path: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    const page = pages[request.url ?? ""] ?? pages["*"] ?? { status: 404, body: "Not found" };
    const next = Array.isArray(page) ? (page.length > 1 ? page.shift()! : page[0]!) : page;
    const { status = 200, headers = {}, body = "" } = next;
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
