import { describe, expect, test } from "vitest";
import { NotConnected } from "../../src/mastodon/connections.ts";
import { causeInShort, codeOf, isReplayed, mayPass, outcomeOf } from "../../src/mastodon/error.ts";

const request = { method: "POST", path: "/api/v1/statuses", origin: "https://social.example", proxy: "" };

describe("an answer", () => {
  const outcome = (status: number, text = "") => outcomeOf({ ...request, answer: { status, headers: {}, text } });

  test.each([400, 401, 403, 404, 405, 410, 413, 418, 422, 429, 501])("%d is a definite refusal", (status) => {
    expect(outcome(status)).toBe("not done");
  });

  test.each([301, 302, 307, 308])("%d asks to send the request elsewhere", (status) => {
    expect(outcome(status)).toBe("not done");
  });

  test.each([200, 202, 303, 408, 409, 425, 500, 502, 503, 504, 520, 524])("%d leaves it open", (status) => {
    expect(outcome(status)).toBe("unknown");
  });

  test("Pixelfed's refusal of a known key leaves it open", () => {
    expect(outcome(400, '{"error":"Duplicate idempotency key."}')).toBe("unknown");
  });

  test.each([
    [500, { message: "No.", errors: { visibility: ["No."] } }, "not done"],
    [502, { message: "No.", errors: { visibility: ["No."] } }, "unknown"],
    [500, { message: "No." }, "unknown"],
    [500, { message: "No.", errors: {} }, "unknown"],
    [500, { message: "No.", errors: ["No."] }, "unknown"],
    [500, { message: "No.", errors: { visibility: "No." } }, "unknown"],
    [500, { errors: { visibility: ["No."] } }, "unknown"],
    [500, "No.", "unknown"],
    [500, null, "unknown"],
  ])("%d %j: Pixelfed's refusal of a field is one, and nothing else", (status, json, expected) => {
    const answer = { status, headers: {}, text: JSON.stringify(json) };
    expect(outcomeOf({ ...request, answer, json })).toBe(expected);
  });
});

describe("no answer", () => {
  const outcome = (cause: unknown) => outcomeOf({ ...request, cause });
  const failing = (code: string, message = "", more: object = {}) =>
    Object.assign(new Error(message), { code, ...more });

  test.each(["ENOTFOUND", "ECONNRESET", "CERT_HAS_EXPIRED", "HPE_INVALID_CONSTANT", "UND_ERR_SOCKET"])(
    "no connection was made, for %s: it was never sent",
    (code) => {
      expect(outcome(new NotConnected(failing(code)))).toBe("not done");
      // The same on a connection that stood.
      expect(outcome(failing(code))).toBe("unknown");
    },
  );

  test("the time was over before: it was never sent", () => {
    expect(outcome(failing("ERR_TIME_IS_UP"))).toBe("not done");
  });

  test.each([
    failing("ECONNRESET"),
    failing("EPIPE"),
    failing("UND_ERR_SOCKET", "other side closed"),
    failing("UND_ERR_ABORTED"),
    failing("HPE_INVALID_CONSTANT"),
    failing("ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC"),
    failing("ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC"),
    new DOMException("The operation was aborted due to timeout", "TimeoutError"),
    new Error("whatever"),
    null,
    undefined,
    "text",
  ])("%s: it may have been stored", (cause) => {
    expect(outcome(cause)).toBe("unknown");
  });

  test("the code of an error is found where it hides", () => {
    expect(codeOf(new Error("outer", { cause: failing("ECONNRESET") }))).toBe("ECONNRESET");
    expect(codeOf(new AggregateError([failing("ENETUNREACH")]))).toBe("ENETUNREACH");
    expect(codeOf(undefined)).toBe("");
    expect(codeOf(42)).toBe("");
  });
});

describe("a connection that could not be made", () => {
  const failing = (code: string, message = "") => Object.assign(new Error(message), { code });

  test.each(["EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"])(
    "%s may pass",
    (code) => {
      expect(mayPass(failing(code))).toBe(true);
    },
  );

  test.each(["ENOTFOUND", "CERT_HAS_EXPIRED", "EPROTO", "UND_ERR_PRX_TLS", "ERR_PROXY_ADDRESS", "ERR_TIME_IS_UP"])(
    "%s stays",
    (code) => {
      expect(mayPass(failing(code))).toBe(false);
    },
  );

  test.each([
    [407, false],
    [403, false],
    [502, true],
    [503, true],
    [504, true],
  ])("a proxy's %d", (status, passes) => {
    const cause = failing("UND_ERR_ABORTED", `Proxy response (${status}) !== 200 when HTTP Tunneling`);
    expect(mayPass(cause)).toBe(passes);
    expect(causeInShort(cause)).toBe(`the proxy refused with ${status}`);
  });

  test("is told in short by its code, if it has one, and undici's own by words", () => {
    expect(causeInShort(new NotConnected(failing("UND_ERR_HEADERS_TIMEOUT")))).toBe("no answer to CONNECT in time");
    expect(causeInShort(failing("ECONNREFUSED"))).toBe("ECONNREFUSED");
    expect(causeInShort(undefined)).toBe("");
  });
});

test("an old answer says so", () => {
  expect(isReplayed({ headers: { "idempotent-replayed": "true" } })).toBe(true);
  expect(isReplayed({ headers: {} })).toBe(false);
});
