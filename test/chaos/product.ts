import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** What of the product a run is made of. */
export interface Product {
  publish: typeof import("../../src/mastodon/publish/publish.ts").publish;
  openClient: typeof import("../../src/mastodon/client.ts").openClient;
  explain: typeof import("../../src/mastodon/diagnosis/diagnose.ts").explain;
  MastodonError: typeof import("../../src/mastodon/error.ts").MastodonError;
  planOf: typeof import("../../src/plan/plan.ts").planOf;
  withLook: typeof import("../../src/plan/plan.ts").withLook;
  limitsAsker: typeof import("../../src/plan/check.ts").limitsAsker;
  refusedOf: typeof import("../../src/plan/check.ts").refusedOf;
  readEnvironment: typeof import("../../src/sources/environment.ts").readEnvironment;
  runCreatedAt: typeof import("../../src/sources/github.ts").runCreatedAt;
  describeRelease: typeof import("../../src/sources/release.ts").describeRelease;
  InputError: typeof import("../../src/inputs/inputs.ts").InputError;
  resolveSchedule: typeof import("../../src/inputs/schedule.ts").resolveSchedule;
  planned: typeof import("../../src/report/report.ts").planned;
  reduce: typeof import("../../src/report/report.ts").reduce;
  failed: typeof import("../../src/report/report.ts").failed;
  nothingYet: typeof import("../../src/report/report.ts").nothingYet;
  logStep: typeof import("../../src/report/log.ts").logStep;
}

const files = [
  "mastodon/publish/publish.ts",
  "mastodon/client.ts",
  "mastodon/diagnosis/diagnose.ts",
  "mastodon/error.ts",
  "plan/plan.ts",
  "plan/check.ts",
  "sources/environment.ts",
  "sources/github.ts",
  "sources/release.ts",
  "inputs/inputs.ts",
  "inputs/schedule.ts",
  "report/report.ts",
  "report/log.ts",
];

/**
 * Loads the product from a folder: its own `src`, or a copy of it that was broken on purpose. Also what the product itself
 * would load where needed: virtual time does not wait for files.
 */
export async function loadProduct(src: string): Promise<Product> {
  const base = pathToFileURL(`${src}/`);
  const load = (file: string) => import(new URL(file, base).href);
  const all = readdirSync(src, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  // The entries would start.
  const code = all.filter((file) => /^[^/]+\/.*(?<!\.d)\.ts$/.test(file) && !file.startsWith("token/"));
  await Promise.all(code.map(load));
  return Object.assign({}, ...(await Promise.all(files.map(load))));
}
