import { describe, expect, test } from "vitest";
import { type Desk, makeDesk } from "./desk.ts";
import { entries } from "./entries.ts";
import { allow, expectSane } from "./person.ts";
import { keys, pty, type Session, startSession } from "./session.ts";

// Whoever leaves, at whatever moment, leaves nothing behind: no token that nobody knows of, no terminal in disorder.

describe.skipIf(pty === null).each(entries)("in a terminal: $name", (target) => {
  const toAccount = async (desk: Desk, session: Session) => {
    session.type(`${await allow(desk, session)}${keys.enter}`);
    await session.sees("Shall workflows post");
  };
  const toPlace = async (desk: Desk, session: Session) => {
    await toAccount(desk, session);
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
  };

  /** Every question of a login, and how one comes to it. */
  const questions: [question: string, args: string[], arrive: (desk: Desk, session: Session) => Promise<void>][] = [
    ["which instance", [], (_desk, session) => session.sees("Which instance")],
    ["the code", ["HERE"], (_desk, session) => session.sees("Paste it here")],
    ["the account", ["HERE"], toAccount],
    ["the place", ["HERE"], toPlace],
    [
      "which repository",
      ["HERE"],
      async (desk, session) => {
        await toPlace(desk, session);
        session.type(`${keys.down}${keys.enter}`);
        await session.sees("Which repository?");
      },
    ],
    [
      "a token for the GitHub server",
      ["HERE"],
      async (desk, session) => {
        await toPlace(desk, session);
        session.type(keys.enter);
        await session.sees("How shall it get there?");
        session.type(`${keys.down}${keys.enter}`);
        await session.sees("(used once, not kept)");
      },
    ],
    [
      "what to do after a failure",
      ["HERE"],
      async (desk, session) => {
        await toPlace(desk, session);
        session.type(`${keys.enter}`);
        await session.sees("How shall it get there?");
        session.type(`${keys.down}${keys.enter}`);
        await session.sees("(used once, not kept)");
        session.type(`wrong${keys.enter}`);
        await session.sees("What now?");
      },
    ],
  ];
  const ways = { "Ctrl-C": keys.ctrlC, "Ctrl-D": keys.ctrlD, Escape: keys.escape };
  // What differs between source and dist is not the key.
  describe.each(Object.entries(ways).slice(0, target === entries[0] ? 3 : 1))(
    "%s at the question for",
    (_name, key) => {
      test.each(questions)("%s: 130, the terminal as it was, no token left", async (_question, args, arrive) => {
        const desk = await makeDesk({ hasToken: false });
        const words = args.map((word) => (word === "HERE" ? desk.instance.origin : word));
        const session = startSession(target, ["login", ...words, "--no-browser"], desk.home);
        await arrive(desk, session);
        session.type(key);
        const { code, terminal } = await session.ended();
        expect(session.screen().split("\n").findLast(Boolean)).toBe("Cancelled.");
        expect(code).toBe(130);
        expectSane(session, terminal);
        const made = desk.forms("/oauth/token").length;
        expect(desk.forms("/oauth/revoke")).toHaveLength(made);
        for (const { token = "" } of desk.forms("/oauth/revoke")) expect(await desk.isAlive(token)).toBe(false);
        expect(desk.stored()).toBeUndefined();
      });
    },
  );

  test("Ctrl-C while the browser is waited for", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--browser"], desk.home);
    await session.sees("Waiting for your answer there");
    session.type(keys.ctrlC);
    const { code, terminal } = await session.ended();
    expect(code).toBe(130);
    expectSane(session, terminal);
    expect(session.screen()).toMatch(/Cancelled\.\s*$/);
  });

  test("Ctrl-C while a server is waited for ends the token that is there already", async () => {
    const desk = await makeDesk();
    desk.instance.fault({ method: "GET", path: "/api/v1/accounts/verify_credentials", delay: 600_000 });
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    session.type(`${await allow(desk, session)}${keys.enter}`);
    await expect.poll(() => desk.forms("/api/v1/accounts/verify_credentials")).toHaveLength(1);
    session.type(keys.ctrlC);
    expect((await session.ended()).code).toBe(130);
    expect(desk.forms("/oauth/revoke")).toHaveLength(1);
    expect(session.screen()).toContain("The token that was just made is ended.");
  });

  test("a terminal that is closed ends the token that nobody knows of", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    await toAccount(desk, session);
    session.close();
    await expect.poll(() => desk.forms("/oauth/revoke").length).toBeGreaterThan(0);
    const [{ token = "" } = {}] = desk.forms("/oauth/revoke");
    expect(await desk.isAlive(token)).toBe(false);
  });
});
