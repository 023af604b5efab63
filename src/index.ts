import { tooOldNode } from "./node-version.ts";

/** What a runner starts. */

const problem = tooOldNode(
  "This action needs",
  "this runner has",
  "Update the runner, or use an image with a newer Node: GitHub's runner brings Node 24 since 2.327.1; act, Gitea and Forgejo take the `node` of the job's image.",
);

// A log that nobody reads any more must not end a run.
process.stdout.on("error", () => {});

if (problem === "") {
  // A connection that was given up may take seconds to end; a cancelled run does not have them.
  void import("./main.ts").then(({ run }) => run()).then(() => process.stdout.write("", () => process.exit()));
} else {
  process.stdout.write(`::error::${problem}\n`);
  process.exitCode = 1;
}
