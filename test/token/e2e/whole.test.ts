import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { repository } from "../../../src/package.ts";
import type { Target } from "../../runner.ts";
import { openWindow, startChromium, visit } from "./chromium.ts";
import { type Desk, makeDesk } from "./desk.ts";
import { entries } from "./entries.ts";
import { allow } from "./person.ts";
import { screenOf } from "./screen.ts";
import { keys, pty, type Session, startSession } from "./session.ts";

// From nothing to a stored secret, with all that is real: a clone, a terminal, Chromium, a server that opens the sealed box.

const chromium = await startChromium();
afterAll(() => chromium?.close());
const root = fileURLToPath(new URL("../../..", import.meta.url));

const newDesk = () =>
  makeDesk({
    account: { username: "project" },
    env: { npm_config_update_notifier: "false", npm_config_fund: "false" },
  });

/** The person's whole part of it. */
async function logIn(target: Target, args: string[], desk: Desk): Promise<Session> {
  const session = startSession(target, [...args, `@project@${desk.host}`, "--browser"], desk.home, { columns: 78 });
  const page = await visit(await openWindow(chromium!), await desk.home.opened(), { username: "project" });
  expect(await page.title()).toBe("You can close this tab");
  await session.sees(`Shall workflows post as @project@${desk.host}?`);
  session.type(keys.enter);
  await session.sees("Where shall the token go?");
  session.type(keys.enter);
  expect((await session.ended()).code).toBe(0);
  return session;
}

async function expectStored(desk: Desk, session: Session) {
  const token = desk.stored()!;
  expect(desk.github.secrets.size).toBe(1);
  expect(desk.github.variables.get("/repos/me/project/actions/variables/MASTODON_URL")?.value).toBe(
    desk.instance.origin,
  );
  expect(session.output()).not.toContain(token);
  const response = await fetch(`${desk.instance.origin}/api/v1/statuses`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "user-agent": "test" },
    body: JSON.stringify({ status: "Hello" }),
  });
  expect(response.status).toBe(200);
}

describe.skipIf(pty === null)("what the docs show", () => {
  test("docs/token-session.txt is what the terminal showed", async () => {
    const desk = await newDesk();
    const args = [`@project@${desk.host}`, "--browser"];
    const session = startSession(entries[0]!, args, desk.home, { columns: 78 });
    await allow(desk, session, "project");
    await session.sees(`Shall workflows post as @project@${desk.host}?`);
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    await expect(sessionText(session, desk)).toMatchFileSnapshot(join(root, "docs/token-session.txt"));
  });
});

describe.skipIf(chromium === null || pty === null)("from nothing to a stored secret", () => {
  test.each(entries)("$name", async (target) => {
    const desk = await newDesk();
    await expectStored(desk, await logIn(target, [], desk));
  });

  test.skipIf(!existsSync(join(root, "dist/token.js")))(
    "npm run token in a fresh clone, where nothing is installed",
    async () => {
      const desk = await newDesk();
      // All that git brings and that the command needs.
      for (const path of ["package.json", "dist"])
        cpSync(join(root, path), join(desk.home.folder, path), { recursive: true });
      const session = await logIn({ name: "npm", node: "npm", entry: "run" }, ["token", "--"], desk);
      await expectStored(desk, session);
    },
  );
});

/** The session for people to read: with names, a little longer, in place of what differs from run to run. */
function sessionText(session: Session, { instance, host, github }: Desk): string {
  const output = session
    .output()
    .replace(/exit code \d+\r?\n[\s\S]*$/, "")
    .replace(/(\/oauth\/authorize\?)\S+/, "$1response_type=code&client_id=…")
    .replaceAll(instance.origin, "https://friends.example")
    .replaceAll(host, "friends.example")
    .replaceAll(github.host, "github.com");
  return `$ npx github:${repository} @project@friends.example\n${screenOf(output, 80).trimEnd()}\n`;
}
