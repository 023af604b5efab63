/**
 * Makes pictures of what people see, from runs of dist against the practice instance:
 *
 *   npm run pictures               the one in the README: docs/announcement-light.png and -dark.png
 *   npm run pictures -- FOLDER     and all summaries, as pages and pictures, in that folder
 *
 * Without a browser (CHROMIUM_PATH, or /usr/bin/chromium) there are pages and no pictures.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "../token/e2e/chromium.ts";
import { pageOf, postBlock, type ShownStatus, summaryBlock } from "./page.ts";
import { announcement, HOST, play, shows } from "./runs.ts";

const docs = fileURLToPath(new URL("../../docs", import.meta.url));
const [folder] = process.argv.slice(2);
const chromium = await startChromium();

const { summary, outputs } = await play(announcement);
const pair = `<div class="pair">${postBlock(JSON.parse(outputs.response!) as ShownStatus, HOST)}\n${summaryBlock(summary)}</div>`;
for (const theme of ["light", "dark"] as const)
  await picture(pageOf(theme, "A post and its summary", pair), join(docs, `announcement-${theme}.png`), ".pair");

if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  const blocks: string[] = [];
  for (const show of shows) blocks.push(`<h2>${show.name}</h2>\n${summaryBlock((await play(show)).summary)}`);
  for (const theme of ["light", "dark"] as const) {
    const page = pageOf(theme, "Summaries", blocks.join("\n"));
    writeFileSync(join(folder, `summaries-${theme}.html`), page);
    await picture(page, join(folder, `summaries-${theme}.png`), "body");
  }
}
await chromium?.close();

/** Draws the part of a page that a selector names. */
async function picture(page: string, path: string, selector: string): Promise<void> {
  if (!chromium) return;
  const window = await chromium.newContext({ deviceScaleFactor: 2, viewport: { width: 1060, height: 600 } });
  const tab = await window.newPage();
  await tab.setContent(page);
  await tab.locator(selector).screenshot({ path });
  await window.close();
  console.log(path);
}
