import type { ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import net from "node:net";
import { describe, expect, test } from "vitest";
import { rssOf } from "./feed.ts";
import { throttled } from "./instance/faults.ts";
import { png } from "./instance/files.ts";
import { type InstanceOptions, type PracticeInstance, startInstance } from "./instance/server.ts";
import { dist, type Outcome, type RunOptions, runAction, source } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

/** Runs that a user, or a newer run of the same group, cancels: a runner sends SIGINT, and SIGTERM 7.5 s later. */

const POST = { method: "POST", path: "/api/v1/statuses" };

/** Delays by name, which `cancelled` gives their meaning. */
const UNTIL_TOLD = 123_456;
const FOR_LONG = 654_321;

const LIST = { data: "[{ text: One }, { text: Two }, { text: Three }]", status: "{{ data.text }}" };
const THREAD = { status: "One\n---\nTwo\n---\nThree" };

for (const target of [source, dist]) {
  describe.skipIf(process.platform === "win32")(`on ${target.name}`, { concurrent: true }, () => {
    /**
     * Runs the action and cancels it. Before that, no time passes while a request is held.
     *
     * A fault with the delay UNTIL_TOLD is over once the run has said that it waits for the answer, one with FOR_LONG a
     * minute later.
     *
     * @param when a text of the log; or `held`, when the request is there whose answer a fault delays
     */
    async function cancelled(
      when: string,
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
      const time = sharedTime();
      const moment = when === "held" ? null : time.enter(() => {});
      const events = new EventEmitter();
      const [held, told] = [once(events, "held"), once(events, "told")];
      const instance = await startInstance({
        now: time.now,
        async sleep(milliseconds, signal) {
          if (milliseconds <= 0) return;
          events.emit("held");
          await told;
          if (milliseconds === FOR_LONG) await time.sleep(60_000, signal);
        },
        ...options,
      });
      try {
        for (const fault of faults) instance.fault(fault);
        const scopes = ["write:statuses", "write:media", "read:statuses", "profile"];
        const edited: Record<string, string> = isEdit ? { "edit-status-id": instance.publish("Before").id } : {};
        let sent = Number.NaN;
        const outcome = await runAction({
          ...run,
          target,
          time,
          inputs: {
            "instance-url": instance.origin,
            "access-token": instance.createToken({ scopes }),
            ...edited,
            ...inputs,
          },
          watch(child) {
            void says(child, "Cancelled while").then(() => events.emit("told"));
            void (when === "held" ? held : says(child, when)).then(() => {
              sent = time.now().getTime();
              for (const signal of signals) child.kill(signal);
            });
          },
        });
        expect(outcome.stderr).toBe("");
        return { ...outcome, instance, took: time.now().getTime() - sent };
      } finally {
        moment?.leave();
        await instance.close();
      }
    }

    test("before anything was sent: it ends at once, and says so", async () => {
      const event = "release.released";
      const { exitCode, outputs, stdout, instance } = await cancelled("Waiting 5 s", { event });
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({
        result: "failed",
        reason: "The run was cancelled before anything was posted.",
      });
      expect(stdout).toContain("::error::The run was cancelled before anything was posted.");
      expect(instance.requests).toEqual([]);
    });

    test("while the connection is still being made: nothing is sent over it, and nobody waits for it", async () => {
      // It accepts, and never says a word of TLS.
      const sockets = new Set<net.Socket>();
      const front = net.createServer((socket) => sockets.add(socket.on("error", () => {})));
      await new Promise<void>((ready) => front.listen(0, "127.0.0.1", ready));
      const { port } = front.address() as net.AddressInfo;
      try {
        const { exitCode, outputs, stdout, stderr } = await runAction({
          target,
          inputs: { "instance-url": `https://127.0.0.1:${port}`, "access-token": "token-of-nobody" },
          watch(child) {
            front.once("connection", () => child.kill("SIGINT"));
          },
        });
        expect([exitCode, stderr]).toEqual([1, ""]);
        expect(outputs).toMatchObject({
          result: "failed",
          reason: "The run was cancelled before anything was posted.",
        });
        expect(stdout.match(/::error::/g)).toHaveLength(1);
      } finally {
        for (const socket of sockets) socket.destroy();
        front.close();
      }
    });

    test("while a post is on its way, whose answer comes soon: it is told", async () => {
      const faults = [{ ...POST, delay: UNTIL_TOLD }];
      const { exitCode, outputs, stdout, summary } = await cancelled("held", { faults });
      expect(stdout).toContain("Cancelled while the status is on its way. Waiting up to 5 s for the answer.\n");
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ result: "posted", id: expect.stringMatching(/^\d+$/) });
      expect(summary).toMatch(/^<h3><a href="[^"]+">Posted<\/a> by/);
    });

    test("while a post is on its way, whose answer does not come: `unknown` after five seconds", async () => {
      const faults = [{ ...POST, delay: FOR_LONG }];
      const { exitCode, outputs, stdout, took } = await cancelled("held", { faults });
      expect(took).toBe(5000);
      expect(exitCode).toBe(1);
      const reason =
        "The status may or may not be posted. The run was cancelled while the status was on its way. A re-run looks first.";
      expect(outputs).toMatchObject({ result: "unknown", reason });
      expect(stdout.match(/::error::/g)).toHaveLength(1);
    });

    test("a second signal changes nothing", async () => {
      const faults = [{ ...POST, delay: UNTIL_TOLD }];
      const { outputs, stdout } = await cancelled("held", { faults }, ["SIGINT", "SIGTERM"]);
      expect(outputs.result).toBe("posted");
      expect(stdout.match(/Cancelled while/g)).toHaveLength(1);
      expect(stdout.match(/::notice::/g)).toHaveLength(1);
    });

    test("SIGTERM alone is heeded as well", async () => {
      const run = { event: "release.released" };
      const { outputs } = await cancelled("Waiting 5 s", run, ["SIGTERM"]);
      expect(outputs.reason).toBe("The run was cancelled before anything was posted.");
    });

    test("between the parts of a thread: what is up is named, and no further part is sent", async () => {
      const faults = [{ ...POST, delay: UNTIL_TOLD }];
      const { exitCode, outputs, instance } = await cancelled("held", { faults, inputs: THREAD });
      expect(exitCode).toBe(1);
      expect(outputs.result).toBe("partial");
      expect(outputs.reason).toBe(
        `The run was cancelled before anything more was posted. Already up: ${outputs.url} (1 of 3 parts).`,
      );
      expect(instance.published()).toHaveLength(1);
    });

    test("while a later part is on its way: it may be up too", async () => {
      const faults = [{ ...POST, after: 1, delay: FOR_LONG }];
      const { outputs } = await cancelled("held", { faults, inputs: THREAD });
      expect(outputs.result).toBe("partial");
      expect(outputs.reason).toBe(
        `The run was cancelled while part 2 of 3 was on its way. A re-run looks first. Already up: ${outputs.url} (1 of 3 parts). The next part may be up too.`,
      );
    });

    test("between the posts of a list: what is up is told, the post on its way too, and no further one is sent", async () => {
      const faults = [{ ...POST, after: 1, delay: UNTIL_TOLD }];
      const { exitCode, outputs, instance, took } = await cancelled("held", { faults, inputs: LIST }, ["SIGTERM"]);
      expect([exitCode, outputs.result, took]).toEqual([1, "partial", 0]);
      const results = JSON.parse(outputs.results!);
      expect(results.map(({ result }: { result: string }) => result)).toEqual(["posted", "posted", "failed"]);
      expect(results[2].reason).toBe("The run was cancelled before anything was posted.");
      expect(instance.published()).toHaveLength(2);
    });

    test("while a post of a list is on its way, whose answer does not come: `unknown` for it alone", async () => {
      const faults = [{ ...POST, after: 1, delay: FOR_LONG }];
      const { exitCode, outputs, took } = await cancelled("held", { faults, inputs: LIST }, ["SIGTERM"]);
      expect([exitCode, outputs.result, took]).toEqual([1, "unknown", 5000]);
      const results = JSON.parse(outputs.results!);
      expect(results.map(({ result }: { result: string }) => result)).toEqual(["posted", "unknown", "failed"]);
    });

    test("while a feed is compared with the account: nothing is posted, and nobody waits", async () => {
      const { exitCode, outputs, took, instance } = await cancelled(
        "held",
        {
          event: "schedule",
          faults: [{ method: "GET", path: /\/statuses/, delay: FOR_LONG }],
          inputs: { feed: "public/index.xml" },
          files: { "public/index.xml": rssOf([{ title: "First", path: "/1/", age: 3_600_000 }]) },
        },
        ["SIGTERM"],
      );
      expect([exitCode, outputs.result, took]).toEqual([1, "failed", 0]);
      expect(outputs.reason).toBe("The run was cancelled before anything was posted.");
      expect(instance.published()).toEqual([]);
    });

    test("while it waits for the end of a rate limit: nothing is posted", async () => {
      const faults = [{ ...POST, answer: throttled({ retryAfter: "60" }) }];
      const { outputs, summary, instance, took } = await cancelled("Rate limit: waiting", { faults });
      expect(took).toBe(0);
      expect(outputs.result).toBe("failed");
      expect(summary).toContain("Waits and retries");
      expect(instance.published()).toEqual([]);
    });

    test("while a picture's post waits for the end of a rate limit: the picture is taken away again", async () => {
      const faults = [{ ...POST, answer: throttled({ retryAfter: "60" }) }];
      const { outputs, instance } = await cancelled("Rate limit: waiting", {
        faults,
        inputs: { media: "{ file: photo.png, description: A chart }" },
        files: { "photo.png": png().bytes },
      });
      expect(outputs.result).toBe("failed");
      const ways = instance.requests.map(({ method, path }) => `${method} ${path.replace(/\d+$/, "ID")}`);
      expect(ways.slice(-2)).toEqual(["POST /api/v1/statuses", "DELETE /api/v1/media/ID"]);
    });

    test("while an edit waits for the end of a rate limit: nothing is edited, and that is certain", async () => {
      const faults = [{ method: "PUT", answer: throttled({ retryAfter: "60" }) }];
      const { outputs, stdout } = await cancelled("Rate limit: waiting", { isEdit: true, faults });
      expect(outputs).toMatchObject({ result: "failed", reason: "The run was cancelled before anything was edited." });
      expect(stdout).not.toContain("Cancelled while");
    });

    test("when a refusal comes meanwhile: that is told, once", async () => {
      const faults = [{ ...POST, times: 9, delay: UNTIL_TOLD }];
      const { outputs, stdout, took } = await cancelled("held", {
        faults,
        inputs: { status: "x".repeat(490), "spoiler-text": "Too long" },
        instance: { maxCharacters: 100 },
      });
      expect(took).toBe(0);
      expect(outputs.result).toBe("failed");
      expect(outputs.reason).toContain("100");
      expect(stdout.match(/::error::/g)).toHaveLength(1);
    });

    test("while it looks for what was lost: `unknown`", async () => {
      const faults = [
        { ...POST, reset: "after" as const },
        { method: "GET", times: 9, delay: FOR_LONG },
      ];
      const { outputs, took } = await cancelled("held", { faults });
      // Only what stores something is waited for.
      expect(took).toBe(0);
      expect(outputs.result).toBe("unknown");
    });

    test("while a pin is on its way: it is posted, and may be pinned", async () => {
      const { exitCode, outputs, stdout, took } = await cancelled("held", {
        faults: [{ method: "POST", path: /\/pin$/, delay: FOR_LONG }],
        inputs: { pin: "true" },
      });
      expect(took).toBe(0);
      expect(exitCode).toBe(0);
      expect(outputs.result).toBe("posted");
      expect(stdout).toContain("::warning::The run was cancelled before it was known whether the status is pinned. ");
    });

    test("while a post to be pinned is on its way: it is not pinned any more, and that is told", async () => {
      const { exitCode, stdout, instance } = await cancelled("held", {
        faults: [{ ...POST, delay: UNTIL_TOLD }],
        inputs: { pin: "true" },
      });
      expect(exitCode).toBe(0);
      expect(stdout).toContain("::warning::The run was cancelled before it was known whether the status is pinned. ");
      expect(instance.requests).toHaveLength(1);
    });

    test("while a file is uploaded: nothing is posted, and its answer is waited for, to delete it", async () => {
      const { outputs, took } = await cancelled("held", {
        faults: [{ method: "POST", path: "/api/v2/media", delay: FOR_LONG }],
        inputs: { media: "{ file: photo.png, description: A chart }" },
        files: { "photo.png": png().bytes },
      });
      expect(took).toBe(5000);
      expect(outputs).toMatchObject({ result: "failed", reason: "The run was cancelled before anything was posted." });
    });

    test("while a file for an edit is uploaded: nothing is edited, and that is certain", async () => {
      const { outputs } = await cancelled("held", {
        isEdit: true,
        faults: [{ method: "POST", path: "/api/v2/media", delay: FOR_LONG }],
        inputs: { media: "{ file: photo.png, description: A chart }" },
        files: { "photo.png": png().bytes },
      });
      expect(outputs).toMatchObject({ result: "failed", reason: "The run was cancelled before anything was edited." });
    });
  });
}

function says(child: ChildProcess, text: string): Promise<void> {
  return new Promise((seen) => {
    let said = "";
    child.stdout?.on("data", (more) => {
      said += more;
      if (said.includes(text)) seen();
    });
  });
}
