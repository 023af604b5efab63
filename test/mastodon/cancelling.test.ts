import { describe, expect, test } from "vitest";
import { openClient } from "../../src/mastodon/client.ts";
import { Cancelled } from "../../src/mastodon/clock.ts";
import type { Plan, Step } from "../../src/mastodon/plan.ts";
import { cancelled, nothingYet, type Report, type ReportedPart, reduce } from "../../src/report/report.ts";
import { uploadOf } from "./media-simulation.ts";
import { type Fault, type SmallInstanceOptions, smallInstance } from "./small-instance.ts";
import { carryOut, lookSince, planWith } from "./steps.ts";
import { virtualTime } from "./virtual-clock.ts";

// A run may be cancelled at every step. Nothing new is sent then, and it is told how far it came.

const ORIGIN = "https://social.example";
const THREAD = ["One 1/3", "Two 2/3", "Three 3/3"];
const POST = "POST /api/v1/statuses";

const planned = (texts: readonly string[]): Report => ({
  ...nothingYet,
  parts: texts.map(
    (text): ReportedPart => ({
      text,
      characters: text.length,
      id: "",
      url: "",
      uri: "",
      visibility: "",
      language: "",
    }),
  ),
});

/** Carries a plan out, cancels it once a step is one of these, and tells what a run would report. */
async function cancelledAt(
  isIt: (step: Step, count: number) => boolean,
  changes: Partial<Plan>,
  options: Partial<SmallInstanceOptions> & { faults?: Fault[]; lookFaults?: Fault[]; uploadTakes?: number[] } = {},
) {
  const { faults = [], lookFaults = [], uploadTakes = [], ...more } = options;
  const time = virtualTime();
  const instance = smallInstance(time, more);
  instance.faults.push(...faults);
  instance.lookFaults.push(...lookFaults);
  instance.duringUploads.push(...uploadTakes.map((milliseconds) => () => time.sleep(milliseconds)));
  const plan = planWith(changes);
  const run = new AbortController();
  let report = { ...planned(plan.texts), isToPin: plan.pin };
  let count = 0;
  let sent = Number.NaN;
  const paths = () => instance.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, "")}`);
  const carried = carryOut(openClient(ORIGIN, "token", instance.http(600_000)), plan, {
    signal: run.signal,
    onStep(step) {
      report = reduce(report, step);
      count += 1;
      if (run.signal.aborted || !isIt(step, count)) return;
      sent = instance.requests.length;
      run.abort(new Cancelled());
    },
  });
  const error = await carried.then(
    ({ error: told }) => told,
    (thrown: unknown) => thrown,
  );
  expect(run.signal.aborted).toBe(true);
  const after = paths().slice(sent);
  return { error, report: cancelled(report), after, posts: paths().filter((path) => path === POST).length, time };
}

const kind =
  (wanted: Step["kind"], line = "") =>
  (step: Step) =>
    step.kind === wanted && ("line" in step ? step.line.includes(line) : true);

describe("nothing new is sent", () => {
  test("while it lets another run go first", async () => {
    const plan = { look: lookSince(0), letsGoFirst: true };
    const { error, report, after } = await cancelledAt(kind("progress", "posts first"), plan);
    expect(error).toBeInstanceOf(Cancelled);
    expect(after).toEqual([]);
    expect(report).toMatchObject({ result: "failed", reason: "The run was cancelled before anything was posted." });
  });

  test("before it looks", async () => {
    const { error, report, after } = await cancelledAt(kind("looking"), { look: lookSince(0) });
    expect(error).toBeInstanceOf(Cancelled);
    expect(after).toEqual([]);
    expect(report.result).toBe("failed");
  });

  test("while a look that failed waits", async () => {
    const busy: Fault = { kind: "answer", status: 503 };
    const { error, report, after } = await cancelledAt(
      kind("waiting", "looking again"),
      { look: lookSince(0) },
      {
        lookFaults: [busy],
      },
    );
    expect(error).toBeInstanceOf(Cancelled);
    expect(after).toEqual([]);
    expect(report.result).toBe("failed");
  });

  test("before a file is uploaded", async () => {
    const { error, report, after } = await cancelledAt(kind("uploading"), { media: [uploadOf("a.png")] });
    expect(error).toBeInstanceOf(Cancelled);
    expect(after).toEqual([]);
    expect(report.result).toBe("failed");
  });

  test("while it waits for the end of a rate limit, and that nothing is stored is certain", async () => {
    const limited: Fault = { kind: "answer", status: 429, headers: { "retry-after": "60" } };
    const { error, report, posts } = await cancelledAt(kind("waiting", "Rate limit"), {}, { faults: [limited] });
    expect(error).toBeInstanceOf(Cancelled);
    expect(posts).toBe(1);
    expect(report.result).toBe("failed");
    expect(report.retries).toHaveLength(1);
  });

  test("while a lost answer is to be looked for: whether it is stored is open", async () => {
    const lost: Fault = { kind: "error", code: "ECONNRESET", stored: true };
    const { error, report, after } = await cancelledAt(kind("waiting", "looking in"), {}, { faults: [lost] });
    expect(error).toBeInstanceOf(Cancelled);
    expect(after).toEqual([]);
    expect(report).toMatchObject({
      result: "unknown",
      reason:
        "The status may or may not be posted. The run was cancelled while the status was on its way. A re-run looks first.",
    });
  });

  test("between the parts of a thread: what is up is named", async () => {
    const { error, report, after, posts } = await cancelledAt(kind("stored"), { texts: THREAD });
    expect(error).toBeInstanceOf(Cancelled);
    expect([after, posts]).toEqual([[], 1]);
    expect(report).toMatchObject({
      result: "partial",
      reason:
        "The run was cancelled before anything more was posted. Already up: https://social.example/@me/100 (1 of 3 parts).",
    });
  });

  test("before a pin: it is posted, and perhaps not pinned", async () => {
    const { error, report, after } = await cancelledAt(kind("stored"), { pin: true });
    expect(error).toBeInstanceOf(Cancelled);
    expect(after).toEqual([]);
    expect(report.result).toBe("posted");
    expect(report.differences).toEqual([expect.stringContaining("before it was known whether the status is pinned")]);
  });
});

describe("files that were uploaded are taken away again", () => {
  const media = [uploadOf("a.png"), uploadOf("b.png")];
  const upload = "POST /api/v2/media";

  test("also the one that is on its way, whose answer is waited for", async () => {
    const uploadTakes = [0, 6000];
    const { error, after, report } = await cancelledAt(kind("progress", "b.png"), { media }, { uploadTakes });
    expect(error).toBeInstanceOf(Cancelled);
    expect(after).toEqual(["DELETE /api/v1/media/1", "DELETE /api/v1/media/2"]);
    expect(report.result).toBe("failed");
  });

  test("though the one that is on its way is not answered within five seconds", async () => {
    const uploadTakes = [0, Number.POSITIVE_INFINITY];
    const { after } = await cancelledAt(kind("progress", "b.png"), { media }, { uploadTakes });
    expect(after).toEqual(["DELETE /api/v1/media/1"]);
  });

  test("and none more is sent", async () => {
    const { after } = await cancelledAt(kind("progress", "a.png"), { media }, { uploadTakes: [6000] });
    expect(after).not.toContain(upload);
  });
});

test("what is on its way may still be answered, and counts", async () => {
  const { error, report, posts } = await cancelledAt(kind("sending"), {});
  expect(error).toBeNull();
  expect(posts).toBe(1);
  expect(report).toMatchObject({ result: "posted", reason: "" });
  expect(report.parts[0]!.id).toBe("100");
});
