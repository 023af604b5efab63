import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runInHost } from "./hosts.ts";
import { runAction, source } from "./runner.ts";

/** Runs that share a process must be as good as runs that do not. */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "hosts-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Calls a `run` with this body, in the same process as the others of its test. */
function host(...bodies: string[]) {
  const module = join(mkdtempSync(join(folder, "run-")), "run.mjs");
  const functions = bodies.map((body) => `async () => {${body}}`).join(", ");
  writeFileSync(module, `export const run = () => [${functions}][process.env.BODY]();`);
  return (body: number, env: Record<string, string> = {}) =>
    runInHost(module, { cwd: folder, env: { BODY: String(body), ...env } });
}

const tellProcess = "process.stdout.write(String(process.pid));";

test("runs one after the other share a process, runs at once do not", async () => {
  const run = host(tellProcess);
  const { stdout: first } = await run(0);
  const { stdout: second } = await run(0);
  const atOnce = await Promise.all([run(0), run(0)]);
  expect(second).toBe(first);
  expect(new Set(atOnce.map(({ stdout }) => stdout)).size).toBe(2);
});

test("a run has its own variables, folder, exit code and output", async () => {
  const run = host(
    "process.exitCode = 3; process.env.LEFT = 'x'; process.chdir('/'); console.log('out'); console.error('err');",
    "process.stdout.write(JSON.stringify([Object.keys(process.env), process.cwd()]));",
  );
  expect(await run(0)).toEqual({ exitCode: 3, stdout: "out\n", stderr: "err\n" });
  const stdout = JSON.stringify([["BODY", "OTHER"], folder]);
  expect(await run(1, { OTHER: "y" })).toEqual({ exitCode: 0, stdout, stderr: "" });
});

test("a run ends when a process would: when nothing is left to be done", async () => {
  const run = host("setTimeout(() => { console.log('late'); process.exitCode = 4; }, 100);", "console.log('next');");
  expect(await run(0)).toEqual({ exitCode: 4, stdout: "late\n", stderr: "" });
  expect(await run(1)).toEqual({ exitCode: 0, stdout: "next\n", stderr: "" });
});

test("a warning of Node stands in the run's stderr", async () => {
  const run = host("process.emitWarning('Something is odd.');");
  expect(await run(0)).toEqual({ exitCode: 0, stdout: "", stderr: "Warning: Something is odd.\n" });
});

describe("only the run itself fails that", () => {
  test.each([
    ["throws", "throw new Error('Boom');", /exit code 1[\s\S]*Boom/],
    ["rejects what nobody awaits", "void Promise.reject(new Error('Boom'));", /exit code 1[\s\S]*Boom/],
    ["throws later", "setTimeout(() => { throw new Error('Boom'); }, 10);", /exit code 1[\s\S]*Boom/],
    ["leaves a listener behind", "process.on('SIGINT', () => {});", /left listeners behind: SIGINT/],
    ["ends the process", "process.exit(0);", /ended \(exit code 0\)/],
    ["kills the process", "process.kill(process.pid, 'SIGKILL');", /ended \(SIGKILL\)/],
  ])("%s", async (_, body, problem) => {
    const run = host(tellProcess, body);
    const { stdout: first } = await run(0);
    await expect(run(1)).rejects.toThrow(problem);
    const { stdout: next } = await run(0);
    expect(next).not.toBe(first);
  });
});

test("a run does not mask the secrets of the one before", async () => {
  const say = (token: string, status: string) =>
    runAction({ target: source, inputs: { "access-token": token, status, "dry-run": "true" } });
  const secret = "the-token-of-the-first-run";
  await say(secret, "Hello");
  const { stdout, outputs } = await say("another-token-altogether", `Hello ${secret}`);
  expect(outputs.text).toBe(`Hello ${secret}`);
  expect(stdout).toContain(secret);
});
