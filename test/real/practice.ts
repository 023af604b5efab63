/**
 * The practice instance beside a job of GitHub Actions, on any of its systems:
 *
 *   node test/real/practice.ts start    starts it in the background; sets the outputs `url` and `token`
 *   node test/real/practice.ts check    compares what is on it with the outputs of the job's steps, in `STEPS`
 *   node test/real/practice.ts stop
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startInstance } from "../instance/server.ts";

interface Running {
  url: string;
  token: string;
}

const file = join(process.env.RUNNER_TEMP ?? "", "practice-instance.json");
const running = (): Running => JSON.parse(readFileSync(file, "utf8"));

const commands: Record<string, () => Promise<void>> = {
  async start() {
    const own = fileURLToPath(import.meta.url);
    // Without the streams of this step, which would not end before them.
    spawn(process.execPath, [own, "serve"], { detached: true, stdio: "ignore" }).unref();
    for (const end = Date.now() + 30_000; !existsSync(file); await wait(50)) {
      if (Date.now() > end) throw new Error("The practice instance did not start within 30 s.");
    }
    const { url, token } = running();
    appendFileSync(process.env.GITHUB_OUTPUT!, `url=${url}\ntoken=${token}\n`);
    console.log(`The practice instance listens on ${url}.`);
  },

  async serve() {
    const instance = await startInstance();
    const token = instance.createToken({ scopes: ["write:statuses", "read:statuses", "profile"] });
    const state: Running = { url: instance.origin, token };
    // Whoever sees the file sees all of it.
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
    // Ends with the file, which goes with the job where nobody comes to stop it, and not later than a job.
    const end = Date.now() + 15 * 60_000;
    while (existsSync(file) && Date.now() < end) await wait(100);
    await instance.close();
  },

  async check() {
    const { rehearsal, post, wrong } = JSON.parse(process.env.STEPS!);
    assert.equal(rehearsal.outcome, "success");
    assert.equal(rehearsal.outputs.result, "dry-run");
    assert.equal(rehearsal.outputs.text, `Rehearsed on ${process.env.RUNNER_OS}`);
    assert.equal(rehearsal.outputs.url, "");
    assert.equal(wrong.outcome, "failure");
    assert.equal(wrong.conclusion, "success");
    assert.equal(wrong.outputs.result, "failed");
    assert.match(wrong.outputs.reason, /token/);
    assert.equal(post.outcome, "success");
    assert.equal(post.outputs.result, "posted");
    const { id } = await ask("accounts/verify_credentials");
    const statuses = await ask(`accounts/${id}/statuses`);
    // This post alone: neither the rehearsal nor the wrong token made one.
    const { id: posted, url, uri } = post.outputs;
    assert.deepEqual(
      statuses.map((status: Record<string, string>) => [status.id, status.url, status.uri, status.content]),
      [[posted, url, uri, `<p>Posted on ${process.env.RUNNER_OS} 🎉</p>`]],
    );
    console.log(`As it should be: ${url}`);
  },

  async stop() {
    rmSync(file);
  },
};

// biome-ignore lint/suspicious/noExplicitAny: entities of the API
async function ask(path: string): Promise<any> {
  const { url, token } = running();
  const answer = await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`GET ${path} is a ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

const command = commands[process.argv[2] ?? ""];
if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(", ")}.`);
await command();
