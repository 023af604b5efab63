import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startForgejoApi } from "../../forgejo-api.ts";
import { consent } from "../../instance/oauth/consent.ts";
import { profiles } from "../../instance/profiles.ts";
import { type Desk, makeDesk } from "./desk.ts";
import { entries } from "./entries.ts";
import { allow } from "./person.ts";
import { keys, pty, type Session, startSession } from "./session.ts";

// What people do, and what they meet, that a happy login does not show.

const lastAddress = (session: Session) =>
  session
    .output()
    .match(/https?:\S+\/authorize\?\S+/g)!
    .at(-1)!;
const toPaste = async (desk: Desk, session: Session) => {
  await session.sees("/authorize?");
  await session.sees("Paste it here");
  return consent(desk.instance, lastAddress(session));
};

/** What the command is started as: the source, as people write it. */
const target = entries[0]!;

describe.skipIf(pty === null)("a person", () => {
  test("without a repository is asked for it, or for a name, before anything is registered", async () => {
    const desk = await makeDesk({ isClone: false, hasToken: false });
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    await session.sees("Which repository will post?");
    expect(desk.forms("/api/v1/apps")).toEqual([]);
    session.type(keys.enter);
    await session.sees("The server wants a name.");
    await session.sees("Which repository will post?");
    session.type(`${desk.github.host}/me/project${keys.enter}`);
    session.type(`${await toPaste(desk, session)}${keys.enter}`);
    expect(desk.forms("/api/v1/apps")[0]?.client_name).toBe("me/project");
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    // What was said is offered first.
    await session.sees(`${desk.github.host}/me/project`);
    session.type(keys.ctrlC);
    expect((await session.ended()).code).toBe(130);
  });

  test("who named a handle and logs in as another is told, with No in front", async () => {
    const desk = await makeDesk({ others: ["alice"] });
    const session = startSession(target, [`@poster@${desk.host}`, "--no-browser"], desk.home);
    session.type(`${await allow(desk, session, "alice")}${keys.enter}`);
    await session.sees(`You named @poster@${desk.host}, but this is @alice@${desk.host}.`);
    session.type(keys.enter);
    await session.sees("The token that was just made is ended.");
    await session.sees("with a button to log out beside it");
    // The same application, and the page asks again.
    session.type(`${await toPaste(desk, session)}${keys.enter}`);
    await session.sees(`Shall workflows post as @poster@${desk.host}?`);
    session.type(keys.ctrlC);
    await session.ended();
    expect(desk.forms("/api/v1/apps")).toHaveLength(1);
    expect(desk.forms("/oauth/revoke")).toHaveLength(2);
  });

  test("with --yes another account than the named one is an error, and its token ended", async () => {
    const desk = await makeDesk({ others: ["alice"] });
    const session = startSession(target, [`@poster@${desk.host}`, "--no-browser", "--yes", "--print"], desk.home);
    session.type(`${await allow(desk, session, "alice")}${keys.enter}`);
    expect((await session.ended()).code).toBe(1);
    expect(session.screen().replace(/\s+/g, " ")).toContain(`You named @poster@${desk.host}, but this is @alice@`);
    const [{ token = "" } = {}] = desk.forms("/oauth/revoke");
    expect(await desk.isAlive(token)).toBe(false);
  });

  test.each(["poster", "PROFILE"])("--account takes %s", async (typed) => {
    const desk = await makeDesk();
    const account = typed === "PROFILE" ? `${desk.instance.origin}/@poster` : typed;
    const args = [
      desk.instance.origin,
      "--no-browser",
      "--account",
      account,
      "--repo",
      `${desk.github.host}/me/project`,
    ];
    const session = startSession(target, args, desk.home);
    session.type(`${await allow(desk, session)}${keys.enter}`);
    expect((await session.ended()).code).toBe(0);
    expect(await desk.isAlive(desk.stored()!)).toBe(true);
  });

  test("who presses Deny where a code is pasted is heard", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    await session.sees("an empty line ends this");
    session.type(
      `{"error":"access_denied","error_description":"The resource owner or authorization server denied the request."}${keys.enter}`,
    );
    expect((await session.ended()).code).toBe(3);
    expect(session.screen().replace(/\s+/g, " ")).toContain("so there is no token. To start again: ");
  });

  test("a wrong paste costs nothing: the same application, the same verifier, and a reason each time", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    const code = await toPaste(desk, session);
    for (const [pasted, reason] of [
      [code.slice(0, 30), "That has 30 characters, but the codes of this server have 43."],
      [`@poster@${desk.host}`, "That is a handle, not a code."],
      ["x".repeat(43), "It was not copied whole, belongs to another login, or was used before."],
      ["x".repeat(43), "That is the same code again."],
    ] as const) {
      session.type(`${pasted}${keys.enter}`);
      await session.sees(reason);
      await session.sees("Paste it here");
    }
    session.type(`${code}${keys.enter}`);
    await session.sees("Shall workflows post");
    expect(desk.forms("/api/v1/apps")).toHaveLength(1);
    expect(new Set(desk.forms("/oauth/token").map(({ code_verifier }) => code_verifier)).size).toBe(1);
    session.type(keys.ctrlC);
    await session.ended();
  });

  test("whose account lands on its settings is told why nothing came back", async () => {
    const desk = await makeDesk({ profile: profiles.mastodon45, account: { state: "frozen" } });
    const session = startSession(target, [desk.instance.origin, "--browser", "--timeout", "2s"], desk.home);
    await session.sees("2 seconds at most");
    const browser = consent(desk.instance, lastAddress(session));
    await expect(browser).rejects.toThrow("not fully operational");
    expect((await session.ended()).code).toBe(1);
    expect(session.screen().replace(/\s+/g, " ")).toContain("it has moved, is suspended or frozen");
  });

  test("a stray page does not end the wait", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [desk.instance.origin, "--browser"], desk.home);
    await session.sees("Waiting for your answer there");
    const back = new URL(lastAddress(session)).searchParams.get("redirect_uri")!;
    for (const query of ["", "?code=stolen&state=another"]) {
      expect(await (await fetch(`${back}${query}`)).text()).toContain("The terminal still waits");
    }
    await fetch(await consent(desk.instance, lastAddress(session)));
    await session.sees("Shall workflows post");
    session.type(keys.ctrlC);
    await session.ended();
  });

  test("Ctrl-C while the code is exchanged ends the token that the exchange brings", async () => {
    const desk = await makeDesk();
    desk.instance.fault({ method: "POST", path: "/oauth/token", delay: 1500 });
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    session.type(`${await toPaste(desk, session)}${keys.enter}`);
    await expect.poll(() => desk.forms("/oauth/token")).toHaveLength(1);
    session.type(keys.ctrlC);
    expect((await session.ended()).code).toBe(130);
    const [{ token = "" } = {}] = desk.forms("/oauth/revoke");
    expect(await desk.isAlive(token)).toBe(false);
    expect(session.screen()).toContain("The token that was just made is ended.");
  });

  test("a second Ctrl-C is answered", async () => {
    const desk = await makeDesk();
    desk.instance.fault({ method: "POST", path: "/oauth/token", delay: 600_000 });
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    session.type(`${await toPaste(desk, session)}${keys.enter}`);
    await expect.poll(() => desk.forms("/oauth/token")).toHaveLength(1);
    session.type(keys.ctrlC);
    await session.sees("Cancelled.");
    session.type(keys.ctrlC);
    expect((await session.ended()).code).toBe(130);
    expect(session.screen().replace(/\s+/g, " ")).toContain(
      "Left at once: a token that was just made may still be valid.",
    );
  });

  test("Ctrl-C while gh stores shows no menu, and says what the secret may hold", async () => {
    const desk = await makeDesk({ hasToken: false });
    // It ends by itself when the terminal's Ctrl-C reaches it, as gh does.
    const begun = join(desk.home.folder, "begun");
    const gh = `#!/bin/sh\ncase "$1 $2" in "secret set") : > "${begun}"; exec sleep 60;; *) exit 0;; esac\n`;
    const path = join(desk.home.env.PATH!.split(":")[0]!, "gh");
    writeFileSync(path, gh);
    chmodSync(path, 0o755);
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    session.type(`${await toPaste(desk, session)}${keys.enter}`);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    await expect.poll(() => existsSync(begun), { timeout: 5000 }).toBe(true);
    session.type(keys.ctrlC);
    expect((await session.ended()).code).toBe(130);
    const words = session.screen().replace(/\s+/g, " ");
    expect(words).toContain("The token that was just made is ended.");
    expect(words).toContain("may hold the token that was just ended");
    expect(words).not.toContain("What now?");
  });

  test("--print shows what it takes to end the token, and revoke takes it", async () => {
    const desk = await makeDesk();
    const args = [desk.instance.origin, "--no-browser", "--print"];
    const session = startSession(target, args, desk.home, { redirect: " | cat > token" });
    session.type(`${await allow(desk, session)}${keys.enter}`);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    const [, id] = /client id +(\S+)/.exec(session.screen())!;
    const [, secret] = /client secret +(\S+)/.exec(session.screen())!;
    expect(desk.forms("/oauth/token")[0]).toMatchObject({ client_id: id, client_secret: secret });
    expect(session.screen().replace(/\s+/g, " ")).toContain("it is the one that was registered last");
    // The folder is a clone of a repository on GitHub, whose pages are linked.
    expect(session.screen()).toContain(`http://${desk.github.host}/me/project/settings/secrets/actions/new`);
    expect(session.screen()).toContain(`http://${desk.github.host}/me/project/settings/variables/actions/new`);
  });

  test("with gh that is not logged in is told how, and tries again", async () => {
    const desk = await makeDesk({ hasToken: false });
    const session = startSession(target, [desk.instance.origin, "--no-browser"], desk.home);
    session.type(`${await toPaste(desk, session)}${keys.enter}`);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    await session.sees(`gh auth login --hostname ${desk.github.host}`);
    await session.sees("Try again, now that gh is logged in");
    const path = join(desk.home.env.PATH!.split(":")[0]!, "gh");
    writeFileSync(path, "#!/bin/sh\nexit 0\n");
    session.type(keys.enter);
    await session.sees("through the GitHub CLI");
    expect((await session.ended()).code).toBe(0);
  });

  test("a token in the environment goes to a remote's host only after a yes", async () => {
    const forgejo = await startForgejoApi({ token: "right", repositories: ["me/project"] });
    onTestFinished(() => forgejo.close());
    const desk = await makeDesk({ isClone: false, hasToken: false, env: { FORGEJO_TOKEN: "right" } });
    const session = startSession(target, [desk.instance.origin, "--no-browser"], {
      ...desk.home,
      folder: (await makeDesk({ remote: `http://${forgejo.host}/me/project.git` })).home.folder,
    });
    session.type(`${await toPaste(desk, session)}${keys.enter}`);
    await session.sees("Shall workflows post");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    await session.sees(`Send your token in FORGEJO_TOKEN to ${forgejo.host}?`);
    expect(forgejo.requests.filter((request) => JSON.stringify(request).includes("right"))).toEqual([]);
    session.type(`${keys.right}${keys.enter}`);
    await session.sees("Stored in");
    await session.sees("uses: https://github.com/");
    expect((await session.ended()).code).toBe(0);
  });

  test("the browser inherits no token", async () => {
    const desk = await makeDesk({ env: { GH_TOKEN: "ghp_secret", MY_API_KEY: "k" } });
    const path = join(desk.home.env.PATH!.split(":")[0]!, "the-browser");
    const script = `#!/bin/sh\nenv > "$OPENED.env"\nprintf '%s\\n' "$1" >> "$OPENED"\n`;
    for (const name of ["the-browser", "xdg-open", "open"]) writeFileSync(path.replace("the-browser", name), script);
    const session = startSession(target, [desk.instance.origin, "--browser"], desk.home);
    await desk.home.opened();
    const inherited = readFileSync(`${desk.home.env.OPENED}.env`, "utf8");
    expect(inherited).not.toMatch(/GH_TOKEN|MY_API_KEY|GH_ENTERPRISE_TOKEN/);
    expect(inherited).toContain("BROWSER=");
    session.type(keys.ctrlC);
    await session.ended();
  });

  test.each([60, 80])("at %i columns help hangs below its labels", async (columns) => {
    const desk = await makeDesk();
    const session = startSession(target, ["login", "--help"], desk.home, { columns });
    expect((await session.ended()).code).toBe(0);
    const lines = session.screen().split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
    const at = lines.findIndex((line) => line.startsWith("  --no-browser"));
    expect(lines[at + 1]).toMatch(/^ {28}\S/);
  });

  test("a misspelled command is told, whatever follows it", async () => {
    const desk = await makeDesk();
    const session = startSession(target, ["chekc", "mastodon.social"], desk.home);
    expect((await session.ended()).code).toBe(2);
    expect(session.screen()).toContain("Did you mean `check`?");
  });

  test("an answer that is no address is asked for again, and an empty one too", async () => {
    const desk = await makeDesk();
    const session = startSession(target, [], desk.home);
    await session.sees("Which instance");
    session.type(keys.enter);
    await session.sees("No instance is named.");
    await session.sees("Which instance");
    session.type(`@me${keys.enter}`);
    await session.sees("names no server");
    await session.sees("Which instance");
    session.type(`${desk.instance.origin}${keys.enter}`);
    await session.sees(`Found ${desk.instance.origin}`);
    session.type(keys.ctrlC);
    await session.ended();
  });

  test("npx is named where npx was called", async () => {
    const desk = await makeDesk({ env: { npm_command: "exec" } });
    const session = startSession(target, ["check", "--nonsense"], desk.home);
    expect((await session.ended()).code).toBe(2);
    expect(session.screen().replace(/\s+/g, " ")).toMatch(/See npx github:\S+ check --help\./);
  });

  test("a token that is pasted with its Bearer is taken", async () => {
    const desk = await makeDesk();
    const session = startSession(target, ["check", desk.instance.origin], desk.home);
    await session.sees("What is the access token?");
    session.type(`Bearer ${desk.instance.createToken()}${keys.enter}`);
    expect((await session.ended()).code).toBe(0);
    expect(session.screen()).toMatch(/^Posting +yes$/m);
  });

  test("a server that is none gets advice for this command", async () => {
    const desk = await makeDesk();
    const session = startSession(target, ["check", `http://${desk.github.host}`], desk.home);
    expect((await session.ended()).code).toBe(1);
    expect(session.screen().replace(/\s+/g, " ")).not.toMatch(/500 characters|store it as the secret/);
  });
});
