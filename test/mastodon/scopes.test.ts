import { expect, test } from "vitest";
import { scopeNamedIn, scopeOf } from "../../src/mastodon/account.ts";

const doorkeeper = (description: string) =>
  `Bearer realm="Doorkeeper", error="insufficient_scope", error_description="${description}"`;

test.each([
  [
    "Doorkeeper's quotes inside quotes",
    doorkeeper('Access to this resource requires scope "write write:statuses".'),
    "",
    "write:statuses",
  ],
  [
    "escaped ones",
    doorkeeper('Access to this resource requires scope \\"write write:statuses\\".'),
    "",
    "write:statuses",
  ],
  [
    "Doorkeeper 5.9",
    doorkeeper("Access to this resource requires scope _write write:statuses_."),
    "",
    "write:statuses",
  ],
  ["one scope alone", doorkeeper("Access to this resource requires scope _profile_."), "", "profile"],
  [
    "a name with an underscore inside",
    doorkeeper("Access to this resource requires scope _admin:read:domain_allows_."),
    "",
    "admin:read:domain_allows",
  ],
  ["RFC 6750", 'Bearer error="insufficient_scope", scope="write:statuses"', "", "write:statuses"],
  ["Akkoma", "", "Insufficient permissions: write:statuses.", "write:statuses"],
  ["Pleroma with a choice", "", "Insufficient permissions: read:media | write:media.", "write:media"],
  ["nothing", "", "This action is outside the authorized scopes", ""],
  ["an invalid token", 'Bearer realm="Doorkeeper", error="invalid_token"', "", ""],
])("the scope that a server names: %s", (_what, challenge, sentence, expected) => {
  expect(scopeNamedIn(challenge, sentence)).toBe(expected);
});

test.each([
  ["POST", "/api/v1/statuses", "write:statuses"],
  ["POST", "/api/v1/statuses?lang=en", "write:statuses"],
  ["PUT", "/api/v1/statuses/1", "write:statuses"],
  ["GET", "/api/v1/statuses/1", "read:statuses"],
  ["GET", "/api/v1/statuses/1/source", "read:statuses"],
  ["GET", "/api/v1/accounts/7/statuses?limit=40", "read:statuses"],
  ["GET", "/api/v1/scheduled_statuses?limit=40", "read:statuses"],
  ["POST", "/api/v1/statuses/1/pin", "write:accounts"],
  ["GET", "/api/v2/search?type=statuses&resolve=true&q=https%3A%2F%2Fother.example%2F1", "read:search"],
  ["POST", "/api/v2/media", "write:media"],
  ["GET", "/api/v1/accounts/verify_credentials", "profile"],
  ["GET", "/api/v1/statuses", ""],
  ["GET", "/api/v2/instance", ""],
])("the scope that a call needs, whatever its query: %s %s", (method, path, scope) => {
  expect(scopeOf(method, path)).toBe(scope);
});
