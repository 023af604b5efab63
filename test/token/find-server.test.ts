import { expect, test } from "vitest";
import { NotConnected } from "../../src/mastodon/connections.ts";
import { findServer } from "../../src/token/find-server.ts";
import { virtualTime } from "../mastodon/virtual-clock.ts";
import { virtualHttp } from "../mastodon/virtual-http.ts";
import { scripted } from "./store/scripted.ts";

const SECONDS = 1000;

/** What a search says, and how long it took, where each connection is given up after ten seconds. */
async function searched(given: string, proxy = "") {
  const time = virtualTime();
  const began = time.now();
  const silent = async () => {
    await time.sleep(10 * SECONDS);
    throw new NotConnected(Object.assign(new Error("Connect timeout"), { code: "UND_ERR_CONNECT_TIMEOUT" }));
  };
  const http = { ...virtualHttp(time, 600 * SECONDS, silent), proxyOf: () => proxy };
  const error = await findServer(given, { http, terminal: scripted().terminal }).catch((reason: Error) => reason);
  return { said: (error as Error).message, seconds: (time.now() - began) / SECONDS };
}

test.each(["social.example", "@me@social.example"])(
  "%s: a silent server is waited for 20 seconds in all",
  async (given) => {
    const { said, seconds } = await searched(given);
    expect(said).toBe(
      "social.example gave no answer in 20 seconds. The address is wrong, the server is down, or a firewall on the way holds the connection. Check that a browser on this machine can open it, and try again.",
    );
    expect(seconds).toBe(20);
  },
);

test("behind a silent proxy, which is named without its password", async () => {
  const { said, seconds } = await searched("social.example", "http://me:secret@proxy.example:3128");
  expect(said).toContain("or the proxy proxy.example:3128 holds the connection.");
  expect(said).not.toContain("secret");
  expect(seconds).toBe(20);
});
