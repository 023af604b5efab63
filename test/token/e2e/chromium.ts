import { existsSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { onTestFinished } from "vitest";

const path = process.env.CHROMIUM_PATH || "/usr/bin/chromium";

/** A real browser; null, with the reason told, where there is none. */
export async function startChromium(): Promise<Browser | null> {
  if (!existsSync(path)) {
    console.warn(`No tests in a browser: there is no ${path}. CHROMIUM_PATH may name another Chromium.`);
    return null;
  }
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: path });
}

/** A window that nobody is logged in in; it goes with the test. */
export async function openWindow(browser: Browser): Promise<BrowserContext> {
  const window = await browser.newContext();
  window.setDefaultTimeout(30_000);
  onTestFinished(() => window.close());
  return window;
}

export interface Visit {
  username?: string;
  /** Presses Deny. */
  deny?: boolean;
}

/** Logs in where a page asks for it, and allows or denies what it asks. Ends on the page that follows. */
export async function visit(window: BrowserContext, address: string, options: Visit = {}): Promise<Page> {
  const { username = "poster", deny = false } = options;
  const page = await window.newPage();
  await page.goto(address);
  if (await page.getByLabel("Password").isVisible()) {
    await page.getByLabel("Username or e-mail").fill(username);
    await page.getByLabel("Password").fill("practice");
    await page.getByRole("button", { name: "Log in" }).click();
  }
  const button = page.getByRole("button", { name: deny ? "Deny" : "Authorize" });
  // Some servers take the log-in itself for the answer, and some remember it.
  if (await button.isVisible()) await button.click();
  await page.waitForLoadState();
  return page;
}
