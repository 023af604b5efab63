import { afterAll, afterEach, describe, expect, test } from "vitest";
import { type Profile, profiles } from "../../instance/profiles.ts";
import { type PracticeInstance, startInstance } from "../../instance/server.ts";
import { openWindow, startChromium, visit } from "./chromium.ts";
import { entries } from "./entries.ts";
import { makeHome } from "./home.ts";
import { run } from "./run.ts";

// The command as a process, and a person with a real browser: log-in, consent, the page afterwards, denial.

const chromium = await startChromium();
afterAll(() => chromium?.close());

let instance: PracticeInstance;
afterEach(() => instance?.close());

const servers = {
  "Mastodon 4.5": profiles.mastodon45,
  "Mastodon 4.3": profiles.mastodon43,
  Hollo: profiles.hollo,
  GoToSocial: profiles.gotosocial,
  snac: profiles.snac,
  Akkoma: profiles.akkoma,
  Pixelfed: profiles.pixelfed,
};
const isAlive = async (token: string) => {
  const headers = { authorization: `Bearer ${token}`, "user-agent": "test" };
  return (await fetch(`${instance.origin}/api/v1/accounts/verify_credentials`, { headers })).status === 200;
};

/** Starts the server, the command, and a window with what the command opens. */
async function begin(target: (typeof entries)[number], profile: Profile, ...options: string[]) {
  instance = await startInstance({ profile });
  const { host } = new URL(instance.origin);
  const home = makeHome();
  const args = [instance.origin, "--browser", "--account", `@poster@${host}`, ...options];
  const ended = run(target, args, home);
  const window = await openWindow(chromium!);
  return { host, ended, window, address: await home.opened() };
}

describe.skipIf(chromium === null)("in a browser", () => {
  // One Node is enough for what Chromium sees; the terminal is tried on both.
  describe.each(entries.filter(({ node }) => node === process.execPath))("$name", (target) => {
    test.each(Object.entries(servers))(
      "%s: logged in, allowed, back on a page that says so",
      async (_name, profile) => {
        const { ended, window, address, host } = await begin(target, profile);
        const page = await visit(window, address);
        expect(new URL(page.url()).pathname).toBe("/callback");
        expect(await page.title()).toBe("You can close this tab");
        expect(await page.getByRole("main").innerText()).toContain("Go back to the terminal");
        const { code, stdout, stderr } = await ended;
        expect(stderr).toContain(`Logged in as @poster@${host}`);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^\S+\n$/);
        expect(await isAlive(stdout.trim())).toBe(true);
      },
    );

    test.each(Object.entries(servers))("%s: denied", async (_name, profile) => {
      const canDeny = profile.oauth.authorization.denial !== null;
      const { ended, window, address, host } = await begin(target, profile, "--timeout", canDeny ? "60s" : "3s");
      if (canDeny) {
        const page = await visit(window, address, { deny: true });
        expect(await page.title()).toBe("Nothing was allowed");
        expect(await page.getByRole("main").innerText()).toContain("You can close this tab.");
        const { code, stdout, stderr } = await ended;
        expect(stderr).toContain(`Nothing was allowed on ${host}, so there is no token.\n`);
        expect([code, stdout]).toEqual([3, ""]);
        return;
      }
      // There is no button to say no with, so that people close the tab.
      const page = await window.newPage();
      await page.goto(address);
      expect(await page.getByRole("button", { name: "Deny" }).count()).toBe(0);
      await page.close();
      const { code, stdout, stderr } = await ended;
      expect(stderr).toContain("No answer came back from the browser in time.");
      expect([code, stdout]).toEqual([1, ""]);
    });
  });

  test("an answer that belongs to another login is shown as such, and nothing is taken from it", async () => {
    const { ended, window, address } = await begin(entries[0]!, profiles.mastodon45);
    const page = await window.newPage();
    await page.goto(`${new URL(address).searchParams.get("redirect_uri")}?code=stolen&state=another`);
    expect(await page.title()).toBe("This is not the login that was started");
    const { code, stderr } = await ended;
    expect(stderr).toContain("What came back belongs to another login");
    expect(code).toBe(1);
    expect(instance.requests.filter(({ path }) => path.startsWith("/oauth/token"))).toEqual([]);
  });

  test("the page reads well in the dark, and loads and runs nothing", async () => {
    const { ended, window, address } = await begin(entries[0]!, profiles.mastodon45);
    const problems: string[] = [];
    window.on("console", (message) => {
      if (message.location().url.includes("/callback")) problems.push(message.text());
    });
    const page = await visit(window, address);
    const colourIn = async (colorScheme: "light" | "dark") => {
      await page.emulateMedia({ colorScheme });
      return page.evaluate<string>("getComputedStyle(document.documentElement).color");
    };
    expect(await colourIn("light")).toBe("rgb(0, 0, 0)");
    expect(await colourIn("dark")).toBe("rgb(255, 255, 255)");
    expect(await page.evaluate("document.scripts.length")).toBe(0);
    expect(problems).toEqual([]);
    await ended;
  });
});
