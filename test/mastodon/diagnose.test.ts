import fc from "fast-check";
import { expect, test } from "vitest";
import { type Client, parseJson } from "../../src/mastodon/client.ts";
import { wallClock } from "../../src/mastodon/clock.ts";
import { diagnose } from "../../src/mastodon/diagnosis/diagnose.ts";
import { type Failure, MastodonError, outcomeOf } from "../../src/mastodon/error.ts";
import type { HttpAnswer } from "../../src/mastodon/http.ts";

const origin = "https://social.example";
const request = { method: "POST", path: "/api/v1/statuses", origin, proxy: "" };

/** A client whose every request is answered by the next of these answers; null is silence. */
function clientOf(answers: (HttpAnswer | null)[]): Client {
  let next = 0;
  const take = () => answers[next++ % answers.length] ?? null;
  const client: Client = {
    origin,
    clock: wallClock(AbortSignal.timeout(60_000), 60_000),
    probe: async () => take(),
    async call(method, path) {
      const answer = take();
      if (answer?.status === 200) return { ...answer, json: parseJson(answer.text) };
      throw failed({ method, path, origin, proxy: "", ...(answer ? { answer, json: parseJson(answer.text) } : {}) });
    },
    sign: () => "",
    within: () => client,
    overtime: () => client,
  };
  return client;
}

function failed(failure: Failure): MastodonError {
  return new MastodonError(failure, { what: "", why: "", cure: "" }, outcomeOf(failure));
}

const bodies = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constantFrom(
    "",
    "<html><title>Not Found</title>",
    '{"error":"x"}',
    '{"error":null}',
    "null",
    "[]",
    '{"version":"1"}',
  ),
  fc.constantFrom('{"version":"4.5.0","domain":"x"}', '{"links":[null,{"href":5}]}', '{"links":[{"href":"http://["}]}'),
);
const answers = fc.record({
  status: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(200, 302, 401, 403, 404, 422, 429, 503)),
  headers: fc.dictionary(
    fc.constantFrom("content-type", "location", "www-authenticate", "x-ratelimit-reset", "retry-after", "date"),
    fc.oneof(fc.string(), fc.constantFrom("https://other.example/", "text/html", "//", "http://[")),
  ),
  text: bodies,
});

test("whatever a server answers, there is a diagnosis in one line", async () => {
  await fc.assert(
    fc.asyncProperty(answers, fc.array(fc.option(answers), { minLength: 1, maxLength: 4 }), async (answer, others) => {
      const failure = { ...request, answer, json: parseJson(answer.text) };
      const { message, diagnosis, outcome } = await diagnose(failed(failure), clientOf(others), { characters: 100 });
      expect(diagnosis.what).toContain("social.example");
      expect(diagnosis.cure).not.toBe("");
      expect(message).not.toContain("\n");
      // What the server said stands in quotes, and may hold anything.
      expect(message.replaceAll(/“[\s\S]*”/g, "")).not.toMatch(/undefined|\[object/);
      if (outcome === "not done" && outcomeOf(failure) === "unknown") expect(diagnosis.neverArrived).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("whatever a connection dies of, there is a diagnosis in one line", async () => {
  const causes = fc.oneof(
    fc.anything(),
    fc.constantFrom("ENOTFOUND", "EPROTO", "HPE_X").map((code) => ({ code })),
  );
  const proxies = fc.constantFrom("", "http://proxy.example:3128", "socks5://proxy.example", "http://[");
  await fc.assert(
    fc.asyncProperty(causes, proxies, async (cause, proxy) => {
      const { diagnosis } = await diagnose(failed({ ...request, proxy, cause }), clientOf([null]));
      expect(diagnosis.what).toContain("social.example");
      expect(diagnosis.cure).not.toBe("");
    }),
  );
});

test("an error that knows its cause is left as it is", async () => {
  const diagnosis = { what: "The link was lost.", why: "", cure: "Post the rest by hand." };
  const error = new MastodonError(request, diagnosis, "unknown");
  expect(await diagnose(error, clientOf([null]))).toBe(error);
});

test("a refusal for length is explained even where the instance falls silent", async () => {
  const text = '{"error":"Validation failed: Text character limit of 500 exceeded"}';
  const answer = { status: 422, headers: {}, text };
  const failure = { ...request, answer, json: parseJson(text) };
  const { message } = await diagnose(failed(failure), clientOf([null]), { characters: 600 });
  expect(message).toContain("The text has 600 characters.");
});

test("nothing is asked twice", async () => {
  const asked: string[] = [];
  const client = clientOf([{ status: 404, headers: {}, text: "" }]);
  const counting: Client = {
    ...client,
    probe(url) {
      asked.push(url.href);
      return client.probe(url);
    },
    within: () => counting,
  };
  await diagnose(failed({ ...request, answer: { status: 404, headers: {}, text: "" } }), counting);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toContain(`${origin}/api/v2/instance`);
});

test.each([
  [401, "The access token is invalid"],
  [400, "Invalid Bearer token"],
])("nobody at a terminal is told of a workflow's secret: %i %s", async (status, error) => {
  const text = JSON.stringify({ error });
  const answer = { status, headers: { "content-type": "application/json" }, text };
  const failure = { ...request, path: "/api/v1/accounts/verify_credentials", answer, json: parseJson(text) };
  const cureFor = async (reader: "in a workflow" | "at a terminal") =>
    (await diagnose(failed(failure), clientOf([answer]), { reader })).diagnosis.cure;
  const cure = "Make a new token on social.example with the scope write:statuses";
  expect(await cureFor("at a terminal")).toBe(`${cure}.`);
  expect(await cureFor("in a workflow")).toBe(`${cure}, and store it as the secret.`);
});
