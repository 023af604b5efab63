import { afterAll, expect, test } from "vitest";
import { Cancelled } from "../../src/mastodon/clock.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import type { Step } from "../../src/mastodon/plan.ts";
import { waitForLink } from "../../src/plan/wait-for-link.ts";
import { type Page, startWeb } from "../feed.ts";
import { outcomeOf } from "../mastodon/steps.ts";

const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 60_000 });
const pages: Record<string, Page> = {
  "/missing": { status: 404 },
  "/large": { body: Buffer.alloc(9 * 1024 * 1024, "x") },
};
const web = await startWeb(pages);
afterAll(async () => {
  http.close();
  await web.close();
});

test("a page of any size is there", async () => {
  const steps: Step[] = [];
  await outcomeOf(waitForLink(`${web.origin}/large`, http), (step) => steps.push(step));
  expect(steps).toEqual([]);
});

test("plain http elsewhere than on loopback is not asked", async () => {
  const waiting = outcomeOf(waitForLink("http://blog.example.com/", http));
  await expect(waiting).rejects.toThrow(
    /^`wait-for-link`: http:\/\/blog.example.com\/ cannot be asked: it is not an https/,
  );
});

test("who cancels a run does not wait until its time is over", async () => {
  const controller = new AbortController();
  const steps: Step[] = [];
  const waiting = async () => {
    for await (const step of waitForLink(`${web.origin}/missing`, http.within(controller.signal))) {
      steps.push(step);
      controller.abort(new Cancelled());
    }
  };
  await expect(waiting()).rejects.toBeInstanceOf(Cancelled);
  expect(steps.map(({ kind }) => kind)).toEqual(["waiting"]);
});
