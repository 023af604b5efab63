import { describe, expect, test } from "vitest";
import { png } from "./instance/files.ts";
import { profiles } from "./instance/profiles.ts";
import type { Fault } from "./instance/server.ts";
import { inWorkflow } from "./workflow.ts";

// Two steps of one job, or two legs of its matrix, about one release: two posts, whatever makes them differ, however often
// the job runs, and however the second one failed at first.

const text = "Out now: {{ release.title }}\n\n{{ release.html_url }}";
const german = "Neu: {{ release.title }}\n\n{{ release.html_url }}";
const servers = ["mastodon45", "mastodon46", "gotosocial", "snac"] as const;

interface Second {
  /** `ID` stands for the id of the first one's post. */
  inputs: Record<string, string>;
  /** Steps bear different names, the legs of a matrix the same. */
  isLeg?: true;
  /** Servers on which a re-run cannot tell the two posts apart, for there they look the same. */
  alikeOn?: readonly string[];
}

const seconds: Record<string, Second> = {
  "a reply to it": { inputs: { status: "The changes: {{ release.html_url }}", "in-reply-to-id": "ID" } },
  "a reply with the same text": { inputs: { status: text, "in-reply-to-id": "ID" } },
  "a poll": {
    inputs: { status: "Will you update to {{ release.title }}?", poll: "{ options: [Yes, No], expires-in: 1 day }" },
  },
  "a poll with the same text": {
    inputs: { status: text, poll: "{ options: [Yes, No], expires-in: 1 day }" },
    alikeOn: ["snac"],
  },
  "a quote of it": { inputs: { status: "Why it matters to you", "quoted-status-id": "ID" } },
  "a quote with the same text": { inputs: { status: text, "quoted-status-id": "ID" }, alikeOn: ["gotosocial", "snac"] },
  "another language": { inputs: { status: german, language: "de" } },
  "another text with a key": { inputs: { status: german, "idempotency-key": "de" } },
  "a leg with another text": { inputs: { status: german }, isLeg: true },
  "a leg in another language alone": { inputs: { status: text, language: "de" }, isLeg: true, alikeOn: ["snac"] },
  "a leg that replies": { inputs: { status: text, "in-reply-to-id": "ID" }, isLeg: true },
};

const POST = { method: "POST", path: "/api/v1/statuses" };

/** How the second one ends at first, and on the re-run. `timeout` leaves no time to find out what became of it. */
const beginnings: Record<string, { fault?: Fault; timeout?: string; ends: string; again: string }> = {
  "is posted": { ends: "posted", again: "duplicate" },
  "is refused": {
    fault: { ...POST, answer: { status: 403, body: '{"error":"no"}' } },
    ends: "failed",
    again: "posted",
  },
  "is stored, and its answer lost": {
    fault: { ...POST, reset: "after" },
    timeout: "5 s",
    ends: "unknown",
    again: "duplicate",
  },
  "is lost on its way": { fault: { ...POST, reset: "before" }, timeout: "5 s", ends: "unknown", again: "posted" },
};

describe.each(servers)("%s", (server) => {
  describe.each(["rerun", "24 hours"])("`duplicate-check: %s`", (check) => {
    const names = Object.keys(seconds).filter((name) => !seconds[name]!.alikeOn?.includes(server));
    test.each(names.flatMap((name) => Object.keys(beginnings).map((beginning) => [name, beginning] as const)))(
      "an announcement, then %s, which at first %s",
      async (name, beginning) => {
        const { inputs, isLeg } = seconds[name]!;
        const { fault, timeout = "5 minutes", ends, again } = beginnings[beginning]!;
        await inWorkflow({ profile: profiles[server], inputs: { "duplicate-check": check } }, async (workflow) => {
          const { instance, time } = workflow;
          const first = async (attempt: number) =>
            (await workflow.step({ status: text }, { name: "first", attempt })).outputs.result;
          const second = async (attempt: number, more: Record<string, string> = {}) => {
            const id = instance.published()[0]?.id ?? "";
            const own = Object.fromEntries(
              Object.entries(inputs).map(([key, value]) => [key, value.replace("ID", id)]),
            );
            const step = await workflow.step({ ...own, ...more }, { name: isLeg ? "first" : "second", attempt });
            return step.outputs.result;
          };
          expect(await first(1)).toBe("posted");
          if (fault) instance.fault(fault);
          expect(await second(1, { timeout })).toBe(ends);
          await time.pass(10 * 60_000);
          expect(await first(2)).toBe("duplicate");
          expect(await second(2)).toBe(again);
          await time.pass(2 * 3_600_000);
          // What the second attempt found, the third finds, too.
          if (again === "posted") expect(await second(3)).toBe("duplicate");
          expect(instance.published()).toHaveLength(2);
        });
      },
    );
  });
});

// What no look could tell apart is still two posts where nobody looks.
describe.each(servers)("%s, on the first attempt", (server) => {
  test.each<[string, Record<string, string>]>([
    ["in visibility", { visibility: "unlisted" }],
    ["in media", { media: "{ file: a.png, description: A }" }],
    ["in language", { language: "de" }],
    ["in the time", { "scheduled-at": "2 hours" }],
    ["in the content warning", { "spoiler-text": "Release" }],
  ])("two legs that differ %s are two posts", async (_, more) => {
    await inWorkflow({ profile: profiles[server] }, async ({ instance, step }) => {
      const files = { "a.png": png().bytes };
      const results = [await step({ status: text }, { files }), await step({ status: text, ...more }, { files })];
      expect(results.map(({ outputs }) => outputs.result)).toEqual([
        "posted",
        more["scheduled-at"] ? "scheduled" : "posted",
      ]);
      expect(instance.published().length + instance.scheduled().length).toBe(2);
    });
  });
});

// The second may come before the server has told the first one's time to the second.
describe.each(servers)("%s, right after each other", (server) => {
  test.each([0, 200, 500, 1000])("two steps %d ms apart make two posts", async (pause) => {
    await inWorkflow({ profile: profiles[server] }, async ({ instance, time, step }) => {
      const english = await step({ status: text }, { name: "english" });
      await time.pass(pause);
      const inGerman = await step({ status: german }, { name: "german" });
      expect([english, inGerman].map(({ outputs }) => outputs.result)).toEqual(["posted", "posted"]);
      expect(instance.published()).toHaveLength(2);
      expect(english.outputs.id).not.toBe(inGerman.outputs.id);
      expect(inGerman.outputs.text).toMatch(/^Neu/);
    });
  });
});
