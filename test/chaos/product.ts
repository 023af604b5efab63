import { pathToFileURL } from "node:url";

/** What of the product a run is made of. */
export interface Product {
  deliver: typeof import("../../src/steps/deliver.ts").deliver;
  askLimits: typeof import("../../src/steps/check.ts").askLimits;
  attachedOf: typeof import("../../src/steps/check.ts").attachedOf;
  refusedOf: typeof import("../../src/steps/check.ts").refusedOf;
  readEnvironment: typeof import("../../src/action/environment.ts").readEnvironment;
  identityOf: typeof import("../../src/action/identity.ts").identityOf;
  lookWindow: typeof import("../../src/action/look-window.ts").lookWindow;
  describeRelease: typeof import("../../src/action/release.ts").describeRelease;
  firstEventOf: typeof import("../../src/action/release.ts").firstEventOf;
  planned: typeof import("../../src/action/result.ts").planned;
  broken: typeof import("../../src/action/result.ts").broken;
  resolveSchedule: typeof import("../../src/action/schedule.ts").resolveSchedule;
  openClient: typeof import("../../src/mastodon/client.ts").openClient;
  diagnose: typeof import("../../src/mastodon/diagnosis/diagnose.ts").diagnose;
  MastodonError: typeof import("../../src/mastodon/error.ts").MastodonError;
  pause: typeof import("../../src/mastodon/publish/retry.ts").pause;
}

const files = [
  "steps/deliver.ts",
  "steps/check.ts",
  "action/environment.ts",
  "action/identity.ts",
  "action/look-window.ts",
  "action/release.ts",
  "action/result.ts",
  "action/schedule.ts",
  "mastodon/client.ts",
  "mastodon/diagnosis/diagnose.ts",
  "mastodon/error.ts",
  "mastodon/publish/retry.ts",
];

/** Loads the product from a folder: its own `src`, or a copy of it that was broken on purpose. */
export async function loadProduct(src: string): Promise<Product> {
  const base = pathToFileURL(`${src}/`);
  const modules = await Promise.all(files.map((file) => import(new URL(file, base).href)));
  return Object.assign({}, ...modules);
}
