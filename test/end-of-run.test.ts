import { truncateSync, writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { html, tooManyRequests } from "./instance/faults.ts";
import { png } from "./instance/files.ts";
import { type Fault, type PracticeInstance, startInstance } from "./instance/server.ts";
import { dist, type Outcome, type RunOptions, runAction, source } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

const POST = { method: "POST", path: "/api/v1/statuses" };
const MEDIA = {
  inputs: { media: "{ file: photo.png, description: A chart }", timeout: "20 seconds" },
  files: { "photo.png": png().bytes },
};

/** How long the server keeps a connection: longer than a test may take. Milliseconds. */
const KEPT = 600_000;

/** What may be left behind when a run ends: an answer that nobody reads, a timer, a connection that is kept. */
const ends: Record<string, { faults?: Fault[] } & Partial<RunOptions>> = {
  "a plain post": {},
  "a dry run": { inputs: { "dry-run": "true" } },
  "a long text, for which the limits were asked": { inputs: { status: "word ".repeat(200) } },
  media: { ...MEDIA },
  "a slow answer": { faults: [{ ...POST, delay: 1000 }] },
  "a lost answer": { faults: [{ ...POST, reset: "after" }] },
  "a server that is out of order": {
    faults: [{ ...POST, answer: html(502), times: 99 }],
    inputs: { timeout: "90 seconds" },
  },
  "a rate limit that ends too late": {
    faults: [{ ...POST, answer: tooManyRequests(new Date(Date.now() + 3_600_000)) }],
  },
  "a post that is never answered": {
    faults: [{ ...POST, delay: 60_000 }],
    inputs: { timeout: "20 seconds" },
  },
  "an upload that is never answered": {
    ...MEDIA,
    faults: [{ method: "POST", path: "/api/v2/media", delay: 60_000 }],
  },
  "looks that are never answered": {
    faults: [
      { ...POST, reset: "after" },
      { method: "GET", times: 99, delay: 60_000 },
    ],
    inputs: { timeout: "40 seconds" },
  },
};

test.skipIf(process.platform === "win32")(
  "a file that takes longer to read than the run has: it ends within a second of its time, and says so",
  async () => {
    const began = performance.now();
    const { exitCode, outputs, stderr } = await runAction({
      target: source,
      inputs: { "dry-run": "true", media: "{ file: film.png, description: Long }", timeout: "1 second" },
      prepare(workspace) {
        writeFileSync(join(workspace, "film.png"), png().bytes);
        truncateSync(join(workspace, "film.png"), 200 * 1024 ** 3);
      },
      // As a process of its own.
      watch: () => {},
    });
    // Node's own start counts here as well.
    expect(performance.now() - began).toBeLessThan(6000);
    expect([exitCode, stderr]).toEqual([1, ""]);
    expect(outputs).toMatchObject({ result: "failed", reason: expect.stringContaining("`timeout`") });
  },
);

for (const target of [source, dist]) {
  describe.concurrent(`on ${target.name}`, () => {
    async function run(
      instance: PracticeInstance,
      { inputs, ...options }: Partial<RunOptions>,
      onText: (said: string) => void,
    ): Promise<Outcome> {
      return runAction({
        ...options,
        target,
        inputs: { "instance-url": instance.origin, "access-token": instance.createToken(), ...inputs },
        watch(child) {
          let said = "";
          child.stdout?.on("data", (text) => {
            said += text;
            onText(said);
          });
        },
      });
    }

    test.each(Object.entries(ends))("the process ends by itself with its last line: %s", async (_, given) => {
      const { faults = [], ...options } = given;
      const time = sharedTime();
      const instance = await startInstance({ keepAlive: KEPT, now: time.now, sleep: time.sleep });
      try {
        for (const fault of faults) instance.fault(fault);
        let last = Number.NaN;
        const { stderr } = await run(instance, { ...options, time }, () => {
          last = time.now().getTime();
        });
        expect(stderr).toBe("");
        // No timer was waited for.
        expect(time.now().getTime() - last).toBe(0);
      } finally {
        await instance.close();
      }
    });

    test.skipIf(process.platform === "win32")(
      "a log that nobody takes any more: all is posted, and the outputs say so",
      async () => {
        const instance = await startInstance();
        try {
          const { outputs, stderr, exitCode } = await runAction({
            target,
            inputs: {
              "instance-url": instance.origin,
              "access-token": instance.createToken(),
              status: "One\n---\nTwo",
            },
            watch: (child) => child.stdout?.destroy(),
          });
          expect([exitCode, outputs.result, stderr]).toEqual([0, "posted", ""]);
          expect(instance.published()).toHaveLength(2);
        } finally {
          await instance.close();
        }
      },
    );

    test("a server that refuses connections while it restarts is waited for", async () => {
      const time = sharedTime();
      const instance = await startInstance({ now: time.now, sleep: time.sleep });
      const front = net.createServer((socket) => {
        const onwards = net.connect(Number(new URL(instance.origin).port), "127.0.0.1");
        for (const end of [socket, onwards]) end.on("error", () => end.destroy());
        socket.pipe(onwards).pipe(socket);
      });
      try {
        // Whose port nobody else has, and nobody listens on.
        await new Promise<void>((ready) => front.listen(0, "127.0.0.1", ready));
        const { port } = front.address() as net.AddressInfo;
        await new Promise((closed) => front.close(closed));
        const restart = time.enter(() => {});
        const inputs = { "instance-url": `http://127.0.0.1:${port}` };
        const { stdout, outputs } = await run(instance, { inputs, time }, (said) => {
          if (said.includes("No connection") && !front.listening) front.listen(port, "127.0.0.1", restart.leave);
        });
        expect(outputs.result).toBe("posted");
        expect(stdout).toMatch(/^No connection \(ECONNREFUSED\); trying again in 2 s\.\nPosting to .* 200 in /m);
        expect(instance.published()).toHaveLength(1);
      } finally {
        front.close();
        await instance.close();
      }
    });
  });
}
