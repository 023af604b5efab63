import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { openHttp } from "../../src/mastodon/http.ts";

const request = { method: "POST", url: new URL("http://127.0.0.1:9/"), headers: {} };
const proxies = { http: "", https: "", no: "" };

test("a request whose time is over is never sent, and says so by a code of its own", async () => {
  const over = openHttp({ proxies, timeout: 0 });
  await expect(over.clock.wait(60_000)).rejects.toMatchObject({ name: "TimeoutError" });
  await wait(5);
  await expect(over.send(request)).rejects.toMatchObject({ code: "ERR_TIME_IS_UP", name: "TimeoutError" });
  await expect(over.within(1000).send(request)).rejects.toMatchObject({ code: "ERR_TIME_IS_UP" });
});
