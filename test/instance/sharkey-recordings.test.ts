import { describe, expect, test } from "vitest";
import { lines } from "../recordings/lines.ts";
import { ask } from "./ask.ts";
import { profiles } from "./profiles.ts";
import { startInstance } from "./server.ts";

/** One request that a Sharkey got, and what was compared of its answer. A request may use what those before it made. */
interface Exchange {
  what: string;
  request: { method: string; path: string; token: string; json?: object };
  answer: { status: number; id?: string } & Record<string, unknown>;
}

/** Whose tokens they were, and what they were asked for. */
const tokens: Record<string, { scopes: string[]; username?: string }> = {
  token: { scopes: ["profile", "write:statuses", "write:media", "read:statuses", "write:accounts"] },
  full: { scopes: ["read", "write"] },
  narrow: { scopes: ["profile", "write:statuses", "write:media"] },
  narrower: { scopes: ["write:statuses", "write:media"] },
  readonly: { scopes: ["read"] },
  alice: { scopes: ["read", "write"], username: "alice" },
  bob: { scopes: ["read", "write"], username: "bob" },
};

const exchanges = lines<Exchange>("sharkey-2025.5.2");
const instance = await startInstance({ profile: profiles.sharkey, others: ["alice", "bob"] });
const made = new Map(Object.entries(tokens).map(([name, options]) => [name, instance.createToken(options)]));
/** What was made here in place of what was made there. */
const ids = new Map<string, string>();
const here = (text: string) =>
  [...ids]
    .reduce((changed, [there, ours]) => changed.replaceAll(there, ours), text)
    .replaceAll("https://sharkey.example", instance.origin)
    .replaceAll("sharkey.example", new URL(instance.origin).hostname);

describe("the answers of a real Sharkey", () => {
  test.each(exchanges.map((exchange) => [exchange.what, exchange] as const))(
    "%s",
    async (_what, { request, answer }) => {
      instance.forgetRequests();
      const { method, path, token, json } = request;
      const told = await ask(instance, `${method} ${here(path)}`, {
        ...(token === "" ? {} : { token: made.get(token) ?? token }),
        ...(json ? { json: JSON.parse(here(JSON.stringify(json))) } : {}),
      });
      const { status, id, poll, mentions, ...fields } = answer;
      expect([told.status, told.json?.error]).toEqual([status, fields.error]);
      if (id !== undefined && typeof told.json?.id === "string") ids.set(id, told.json.id);
      if (id !== undefined) expect(told.json.id).toBe(ids.get(id));
      expect(told.json).toMatchObject(JSON.parse(here(JSON.stringify(fields))));
      if (mentions !== undefined) {
        expect(told.json.mentions.map(({ username }: { username: string }) => username).sort()).toEqual(
          [...(mentions as string[])].sort(),
        );
      }
      if (poll !== undefined) {
        expect(told.json.poll?.options.map(({ title }: { title: string }) => title) ?? null).toEqual(poll);
      }
    },
  );
});
