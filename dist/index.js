// src/index.ts
const problem = require("./node-version.js").tooOldNode("This action needs", "this runner has", "Update the runner, or use an image with a newer Node: GitHub's runner brings Node 24 since 2.327.1; act, Gitea and Forgejo take the `node` of the job's image.");
process.stdout.on("error", () => {});
if (problem === "") Promise.resolve().then(() => require("./action.js")).then((n) => n.main_exports).then(({ run }) => run()).then(() => process.stdout.write("", () => process.exit()));
else {
	process.stdout.write(`::error::${problem}\n`);
	process.exitCode = 1;
}
