import { expect, test } from "vitest";
import { scopeNamedIn, scopeOf } from "../../src/mastodon/scopes.ts";

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

test("the scope that a call needs does not depend on its query", () => {
  expect(scopeOf("POST", "/api/v1/statuses")).toBe("write:statuses");
  expect(scopeOf("POST", "/api/v1/statuses?lang=en")).toBe("write:statuses");
  expect(scopeOf("GET", "/api/v1/statuses")).toBe("");
});
