/**
 * Runs the built action against any server on which you have an account, and cleans up:
 *
 *   MASTODON_TEST_URL=https://mastodon.example MASTODON_TEST_TOKEN=… npm run test:live
 *
 * Everything is `direct` and mentions nobody, so that nobody sees it. The token needs the scopes `write:statuses`,
 * `write:media`, `read:statuses`, `read:search` and `profile`. It says what it will do, and asks.
 */
import { createInterface } from "node:readline/promises";
import { dist, runAction } from "../runner.ts";
import { files, jobs, type World } from "./jobs.ts";
import { failures, printTable, tryJobs } from "./judging.ts";
import { NotHere } from "./process.ts";
import { installReader, openReader } from "./reader.ts";

const { MASTODON_TEST_URL: url = "", MASTODON_TEST_TOKEN: token = "" } = process.env;
if (url === "" || token === "") {
  console.log(
    "Set MASTODON_TEST_URL to the address of your server, and MASTODON_TEST_TOKEN to a token of your account.",
  );
  process.exit(2);
}
const { origin, host } = new URL(url);
const live = jobs.filter(({ isPublic }) => !isPublic);
console.log(`On ${host} this will, as the account of the token:
  - make about 30 \`direct\` posts that mention nobody, with polls, images, a content warning and a thread
  - edit some of them, schedule one and take it back
  - send a wrong token, and reply to a status that is not there
  - delete all that it has posted. What a server keeps of deleted posts and uploads is its own matter.
`);
const terminal = createInterface({ input: process.stdin, output: process.stdout });
const answer = await terminal.question("Go on? Type yes: ");
terminal.close();
if (answer.trim().toLowerCase() !== "yes") {
  console.log("Nothing was sent.");
  process.exit(0);
}

try {
  await installReader();
} catch (error) {
  if (!(error instanceof NotHere)) throw error;
  console.log(`Not tried, since ${error.message}: results are read with Mastodon.py, which takes Python.`);
  process.exit(2);
}
const read = openReader(origin, token);
const made = new Set<string>();
const world: World = {
  read,
  visibility: "direct",
  requests: () => null,
  readOnlyToken: null,
  bystander: null,
  async run(inputs, { event = "workflow_dispatch", env = {} } = {}) {
    const all: Record<string, string> = {
      "instance-url": origin,
      "access-token": token,
      visibility: "direct",
      ...inputs,
    };
    if (inputs["edit-status-id"] && inputs["edit-status-id"] !== "auto") delete all.visibility;
    const outcome = await runAction({ target: dist, event, inputs: all, env, files });
    const { ids = "[]", id = "", result } = outcome.outputs;
    if (result !== "scheduled") for (const one of [...JSON.parse(ids || "[]"), id]) if (one !== "") made.add(one);
    return outcome;
  },
};
try {
  await tryJobs(live, world, {}, host);
} finally {
  let left = 0;
  for (const id of [...made].reverse()) {
    await read.delete(id).catch((error: Error) => {
      // A status that an edit gave another id is gone already.
      if (/404|not found/i.test(error.message)) return;
      left += 1;
      console.log(`Not deleted: ${error.message}`);
    });
  }
  console.log(`\nDeleted ${made.size - left} of ${made.size} posts.\n`);
  await read.close();
}
printTable();
process.exitCode = failures() > 0 ? 1 : 0;
