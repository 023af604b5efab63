#!/usr/bin/env node
// src/token/index.ts
const problem = require("./node-version.js").tooOldNode("mastodon-token needs", "this is", "Install a newer one from https://nodejs.org.");
if (problem === "") Promise.resolve().then(() => require("./token-command.js")).then((n) => n.main_exports);
else {
	process.stderr.write(`${problem}\n`);
	process.exitCode = 1;
}
