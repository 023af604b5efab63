import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { profiles } from "../../instance/profiles.ts";
import { makeDesk } from "./desk.ts";
import { entries } from "./entries.ts";
import { allow, expectSane } from "./person.ts";
import { keys, pty, startSession } from "./session.ts";

// The command in a real terminal, with somebody who types.

const password = "c0rrect horse battery";

describe.skipIf(pty === null).each(entries)("in a terminal: $name", (target) => {
  test("the whole session, to a secret that the GitHub server decrypts", async () => {
    const desk = await makeDesk();
    const session = startSession(target, ["login", "--browser"], desk.home);
    await session.sees("Which instance is the account on?");
    session.type(`@poster@${desk.host}${keys.enter}`);
    await session.sees(`Found ${desk.instance.origin}`);
    await session.sees("Registering as “me/project”");
    await allow(desk, session);
    await session.sees(`Logged in as @poster@${desk.host}, 0 followers.`);
    await session.sees(`Shall workflows post as @poster@${desk.host}?`);
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    await session.sees(`${desk.github.host}/me/project`);
    session.type(keys.enter);
    await session.sees(`Stored in ${desk.github.host}/me/project, through the GitHub API`);
    await session.sees("The step for your workflow:");
    const { code, terminal } = await session.ended();
    expect(code).toBe(0);
    expectSane(session, terminal);

    const token = desk.stored()!;
    expect(await desk.isAlive(token)).toBe(true);
    expect(desk.github.variables.get("/repos/me/project/actions/variables/MASTODON_URL")?.value).toBe(
      desk.instance.origin,
    );
    expect(session.output()).not.toContain(token);
    expect(desk.forms("/oauth/revoke")).toEqual([]);
  });

  test("--no-browser: the code is pasted, and not shown", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    const code = await allow(desk, session);
    session.type(`${code}${keys.enter}`);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    expect(await desk.isAlive(desk.stored()!)).toBe(true);
    expect(session.output()).not.toContain(code);
  });

  test("“No” to the account ends its token, and forces another log-in", async () => {
    const desk = await makeDesk({ others: ["second"] });
    const session = startSession(target, [desk.instance.origin, "--browser"], desk.home);
    await allow(desk, session);
    await session.sees(`Shall workflows post as @poster@${desk.host}?`);
    session.type(`${keys.right}${keys.enter}`);
    await session.sees("The token that was just made is ended.");
    await session.sees("Once more, with another account");
    await allow(desk, session, "second");
    await session.sees(`Shall workflows post as @second@${desk.host}?`);
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    const [first, second] = await Promise.all([desk.home.opened(0), desk.home.opened(1)]);
    expect(new URL(first).searchParams.has("force_login")).toBe(false);
    expect(new URL(second).searchParams.get("force_login")).toBe("true");
    const [{ token: ended = "" } = {}] = desk.forms("/oauth/revoke");
    expect(await desk.isAlive(ended)).toBe(false);
    expect(await desk.isAlive(desk.stored()!)).toBe(true);
  });

  test("--password is not shown, nor anything that tells what it is", async () => {
    const desk = await makeDesk({ profile: profiles.akkoma, account: { password } });
    const session = startSession(target, [desk.instance.origin, "--password"], desk.home);
    await session.sees("E-mail address of your account");
    session.type(`poster${keys.enter}`);
    await session.sees("it goes there and nowhere else");
    // One key after the other, as it is typed.
    for (const key of password) session.type(key);
    session.type(keys.enter);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    expect(desk.forms("/oauth/token")[0]?.password).toBe(password);
    expect(await desk.isAlive(desk.stored()!)).toBe(true);
    for (const part of [password, "c0rrect", "horse", "battery"]) expect(session.output()).not.toContain(part);
  });

  test("--password where it cannot work is told beforehand, and the browser offered", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--password", "--browser"], desk.home);
    await session.sees("takes no passwords from programs since 4.4");
    await session.sees("Log in with the browser instead?");
    session.type(`${keys.right}${keys.enter}`);
    expect((await session.ended()).code).toBe(3);
    expect(desk.forms("/api/v1/apps")).toEqual([]);
  });

  test("stdout piped: the token goes there, and nowhere else", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--browser"], desk.home, {
      redirect: " | cat > token",
    });
    await allow(desk, session);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    const token = readFileSync(join(desk.home.folder, "token"), "utf8");
    expect(token).toMatch(/^\S+\n$/);
    expect(await desk.isAlive(token.trim())).toBe(true);
    expect(session.output()).not.toContain(token.trim());
    expect(session.screen()).not.toContain("Where shall the token go?");
    // Whether the repository's host is GitHub is asked without a token, for the links to its settings.
    expect(
      desk.github.requests.map(({ method, path }) => `${method} ${path}`).filter((one) => !/version|meta/.test(one)),
    ).toEqual([]);
  });

  test("stdout piped, and a place named: it is stored there", async () => {
    const desk = await makeDesk();
    const args = [desk.instance.origin, "--browser", "--repo", `${desk.github.host}/me/project`];
    const session = startSession(target, args, desk.home, { redirect: " | cat > token" });
    await allow(desk, session);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    expect(readFileSync(join(desk.home.folder, "token"), "utf8")).toBe("");
    expect(await desk.isAlive(desk.stored()!)).toBe(true);
  });

  test("forty columns and a long handle: no word is broken, what is copied stays whole", async () => {
    const username = "a_name_of_thirty_characters_xx";
    const desk = await makeDesk({ account: { username } });
    const session = startSession(target, [desk.instance.origin, "--browser"], desk.home, { columns: 40 });
    await allow(desk, session, username);
    await session.sees("Shall workflows post as");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    const words = session.screen().replaceAll("\n", " ");
    for (const text of [
      "which stands publicly under each post (--name changes it).",
      "Waiting for your answer there, 5 minutes at most …",
    ]) {
      expect(words).toContain(text);
    }
    expect(words.split("Shall workflows post as"), "a question that was drawn anew leaves nothing behind").toHaveLength(
      2,
    );
    // As lines of their own, whatever the terminal makes of those that are longer than it.
    for (const line of ["    with:", "      access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}"]) {
      expect(session.output()).toContain(`\n${line}\r\n`);
    }
  });

  test.each(["NO_COLOR=1", "TERM=dumb"])("no colours with %s", async (variable) => {
    const [name, value] = variable.split("=") as [string, string];
    const desk = await makeDesk({ env: { [name]: value } });
    const session = startSession(target, [desk.instance.origin, "--browser"], desk.home);
    await allow(desk, session);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    expect(session.output()).not.toMatch(/\u001b\[[\d;]*m/);
  });
});
