import { describe, expect, test } from "vitest";
import { readInputs } from "../../src/inputs/inputs.ts";
import type { Step } from "../../src/mastodon/plan.ts";
import type { Edited, Published } from "../../src/mastodon/status.ts";
import {
  aimOf,
  cancelled,
  failed,
  nothingYet,
  planned,
  type Report,
  reduce,
  shownText,
} from "../../src/report/report.ts";
import { planWith } from "../mastodon/steps.ts";
import { environmentWith } from "../sources/environment.ts";

const ORIGIN = "https://social.example";

const inputs = await readInputs(
  new Map([
    ["instance-url", ORIGIN],
    ["access-token", "token"],
    ["status", "Hello"],
  ]),
  environmentWith({}),
);

/** The report of a run that has planned these texts. */
function reportOf(texts: string[], changes: Parameters<typeof planWith>[0] = {}): Report {
  const parts = texts.map((text) => ({ text, characters: text.length }));
  const known = { limit: 500, limitAsked: false, guarded: [] };
  return planned(planWith({ texts, ...changes }), { parts, cuts: [], tooLong: null }, inputs, known);
}

function published(id: string, more: Partial<Published> = {}): Published {
  return {
    id,
    url: `${ORIGIN}/@me/${id}`,
    uri: `${ORIGIN}/users/me/statuses/${id}`,
    visibility: "public",
    language: "en",
    handle: "@me@social.example",
    profile: "https://social.example/@me",
    inReplyToId: null,
    scheduledAt: null,
    duplicate: false,
    likeness: "same",
    otherText: null,
    status: 200,
    took: 12,
    response: `{"id":"${id}"}`,
    entity: {},
    ...more,
  };
}

const stored = (part: number, status: Published, differences: string[] = []): Step => ({
  kind: "stored",
  part,
  status,
  differences,
});

const folded = (report: Report, ...steps: Step[]): Report => steps.reduce(reduce, report);

describe("the fold", () => {
  const steps: Step[] = [
    { kind: "looking", since: 0, why: "as the test says" },
    { kind: "uploading", count: 2 },
    { kind: "progress", line: "Uploading a.png …" },
    { kind: "waiting", line: "Rate limit: waiting 41 s." },
    { kind: "sending", what: "the status" },
    { kind: "not stored" },
    stored(0, published("1"), ["Narrowed."]),
    { kind: "editing", id: "1" },
    { kind: "edited", status: { ...published("1"), changed: true, text: "Hello", differences: [] }, differences: [] },
    { kind: "pinned", problem: "Not pinned." },
  ];

  test.each(steps)("never changes the report that it is given: $kind", (step) => {
    const frozen = (report: Report): Report => {
      for (const value of Object.values(report)) if (value && typeof value === "object") Object.freeze(value);
      return Object.freeze(report);
    };
    const before = frozen(reportOf(["One", "Two"], { pin: true }));
    const text = JSON.stringify(before);
    const next = reduce(before, step);
    expect(JSON.stringify(before)).toBe(text);
    // Again leads to the same: nothing else than the two decides.
    expect(reduce(before, step)).toEqual(next);
  });

  test("looks and lines of progress are for the log alone", () => {
    const before = reportOf(["Hello"]);
    for (const step of [steps[0]!, steps[2]!]) expect(reduce(before, step)).toBe(before);
  });

  test("a file is awaited, and is not what may be stored", () => {
    const report = reduce(reportOf(["Hello"]), { kind: "uploading", count: 2 });
    expect([report.awaited, report.inFlight]).toEqual(["a file", null]);
  });

  test("what was waited for is kept, in order", () => {
    const report = folded(reportOf(["Hello"]), { kind: "waiting", line: "One." }, { kind: "waiting", line: "Two." });
    expect(report.retries).toEqual(["One.", "Two."]);
  });

  test("what is sent is in flight until it is known what became of it", () => {
    const sent = folded(reportOf(["Hello"]), { kind: "sending", what: "the status" });
    expect(sent.inFlight).toBe("the status");
    expect(folded(sent, { kind: "waiting", line: "Lost." }).inFlight).toBe("the status");
    expect(folded(sent, { kind: "sending", what: "the status" }).inFlight).toBe("the status");
    expect(folded(sent, { kind: "not stored" }).inFlight).toBeNull();
    expect(folded(sent, stored(0, published("1"))).inFlight).toBeNull();
    const edited: Edited = { ...published("1"), changed: true, text: "Hello", differences: [] };
    expect(folded(sent, { kind: "edited", status: edited, differences: [] }).inFlight).toBeNull();
  });
});

describe("a stored part", () => {
  test("is posted, with all that is told of it", () => {
    const report = folded(reportOf(["Hello"]), stored(0, published("1", { visibility: "unlisted" }), ["Narrowed."]));
    expect(report).toMatchObject({
      result: "posted",
      reason: "",
      handle: "@me@social.example",
      profile: "https://social.example/@me",
      response: '{"id":"1"}',
      differences: ["Narrowed."],
    });
    expect(report.parts).toEqual([
      {
        text: "Hello",
        characters: 5,
        id: "1",
        url: `${ORIGIN}/@me/1`,
        uri: `${ORIGIN}/users/me/statuses/1`,
        visibility: "unlisted",
        language: "en",
      },
    ]);
  });

  test("of a thread keeps the others as they are", () => {
    const report = folded(reportOf(["One", "Two", "Three"]), stored(0, published("1")), stored(1, published("2")));
    expect(report.parts.map(({ text, id }) => [text, id])).toEqual([
      ["One", "1"],
      ["Two", "2"],
      ["Three", ""],
    ]);
  });

  test("that was there already is a duplicate", () => {
    const report = folded(reportOf(["Hello"]), stored(0, published("1", { duplicate: true })));
    expect(report).toMatchObject({
      result: "duplicate",
      reason: "It was posted before, so it was not posted again.",
    });
  });

  test("a thread is a duplicate only where its last part was there too", () => {
    const first = stored(0, published("1", { duplicate: true }));
    const thread = reportOf(["One", "Two"]);
    expect(folded(thread, first, stored(1, published("2"))).result).toBe("posted");
    expect(folded(thread, first, stored(1, published("2"))).reason).toBe("");
    expect(folded(thread, first, stored(1, published("2", { duplicate: true }))).result).toBe("duplicate");
  });

  test("with another text shows that one, counted, and what would have followed is gone", () => {
    const other = published("1", { duplicate: true, likeness: "another", otherText: "Grüße 😀" });
    const report = folded(reportOf(["One", "Two"]), stored(0, other, ["Another text."]));
    expect(report.parts).toMatchObject([{ text: "Grüße 😀", characters: 7, id: "1" }]);
    expect(report.differences).toEqual(["Another text."]);
  });

  test("without a handle keeps the one that is known", () => {
    const thread = folded(
      reportOf(["One", "Two"]),
      stored(0, published("1")),
      stored(1, published("2", { handle: "" })),
    );
    expect(thread.handle).toBe("@me@social.example");
  });

  test("that waits for its time is scheduled, in UTC as ours are written", () => {
    const plan = { scheduledAt: Date.parse("2026-12-24T18:00:00Z") };
    const later = published("1", { url: "", scheduledAt: "2026-12-24T19:00:00.000+01:00" });
    const report = folded(reportOf(["Hello"], plan), stored(0, later));
    expect(report).toMatchObject({ result: "scheduled", reason: "" });
    expect(report.attached.scheduledAt).toBe("2026-12-24T18:00:00Z");
    const again = folded(reportOf(["Hello"], plan), stored(0, { ...later, duplicate: true }));
    expect(again).toMatchObject({
      result: "duplicate",
      reason: "It was scheduled before, so it was not scheduled again.",
    });
    const garbled = folded(reportOf(["Hello"], plan), stored(0, { ...later, scheduledAt: "soon" }));
    expect(garbled.attached.scheduledAt).toBe("2026-12-24T18:00:00Z");
  });

  test("that came out at once, though it was to be scheduled, is posted", () => {
    const plan = { scheduledAt: Date.parse("2026-12-24T18:00:00Z") };
    const report = folded(reportOf(["Hello"], plan), stored(0, published("1")));
    expect(report.result).toBe("posted");
    expect(report.attached.scheduledAt).toBe("");
  });
});

describe("an edit", () => {
  const edited = (more: Partial<Edited> = {}): Step => ({
    kind: "edited",
    status: { ...published("9"), changed: true, text: "Hello", differences: [], ...more },
    differences: ["Left."],
  });

  test("is what `auto` comes to once a look found the status", () => {
    const auto = { edit: { target: "auto", since: 0, before: 0 } };
    expect(reportOf(["Hello"], auto).isEdit).toBe(false);
    expect(folded(reportOf(["Hello"], auto), { kind: "editing", id: "9" }).isEdit).toBe(true);
    expect(reportOf(["Hello"], { edit: { target: "9", since: 0, before: 0 } }).isEdit).toBe(true);
  });

  test("is told with the status' new id, and with nothing that it cannot change", () => {
    const plan = {
      edit: { target: "auto", since: 0, before: 0 },
      inReplyTo: "5",
      quoted: "6",
      scheduledAt: 1_800_000_000_000,
    };
    const report = folded(reportOf(["Hello"], plan), { kind: "editing", id: "1" }, edited());
    expect(report).toMatchObject({ result: "edited", reason: "", differences: ["Left."] });
    expect(report.attached).toMatchObject({ inReplyTo: "", quoted: "", scheduledAt: "" });
    expect(report.parts).toMatchObject([{ text: "Hello", id: "9" }]);
  });

  test("that nothing needed says so", () => {
    const report = folded(reportOf(["Hello"]), edited({ changed: false }));
    expect(report.reason).toBe("It already says all of this, so nothing was sent.");
  });
});

describe("a pin", () => {
  const up = folded(reportOf(["Hello"], { pin: true }), stored(0, published("1")));

  test("is done, or warned of", () => {
    expect(up.isToPin).toBe(true);
    expect(folded(up, { kind: "pinned", problem: null })).toMatchObject({ isToPin: false, differences: [] });
    expect(folded(up, { kind: "pinned", problem: "Not pinned." })).toMatchObject({
      isToPin: false,
      result: "posted",
      differences: ["Not pinned."],
    });
  });
});

describe("a run that failed", () => {
  const thread = reportOf(["One", "Two", "Three"]);
  const started = folded(thread, stored(0, published("1")));

  test.each<[string, Report, "not done" | "unknown", Report["result"], string]>([
    ["before anything was stored", thread, "not done", "failed", "Why."],
    ["and nobody knows", thread, "unknown", "unknown", "The status may or may not be posted. Why."],
    [
      "with an edit under way",
      { ...thread, isEdit: true },
      "unknown",
      "unknown",
      "The status may or may not be edited. Why.",
    ],
    ["with a part up", started, "not done", "partial", "Why. Already up: https://social.example/@me/1 (1 of 3 parts)."],
    [
      "with a part up, and nobody knows of the next",
      started,
      "unknown",
      "partial",
      "Why. Already up: https://social.example/@me/1 (1 of 3 parts). The next part may be up too.",
    ],
  ])("%s", (_, report, outcome, result, reason) => {
    expect(failed(report, "Why.", outcome)).toMatchObject({ result, reason });
  });

  test("keeps the server's last answer, or has the one that it failed with", () => {
    expect(failed(started, "Why.", "not done").response).toBe('{"id":"1"}');
    expect(failed(started, "Why.", "not done", "<html>").response).toBe("<html>");
  });
});

describe("a run that was cancelled", () => {
  const one = reportOf(["Hello"]);
  const thread = reportOf(["One", "Two", "Three"]);
  const sending: Step = { kind: "sending", what: "the status" };
  const waiting: Step = { kind: "waiting", line: "Lost." };
  const ON_ITS_WAY = "The run was cancelled while the status was on its way. A re-run looks first.";

  test.each<[string, Report, Report["result"], string]>([
    ["before it had a plan", nothingYet, "failed", "The run was cancelled before anything was posted."],
    ["before a look", one, "failed", "The run was cancelled before anything was posted."],
    [
      "at a look",
      folded(one, { kind: "looking", since: 0, why: "" }),
      "failed",
      "The run was cancelled before anything was posted.",
    ],
    [
      "at an upload",
      folded(one, { kind: "uploading", count: 1 }, { kind: "progress", line: "…" }),
      "failed",
      "The run was cancelled before anything was posted.",
    ],
    ["at a POST", folded(one, sending), "unknown", `The status may or may not be posted. ${ON_ITS_WAY}`],
    [
      "behind a lost answer",
      folded(one, sending, waiting),
      "unknown",
      `The status may or may not be posted. ${ON_ITS_WAY}`,
    ],
    [
      "behind a refusal that it waits for",
      folded(one, sending, { kind: "not stored" }, waiting),
      "failed",
      "The run was cancelled before anything was posted.",
    ],
    ["behind the post", folded(one, sending, stored(0, published("1"))), "posted", ""],
    [
      "between two parts",
      folded(thread, sending, stored(0, published("1"))),
      "partial",
      "The run was cancelled before anything more was posted. Already up: https://social.example/@me/1 (1 of 3 parts).",
    ],
    [
      "at a later part",
      folded(thread, stored(0, published("1")), { kind: "sending", what: "part 2 of 3" }),
      "partial",
      "The run was cancelled while part 2 of 3 was on its way. A re-run looks first. Already up: https://social.example/@me/1 (1 of 3 parts). The next part may be up too.",
    ],
    [
      "before a time is scheduled",
      reportOf(["Hello"], { scheduledAt: 1_800_000_000_000 }),
      "failed",
      "The run was cancelled before anything was scheduled.",
    ],
    [
      "before an edit",
      folded(one, { kind: "editing", id: "1" }),
      "failed",
      "The run was cancelled before anything was edited.",
    ],
    [
      "at an edit",
      folded(one, { kind: "editing", id: "1" }, { kind: "sending", what: "the edit" }),
      "unknown",
      "The status may or may not be edited. The run was cancelled while the edit was on its way. A re-run looks first.",
    ],
  ])("%s", (_, report, result, reason) => {
    expect(cancelled(report)).toMatchObject({ result, reason });
  });

  test("before its pin, or while it was on its way: perhaps it is there", () => {
    const up = folded(reportOf(["Hello"], { pin: true }), stored(0, published("1"), ["Narrowed."]));
    expect(cancelled(up)).toMatchObject({
      result: "posted",
      differences: [
        "Narrowed.",
        "The run was cancelled before it was known whether the status is pinned. Look at the profile, or run again.",
      ],
    });
    const pinned = folded(up, { kind: "pinned", problem: null });
    expect(cancelled(pinned)).toEqual(pinned);
  });
});

test("what was to become of the status", () => {
  expect(aimOf(reportOf(["Hello"]))).toBe("posted");
  expect(aimOf(reportOf(["Hello"], { scheduledAt: 1_800_000_000_000 }))).toBe("scheduled");
  expect(aimOf(reportOf(["Hello"], { edit: { target: "1", since: 0, before: 0 } }))).toBe("edited");
});

describe("the report of a plan", () => {
  test("tells of the guarded mentions only those that are left after a cut", () => {
    const parts = [{ text: "By @\u200Cann and https://x.example/%40bob", characters: 30 }];
    const known = { limit: 500, limitAsked: true, guarded: ["@ann", "@bob", "@eve"] };
    const report = planned(planWith({}), { parts, cuts: [], tooLong: null }, inputs, known);
    expect(report).toMatchObject({ guarded: ["@ann", "@bob"], limitAsked: true, hasAccount: true });
  });

  test("tells of what was cut, and why", () => {
    const cut = { part: 2, removed: 30, beginning: "Once\nupon", whole: false };
    const composition = (count: number, whole = false) => ({
      parts: Array.from({ length: count }, () => ({ text: "x", characters: 1 })),
      cuts: [{ ...cut, whole, part: count }],
      tooLong: null,
    });
    const known = { limit: 500, limitAsked: false, guarded: [] };
    const plan = planWith({});
    expect(planned(plan, composition(1), inputs, known).cuts).toEqual([
      "Cut 30 characters, beginning with “Once upon”. The text was longer than 500 characters.",
    ]);
    expect(planned(plan, composition(2, true), inputs, known).cuts).toEqual([
      "Left out 30 characters of part 2, beginning with “Once upon”. The text was longer than 500 characters.",
    ]);
    const threaded = { ...inputs, overflow: "thread" as const, maxParts: 2 };
    expect(planned(plan, composition(2), threaded, known).cuts).toEqual([
      "Cut 30 characters of part 2, beginning with “Once upon”. The text needs more than the 2 parts that `max-parts` allows.",
    ]);
  });
});

test("a text that is refused for its length is shown in part, any other whole", () => {
  const long = { ...reportOf(["x".repeat(600)]).parts[0]! };
  expect(shownText(long, 500)).toBe(`${"x".repeat(500)}… (and 100 characters more)`);
  expect(shownText(long, 5000)).toBe("x".repeat(600));
});
