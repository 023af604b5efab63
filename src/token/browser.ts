import { setTimeout as wait } from "node:timers/promises";
import open from "open";

/** How long a launcher has to say that it found no browser, in milliseconds. One that found some ends at once, or never. */
const PATIENCE = 1500;

/**
 * Opens an address in the person's browser.
 *
 * @returns false when there is none, as far as its launcher (`xdg-open`, `open`, PowerShell) tells
 */
export async function openBrowser(url: string): Promise<boolean> {
  try {
    const launcher = await open(url);
    const failed = new Promise<boolean>((resolve) => {
      launcher.once("error", () => resolve(true));
      launcher.once("exit", (code) => resolve(code !== 0));
    });
    const gone = launcher.exitCode !== null;
    return !(gone ? launcher.exitCode !== 0 : await Promise.race([failed, wait(PATIENCE, false, { ref: false })]));
  } catch {
    return false;
  }
}
