import { describe, expect, test } from "vitest";
import { apiError, html } from "./instance/faults.ts";
import { profiles } from "./instance/profiles.ts";
import { inWorkflow, type Workflow } from "./workflow.ts";

// Answers that do not say what became of a post: on each Mastodon, by a token that may look and by one that may only post.
// One post, or a word that it is not known; and never a wrong word.

const servers = ["mastodon43", "mastodon45", "mastodon46"] as const;
const tokens = {
  full: ["read", "write", "profile"],
  narrow: ["write:statuses"],
} as const;

const POST = { method: "POST", path: "/api/v1/statuses" };
const MINUTE = 60_000;
const TEXT = { status: "Out now: {{ release.title }}" };
const THREAD = { status: "One\n---\nTwo\n---\nThree" };
const LATER = { ...TEXT, "scheduled-at": "2 hours" };

/** What a user sees at the end. */
interface Ends {
  result: string;
  /** What the reason, or the warnings of a good end, say. */
  says?: RegExp;
  /** Texts of the statuses that are there, the oldest first; those on the scheduled list included. */
  up: (string | RegExp)[];
}

interface Situation {
  /** Up to the step that is shown, and this one. @returns its outcome */
  play: (workflow: Workflow) => ReturnType<Workflow["step"]>;
  /** By token, or by token and server. */
  ends: Record<`${keyof typeof tokens}${"" | ` ${(typeof servers)[number]}`}`, Ends> | Partial<Record<string, Ends>>;
}

const minuteLater = async ({ time }: Workflow) => time.pass(MINUTE);

/** Somebody with an app of their own. */
async function byHand({ instance }: Workflow, method: string, path: string, body: object = {}): Promise<void> {
  const token = instance.createToken({ scopes: ["read", "write"] });
  const answer = await fetch(`${instance.origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(method === "DELETE" ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** A run, then somebody does something, then its re-run a minute later. */
const rerunAfter =
  (inputs: Record<string, string>, change: (workflow: Workflow) => Promise<void>) => async (workflow: Workflow) => {
    const { outputs } = await workflow.step(inputs);
    if (!["posted", "scheduled"].includes(outputs.result!)) throw new Error(`The run before: ${outputs.reason}`);
    await minuteLater(workflow);
    await change(workflow);
    return workflow.step(inputs, { attempt: 2 });
  };

const deletes = (index: number) => (workflow: Workflow) =>
  byHand(workflow, "DELETE", `/api/v1/statuses/${workflow.instance.published()[index]!.id}`);

const BLIND = /cannot see.*`read:statuses`/;
const MOST_LIKELY = /answers 500 to an Idempotency-Key that it knows, so the status is most likely there/;

const situations: Record<string, Situation> = {
  "a key that another text has spent": {
    async play(workflow) {
      await workflow.step({ status: "English", "idempotency-key": "release" }, { name: "english" });
      return workflow.step({ status: "Deutsch", "idempotency-key": "release" }, { name: "german" });
    },
    ends: {
      full: { result: "duplicate", says: /“English”.*“Deutsch”.*`idempotency-key`/, up: ["English"] },
      narrow: { result: "duplicate", says: /“English”.*“Deutsch”.*`idempotency-key`/, up: ["English"] },
      "full mastodon46": { result: "failed", says: /Another post used this `idempotency-key`/, up: ["English"] },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: ["English"] },
    },
  },
  "a post that somebody mended": {
    play: rerunAfter(TEXT, (workflow) =>
      byHand(workflow, "PUT", `/api/v1/statuses/${workflow.instance.published()[0]!.id}`, { status: "Mended" }),
    ),
    ends: {
      full: { result: "duplicate", says: /was edited since/, up: ["Mended"] },
      narrow: { result: "duplicate", says: /was edited since/, up: ["Mended"] },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: ["Mended"] },
    },
  },
  "a post that somebody deleted": {
    play: rerunAfter(TEXT, deletes(0)),
    ends: {
      full: { result: "posted", says: /was deleted, so it is posted anew/, up: [/^Out now/] },
      narrow: { result: "unknown", says: BLIND, up: [] },
    },
  },
  "a thread whose first part somebody deleted": {
    play: rerunAfter(THREAD, deletes(0)),
    ends: {
      full: {
        result: "partial",
        says: /Part 1 of 3 is missing, though parts behind it are there/,
        up: [/^Two/, /^Three/],
      },
      narrow: { result: "unknown", says: BLIND, up: [/^Two/, /^Three/] },
    },
  },
  "a thread whose middle part somebody deleted": {
    play: rerunAfter(THREAD, deletes(1)),
    ends: {
      full: {
        result: "partial",
        says: /Part 2 of 3 is missing, though parts behind it are there/,
        up: [/^One/, /^Three/],
      },
      narrow: {
        result: "partial",
        says: /Part 2 of 3 was posted by an earlier run, and deleted/,
        up: [/^One/, /^Three/],
      },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: [/^One/, /^Three/] },
    },
  },
  "a thread whose last part somebody deleted": {
    play: rerunAfter(THREAD, deletes(2)),
    ends: {
      full: {
        result: "partial",
        says: /Part 3 of 3 was posted by an earlier run, and deleted since/,
        up: [/^One/, /^Two/],
      },
      narrow: {
        result: "partial",
        says: /Part 3 of 3 was posted by an earlier run, and deleted/,
        up: [/^One/, /^Two/],
      },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: [/^One/, /^Two/] },
    },
  },
  "a thread that somebody deleted whole": {
    play: rerunAfter(THREAD, async (workflow) => {
      for (const index of [2, 1, 0]) await deletes(index)(workflow);
    }),
    ends: {
      full: { result: "posted", says: /was deleted, so it is posted anew/, up: [/^One/, /^Two/, /^Three/] },
      narrow: { result: "unknown", says: BLIND, up: [] },
    },
  },
  "a schedule that somebody cancelled": {
    play: rerunAfter(LATER, (workflow) =>
      byHand(workflow, "DELETE", `/api/v1/scheduled_statuses/${workflow.instance.scheduled()[0]!.id}`),
    ),
    ends: {
      full: { result: "scheduled", says: /was deleted, so it is posted anew/, up: [/^Out now/] },
      narrow: { result: "unknown", says: BLIND, up: [] },
    },
  },
  "a schedule that stands": {
    play: rerunAfter(LATER, async () => {}),
    ends: {
      full: { result: "duplicate", up: [/^Out now/] },
      narrow: { result: "unknown", says: BLIND, up: [/^Out now/] },
    },
  },
  "a 422 that is a post": {
    play: ({ step }) => step({ status: "New #1_https://example.com" }),
    ends: {
      full: { result: "posted", up: [/^New/] },
      narrow: { result: "unknown", says: BLIND, up: [/^New/] },
    },
  },
  "a 422 that is an edit": {
    async play({ step, instance }) {
      const { id } = instance.publish("Old");
      return step({ status: "New #1_https://example.com", "edit-status-id": id });
    },
    ends: {
      full: { result: "edited", up: [/^New/] },
      narrow: { result: "failed", says: /scope read:statuses/, up: ["Old"] },
    },
  },
  "a gateway that gives up (504, HTML) while the server looks up nine silent hosts": {
    play: async ({ step, instance }) => {
      instance.fault({ ...POST, gateway: { milliseconds: MINUTE, answer: html(504, "Gateway Time-out") } });
      return step({ status: silent });
    },
    ends: {
      full: { result: "posted", up: [/^Thanks/] },
      narrow: { result: "unknown", says: BLIND, up: [/^Thanks/] },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: [/^Thanks/] },
    },
  },
  "503 to a re-run, while the server is at work on the first request": {
    async play(workflow) {
      const { step, instance } = workflow;
      instance.fault({ ...POST, gateway: { milliseconds: 30_000, answer: html(504, "Gateway Time-out") } });
      const first = await step({ status: silent, timeout: "40 s" });
      if (first.outputs.result !== "unknown") throw new Error(`The run before: ${first.outputs.reason}`);
      return step({ status: silent }, { attempt: 2 });
    },
    ends: {
      // Only this one locks a key: elsewhere nothing keeps the second request from posting, too.
      "full mastodon46": { result: "posted", up: [/^Thanks/] },
      "narrow mastodon46": { result: "unknown", says: BLIND, up: [/^Thanks/] },
    },
  },
  "500 to a re-run of a post that is there": {
    play: rerunAfter(TEXT, async () => {}),
    ends: {
      full: { result: "duplicate", up: [/^Out now/] },
      narrow: { result: "duplicate", up: [/^Out now/] },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: [/^Out now/] },
    },
  },
  "500 though it is stored": {
    play: ({ step, instance }) => {
      instance.fault({ ...POST, answerAfter: apiError(500, "Internal Server Error") });
      return step(TEXT);
    },
    ends: {
      full: { result: "posted", up: [/^Out now/] },
      narrow: { result: "posted", up: [/^Out now/] },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: [/^Out now/] },
    },
  },
  "500, and nothing is stored": {
    play: ({ step, instance }) => {
      instance.fault({ ...POST, answer: apiError(500, "Internal Server Error") });
      return step(TEXT);
    },
    ends: {
      full: { result: "posted", up: [/^Out now/] },
      narrow: { result: "posted", up: [/^Out now/] },
    },
  },
  "500 to this text, whenever it is sent": {
    play: ({ step, instance }) => {
      instance.fault({ ...POST, answer: apiError(500, "Internal Server Error"), times: 99 });
      return step(TEXT);
    },
    ends: {
      full: { result: "failed", says: /seems to fail on this text/, up: [] },
      narrow: { result: "unknown", says: BLIND, up: [] },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: [] },
    },
  },
  "500 to this text, whenever it is sent, with a key of the author's": {
    play: ({ step, instance }) => {
      instance.fault({ ...POST, answer: apiError(500, "Internal Server Error"), times: 99 });
      return step({ ...TEXT, "idempotency-key": "{{ release.tag_name }}" });
    },
    ends: {
      full: { result: "failed", says: /seems to fail on this text/, up: [] },
      narrow: { result: "unknown", says: BLIND, up: [] },
      "narrow mastodon46": { result: "unknown", says: MOST_LIKELY, up: [] },
    },
  },
  "media that are still processed when the post comes": {
    play: ({ step, instance }) => {
      const busy = apiError(422, "Cannot attach files that have not finished processing. Try again in a moment!");
      instance.fault({ ...POST, answer: busy, times: 2 });
      return step(TEXT);
    },
    ends: {
      full: { result: "posted", up: [/^Out now/] },
      narrow: { result: "posted", up: [/^Out now/] },
    },
  },
};

/** Nine handles of hosts that answer nothing: ten seconds each. */
const hosts = [..."abcdefghi"].map((letter) => `${letter}.example`);
const silent = `Thanks to ${hosts.map((host) => `@someone@${host}`).join(" ")}`;

describe.each(servers)("%s", (server) => {
  describe.each(Object.keys(tokens) as (keyof typeof tokens)[])("%s token", (token) => {
    const played = Object.entries(situations).flatMap(([name, { play, ends }]) => {
      const all: Partial<Record<string, Ends>> = ends;
      const expected = all[`${token} ${server}`] ?? all[token];
      return expected ? [[name, play, expected] as const] : [];
    });
    test.each(played)("%s", async (_, play, { result, says, up }) => {
      const common = { profile: profiles[server], scopes: [...tokens[token]], instance: { silentHosts: hosts } };
      await inWorkflow(common, async (workflow) => {
        const { outputs, stdout } = await play(workflow);
        const { instance, time } = workflow;
        // The server ends what it is still at work on.
        await time.pass(5 * MINUTE);
        const there = [
          ...instance.published().map(({ text }) => text),
          ...instance.scheduled().map(({ status }) => status.text),
        ];
        expect({ result: outputs.result, there }, stdout).toEqual({
          result,
          there: up.map((text) => (typeof text === "string" ? text : expect.stringMatching(text))),
        });
        if (says) expect(stdout).toMatch(says);
      });
    });
  });
});
