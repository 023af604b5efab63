#!/usr/bin/env node
import { tooOldNode } from "../node-version.ts";

/** What `npx` and `npm run token` start. */

const problem = tooOldNode("mastodon-token needs", "this is", "Install a newer one from https://nodejs.org.");

if (problem === "") {
  void import("./main.ts");
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
