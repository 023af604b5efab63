/**
 * Runs whole workflows with act, a real runner, against the practice instance, and prints what came of each:
 *
 *   npm run test:runner
 *   npm run test:runner -- release.yml
 *
 * The workflows are the files of examples/ as they stand, those of test/real/runner/repository, and a job of this
 * repository's own. Without Go, which act is built with, a line says so, and that is no failure.
 */

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { repository } from "../../../src/package.ts";
import { startGithubApi } from "../../github-api.ts";
import { startInstance } from "../../instance/server.ts";
import { githubToken } from "../../runner.ts";
import { NotHere, run } from "../process.ts";
import { installAct, ownNode, runWorkflow } from "./act.ts";
import { type Job, payloadOf, type World } from "./job.ts";
import { fromScripts } from "./jobs/from-scripts.ts";
import { releases } from "./jobs/releases.ts";
import { sites } from "./jobs/sites.ts";
import { thisRepository } from "./jobs/this-repository.ts";
import { workflows } from "./jobs/workflows.ts";
import { cloneOfThis, practiceRepository } from "./repositories.ts";

/** Stand for actions that cannot be downloaded here. */
const actions = fileURLToPath(new URL("actions", import.meta.url));

const missing = await whatIsMissing();
if (missing === "") await runJobs(process.argv[2] ?? "");
else console.log(`No workflow was run: ${missing}.`);

/** What this machine lacks; empty for nothing. */
async function whatIsMissing(): Promise<string> {
  if (process.platform === "win32") return "ending what a runner has started takes process groups, which Windows lacks";
  try {
    await run({ command: "go", args: ["version"] }, 30);
    return "";
  } catch (error) {
    if (error instanceof NotHere) return "act is built with Go, which this machine lacks (https://go.dev/dl/)";
    throw error;
  }
}

interface Verdict {
  word: "ok" | "FAILED" | "not tried";
  seconds: number;
  details: string;
}

async function runJobs(wanted: string): Promise<void> {
  const began = Date.now();
  const place = {
    act: await installAct(),
    clone: await cloneOfThis(),
    // act copies it for each step; the tests are most of it.
    action: await cloneOfThis({ leaveOut: "test/" }),
    repository: await practiceRepository(),
  };
  const jobs = [...sites, ...releases, ...fromScripts, ...workflows, ...thisRepository];
  const chosen = jobs.filter(({ name }) => name.includes(wanted));
  const verdicts: Verdict[] = [];
  let next = 0;
  let printed = 0;
  const work = async () => {
    while (next < chosen.length) {
      const index = next++;
      verdicts[index] = await judge(chosen[index]!, place);
      // In their order, whichever is done first.
      for (; verdicts[printed]; printed += 1) print(chosen[printed]!, verdicts[printed]!);
    }
  };
  // Each job has an instance, an API and a folder of its own.
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  const failed = verdicts.filter(({ word }) => word === "FAILED").length;
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `\n${chosen.length} jobs in ${seconds} s, ${failed === 0 ? "all as they should be" : `${failed} FAILED`}`,
  );
  process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
}

function print({ name }: Job, { word, seconds, details }: Verdict): void {
  console.log(`${word.padEnd(9)}  ${seconds.toFixed(1).padStart(5)} s  ${name}`);
  if (details !== "") console.log(details.trim().replaceAll(/^/gm, "                     "));
}

interface Place {
  /** Path of the runner's program. */
  act: string;
  /** This repository. */
  clone: string;
  /** This action, as workflows use it. */
  action: string;
  /** The repository that the workflows belong to. */
  repository: string;
}

async function judge(job: Job, place: Place): Promise<Verdict> {
  const began = Date.now();
  const instance = await startInstance();
  const changed: World["changed"] = [];
  const ofChange = (request: string) => {
    if (/\/compare\//.test(request)) return { status: 200, body: { status: "ahead", commits: [], files: changed } };
    return /\/pulls\/\d+\/files/.test(request) ? { status: 200, body: changed } : null;
  };
  const github = await startGithubApi(undefined, undefined, undefined, ofChange);
  const token = instance.createToken();
  // What the runner said is shown under a job that failed.
  const logs: string[] = [];
  const { word, details } = await job.attempt(worldOf({ instance, github, token, changed }, place, logs)).then(
    (): Omit<Verdict, "seconds"> => ({ word: "ok", details: "" }),
    (error: Error): Omit<Verdict, "seconds"> =>
      error instanceof NotHere
        ? { word: "not tried", details: `since ${error.message}` }
        : { word: "FAILED", details: [error.message, ...logs].join("\n\n") },
  );
  await Promise.all([instance.close(), github.close()]);
  return { word, details, seconds: (Date.now() - began) / 1000 };
}

function worldOf(
  servers: Pick<World, "instance" | "github" | "token" | "changed">,
  place: Place,
  logs: string[],
): World {
  const { instance, github, token } = servers;
  return {
    ...servers,
    clone: place.clone,
    async run(workflow, event, changes = {}) {
      const payload = { ...payloadOf(event), ...changes.payload };
      const secrets = { GITHUB_TOKEN: githubToken, ...(changes.secrets ?? { MASTODON_ACCESS_TOKEN: token }) };
      const log = await runWorkflow(place.act, {
        repository: place.repository,
        workflow: `.github/workflows/${workflow}`,
        eventName: event.split(".")[0]!,
        event: payload,
        variables: { MASTODON_URL: instance.origin },
        // What is not downloaded. `actions/checkout` is not needed: act copies the repository itself.
        actions: {
          [`${repository}@v1`]: place.action,
          "googleapis/release-please-action@v4": `${actions}/release-please-action`,
          "cycjimmy/semantic-release-action@v5": `${actions}/semantic-release-action`,
          "goreleaser/goreleaser-action@v6": `${actions}/goreleaser-action`,
          "actions/setup-go@v6": `${actions}/setup-go`,
          "actions/setup-node@53b83947a5a98c8d113130e565377fae1a50d02f": `${actions}/setup-node`,
          "actions/upload-pages-artifact@v4": `${actions}/upload-pages-artifact`,
          "actions/deploy-pages@v4": `${actions}/deploy-pages`,
          "actions/upload-artifact@v6": `${actions}/upload-artifact`,
          "actions/download-artifact@v6": `${actions}/download-artifact`,
          "peaceiris/actions-hugo@v3": `${actions}/actions-hugo`,
          "changesets/action@v1": `${actions}/changesets-action`,
          "actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6": `${actions}/attest`,
        },
        nodeFolder: ownNode,
        masks: false,
        ...changes,
        secrets,
        env: {
          GITHUB_API_URL: github.url,
          GITHUB_REPOSITORY: payload.repository.full_name,
          GITHUB_RUN_ID: "19650000001",
          ...changes.env,
        },
      });
      logs.push(log.text);
      for (const secret of [token, githubToken]) {
        const line = log.text.split("\n").find((text) => text.includes(secret));
        if (line !== undefined) throw new Error(`A secret stands in the log: ${line.replaceAll(secret, "‹secret›")}`);
      }
      return log;
    },
  };
}
