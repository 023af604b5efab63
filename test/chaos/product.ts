import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** What of the product a run is made of. */
export interface Product {
  deliver: typeof import("../../src/steps/deliver.ts").deliver;
  askLimits: typeof import("../../src/steps/limits.ts").askLimits;
  attachedTo: typeof import("../../src/steps/beyond-text.ts").attachedTo;
  check: typeof import("../../src/steps/beyond-text.ts").check;
  timeOf: typeof import("../../src/steps/beyond-text.ts").timeOf;
  readEnvironment: typeof import("../../src/sources/environment.ts").readEnvironment;
  identityOf: typeof import("../../src/action/identity.ts").identityOf;
  lookWindow: typeof import("../../src/plan/look.ts").lookWindow;
  describeRelease: typeof import("../../src/sources/release.ts").describeRelease;
  firstEventOf: typeof import("../../src/sources/release.ts").firstEventOf;
  planned: typeof import("../../src/action/result.ts").planned;
  broken: typeof import("../../src/action/result.ts").broken;
  openClient: typeof import("../../src/mastodon/client.ts").openClient;
  diagnose: typeof import("../../src/mastodon/diagnosis/diagnose.ts").diagnose;
  MastodonError: typeof import("../../src/mastodon/error.ts").MastodonError;
  pause: typeof import("../../src/mastodon/clock.ts").pause;
}

const files = [
  "steps/deliver.ts",
  "steps/beyond-text.ts",
  "steps/limits.ts",
  "action/environment.ts",
  "action/identity.ts",
  "action/look-window.ts",
  "action/release.ts",
  "action/result.ts",
  "mastodon/client.ts",
  "mastodon/clock.ts",
  "mastodon/diagnosis/diagnose.ts",
  "mastodon/error.ts",
];

/**
 * Loads the product from a folder: its own `src`, or a copy of it that was broken on purpose. Also what the product itself
 * would load where needed: virtual time does not wait for files.
 */
export async function loadProduct(src: string): Promise<Product> {
  const base = pathToFileURL(`${src}/`);
  const load = (file: string) => import(new URL(file, base).href);
  for (const room of ["action", "mastodon", "status", "steps"]) {
    const all = readdirSync(`${src}/${room}`, { recursive: true, encoding: "utf8" });
    const code = all.filter((file) => file.endsWith(".ts"));
    await Promise.all(code.map((file) => load(`${room}/${file.replaceAll("\\", "/")}`)));
  }
  return Object.assign({}, ...(await Promise.all(files.map(load))));
}
