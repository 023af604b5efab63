import { describe, expect, test } from "vitest";
import { lines } from "../recordings/lines.ts";
import { profiles } from "./profiles.ts";
import { createInstance } from "./server.ts";
import type { Account } from "./store.ts";

// What four servers answered to the token of an account that a moderator, its owner or the law had put into each state.

interface Recorded {
  /** The servers that answered so. */
  on: string[];
  what: string;
  request: { method: string; path: string };
  answer: { status: number; headers: Record<string, string>; body: Record<string, unknown> };
}

const servers = {
  "mastodon-4.5.15": profiles.mastodon45,
  "mastodon-4.3.23": profiles.mastodon43,
  "glitch-4.6.5": profiles.glitch,
};

/** Each by the words of the recording. That media are marked sensitive shows in no answer to a text. */
const states: Record<string, Partial<Account>> = {
  healthy: {},
  suspended: { state: "suspended" },
  "silenced (limited)": { limited: true },
  "sensitized (media forced sensitive)": {},
  moved: { movedTo: "alice" },
  "disabled (frozen)": { state: "frozen" },
  memorial: { state: "memorial" },
  "unconfirmed e-mail": { state: "unconfirmed" },
  "pending approval": { state: "pending" },
  "given a new password by an admin": {},
  "with a second factor": { twoFactor: "123456" },
  "without the second factor that the role requires": { state: "insecure" },
  "deleted by its owner": { state: "deleted" },
};

describe.each(Object.entries(servers))("%s", (server, profile) => {
  const own = lines<Recorded>("accounts").filter(({ on }) => on.includes(server));

  test.each(own)("$what", async ({ what, request, answer }) => {
    const [, state = ""] = /^bob is (.*): /.exec(what)!;
    const account = { username: "bob", ...states[state] };
    const instance = createInstance("https://server.example", { profile, account, others: ["alice"] });
    const isReset = state.includes("new password");
    const token = instance.createToken({ scopes: ["read", "write"], state: isReset ? "revoked" : "active" });
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const body = Buffer.from(request.method === "POST" ? JSON.stringify({ status: "Hello" }) : "");
    const exchange = await instance.exchange({ ...request, headers, body });
    if (!("answer" in exchange)) throw new Error("There is no answer");
    const { "…": others, ...told } = answer.body;
    const practised = JSON.parse(exchange.answer.body);
    expect({ status: exchange.answer.status, ...practised }).toMatchObject({
      status: answer.status,
      ...shortened(told),
    });
    expect(exchange.answer.headers).toMatchObject(answer.headers);
    for (const field of ["limited", "moved", "suspended"]) expect(field in practised, field).toBe(field in told);
    expect(others === undefined).toBe("error" in practised);
  });
});

/** A recorded account inside of another is shortened to its name. */
function shortened(told: Record<string, unknown>): Record<string, unknown> {
  const { moved, ...rest } = told as { moved?: { username: string } };
  return moved ? { ...rest, moved: { username: moved.username } } : rest;
}
