import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { throttled } from "./instance/faults.ts";
import { png } from "./instance/files.ts";
import { type InstanceOptions, type PracticeInstance, startInstance } from "./instance/server.ts";
import { dist, type Outcome, type RunOptions, runAction, source } from "./runner.ts";

/** Runs that a user, or a newer run of the same group, cancels: a runner sends SIGINT, and SIGTERM 7.5 s later. */

type When = (instance: PracticeInstance, child: ChildProcess) => Promise<void>;

const POST = { method: "POST", path: "/api/v1/statuses" };

/** What a run would wait for here takes a minute. One that ends by itself does so long before, on a slow machine too. Milliseconds. */
const AT_ONCE = 30_000;

/** A delay that lasts until the run has said that it waits for the answer. */
const UNTIL_TOLD = 123_456;

const THREAD = { status: "One\n---\nTwo\n---\nThree" };

const says =
  (text: string): When =>
  (_, child) =>
    new Promise((seen) => {
      let said = "";
      child.stdout?.on("data", (more) => {
        said += more;
        if (said.includes(text)) seen();
      });
    });

const requests =
  (method: string, path: string, times = 1): When =>
  async (instance) => {
    const count = () => instance.requests.filter((seen) => seen.method === method && seen.path.startsWith(path)).length;
    while (count() < times) await wait(5);
  };

for (const target of [source, dist]) {
  describe.skipIf(process.platform === "win32")(`on ${target.name}`, { concurrent: true }, () => {
    async function cancelled(
      when: When,
      {
        faults = [],
        inputs = {},
        isEdit = false,
        instance: options,
        ...run
      }: Partial<RunOptions> & {
        faults?: Parameters<PracticeInstance["fault"]>[0][];
        /** Whether it edits a status that is there, instead of posting one. */
        isEdit?: boolean;
        instance?: InstanceOptions;
      },
      signals: NodeJS.Signals[] = ["SIGINT"],
    ): Promise<Outcome & { instance: PracticeInstance; took: number }> {
      let tell: () => void = () => {};
      const told = new Promise<void>((heard) => {
        tell = heard;
      });
      const instance = await startInstance({
        ...options,
        sleep: (milliseconds, signal) =>
          milliseconds === UNTIL_TOLD ? told : wait(milliseconds, undefined, { signal }),
      });
      try {
        for (const fault of faults) instance.fault(fault);
        const scopes = ["write:statuses", "write:media", "read:statuses", "profile"];
        const edited: Record<string, string> = isEdit ? { "edit-status-id": instance.publish("Before").id } : {};
        let sent = Number.NaN;
        const outcome = await runAction({
          ...run,
          target,
          inputs: {
            "instance-url": instance.origin,
            "access-token": instance.createToken({ scopes }),
            ...edited,
            ...inputs,
          },
          watch(child) {
            void says("Cancelled while")(instance, child).then(tell);
            void when(instance, child).then(() => {
              sent = Date.now();
              for (const signal of signals) child.kill(signal);
            });
          },
        });
        expect(outcome.stderr).toBe("");
        return { ...outcome, instance, took: Date.now() - sent };
      } finally {
        await instance.close();
      }
    }

    test("before anything was sent: it ends at once, and says so", async () => {
      const event = "release.released";
      const { exitCode, outputs, stdout, instance } = await cancelled(says("Waiting 5 s"), { event });
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({
        result: "failed",
        reason: "The run was cancelled before anything was posted.",
      });
      expect(stdout).toContain("::error::The run was cancelled before anything was posted.");
      expect(instance.requests).toEqual([]);
    });

    test("while a post is on its way, whose answer comes soon: it is told", async () => {
      const faults = [{ ...POST, delay: UNTIL_TOLD }];
      const { exitCode, outputs, stdout, summary } = await cancelled(requests("POST", POST.path), { faults });
      expect(stdout).toContain("Cancelled while the status is on its way. Waiting up to 5 s for the answer.\n");
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ result: "posted", id: expect.stringMatching(/^\d+$/) });
      expect(summary).toMatch(/^<h3>Posted by/);
    });

    test("while a post is on its way, whose answer does not come: `unknown` after five seconds", async () => {
      const faults = [{ ...POST, delay: 60_000 }];
      const sent = requests("POST", POST.path);
      const { exitCode, outputs, stdout, took } = await cancelled(sent, { faults, isFast: true });
      expect(took).toBeLessThan(AT_ONCE);
      expect(exitCode).toBe(1);
      const reason =
        "The status may or may not be posted. The run was cancelled while the status was on its way. A re-run looks first.";
      expect(outputs).toMatchObject({ result: "unknown", reason });
      expect(stdout.match(/::error::/g)).toHaveLength(1);
    });

    test("a second signal changes nothing", async () => {
      const faults = [{ ...POST, delay: UNTIL_TOLD }];
      const sent = requests("POST", POST.path);
      const { outputs, stdout } = await cancelled(sent, { faults }, ["SIGINT", "SIGTERM"]);
      expect(outputs.result).toBe("posted");
      expect(stdout.match(/Cancelled while/g)).toHaveLength(1);
      expect(stdout.match(/::notice::/g)).toHaveLength(1);
    });

    test("SIGTERM alone is heeded as well", async () => {
      const run = { event: "release.released" };
      const { outputs } = await cancelled(says("Waiting 5 s"), run, ["SIGTERM"]);
      expect(outputs.reason).toBe("The run was cancelled before anything was posted.");
    });

    test("between the parts of a thread: what is up is named, and no further part is sent", async () => {
      const faults = [{ ...POST, delay: UNTIL_TOLD }];
      const { exitCode, outputs, instance } = await cancelled(requests("POST", POST.path), { faults, inputs: THREAD });
      expect(exitCode).toBe(1);
      expect(outputs.result).toBe("partial");
      expect(outputs.reason).toBe(
        `The run was cancelled before anything more was posted. Already up: ${outputs.url} (1 of 3 parts).`,
      );
      expect(instance.published()).toHaveLength(1);
    });

    test("while a later part is on its way: it may be up too", async () => {
      const faults = [{ ...POST, after: 1, delay: 60_000 }];
      const sent = requests("POST", POST.path, 2);
      const { outputs } = await cancelled(sent, { faults, inputs: THREAD, isFast: true });
      expect(outputs.result).toBe("partial");
      expect(outputs.reason).toBe(
        `The run was cancelled while part 2 of 3 was on its way. A re-run looks first. Already up: ${outputs.url} (1 of 3 parts). The next part may be up too.`,
      );
    });

    test("while it waits for the end of a rate limit: nothing is posted", async () => {
      const faults = [{ ...POST, answer: throttled({ retryAfter: "60" }) }];
      const { outputs, summary, instance, took } = await cancelled(says("Rate limit: waiting"), { faults });
      expect(took).toBeLessThan(AT_ONCE);
      expect(outputs.result).toBe("failed");
      expect(summary).toContain("What was waited for, or done again");
      expect(instance.published()).toEqual([]);
    });

    test("when a refusal comes meanwhile: that is told, once", async () => {
      const faults = [{ ...POST, times: 9, delay: UNTIL_TOLD }];
      const { outputs, stdout, took } = await cancelled(requests("POST", POST.path), {
        faults,
        inputs: { status: "x".repeat(490), "spoiler-text": "Too long" },
        instance: { maxCharacters: 100 },
      });
      expect(took).toBeLessThan(AT_ONCE);
      expect(outputs.result).toBe("failed");
      expect(outputs.reason).toContain("100");
      expect(stdout.match(/::error::/g)).toHaveLength(1);
    });

    test("while it looks for what was lost: `unknown`", async () => {
      const faults = [
        { ...POST, reset: "after" as const },
        { method: "GET", times: 9, delay: 60_000 },
      ];
      const looks = requests("GET", "/api/v1/accounts/verify_credentials");
      const { outputs, took } = await cancelled(looks, { faults, isFast: true });
      expect(took).toBeLessThan(AT_ONCE);
      expect(outputs.result).toBe("unknown");
    });

    test("while a pin is on its way: it is posted, and may be pinned", async () => {
      const { exitCode, outputs, stdout, took } = await cancelled(requests("POST", `${POST.path}/`), {
        faults: [{ method: "POST", path: /\/pin$/, delay: 60_000 }],
        inputs: { pin: "true" },
      });
      expect(took).toBeLessThan(AT_ONCE);
      expect(exitCode).toBe(0);
      expect(outputs.result).toBe("posted");
      expect(stdout).toContain("::warning::The run was cancelled before it was known whether the status is pinned. ");
    });

    test("while a post to be pinned is on its way: it is not pinned any more, and that is told", async () => {
      const { exitCode, stdout, instance } = await cancelled(requests("POST", POST.path), {
        faults: [{ ...POST, delay: UNTIL_TOLD }],
        inputs: { pin: "true" },
      });
      expect(exitCode).toBe(0);
      expect(stdout).toContain("::warning::The run was cancelled before it was known whether the status is pinned. ");
      expect(instance.requests).toHaveLength(1);
    });

    test("while a file is uploaded: nothing is posted, and nobody waits for the file", async () => {
      const { outputs, took } = await cancelled(requests("POST", "/api/v2/media"), {
        faults: [{ method: "POST", path: "/api/v2/media", delay: 60_000 }],
        inputs: { media: "{ file: photo.png, description: A chart }" },
        files: { "photo.png": png().bytes },
      });
      expect(took).toBeLessThan(AT_ONCE);
      expect(outputs).toMatchObject({ result: "failed", reason: "The run was cancelled before anything was posted." });
    });

    test("while a file for an edit is uploaded: nothing is edited, and that is certain", async () => {
      const { outputs } = await cancelled(requests("POST", "/api/v2/media"), {
        isEdit: true,
        faults: [{ method: "POST", path: "/api/v2/media", delay: 60_000 }],
        inputs: { media: "{ file: photo.png, description: A chart }" },
        files: { "photo.png": png().bytes },
      });
      expect(outputs).toMatchObject({ result: "failed", reason: "The run was cancelled before anything was edited." });
    });
  });
}
