import { expect, test } from "vitest";
import type { Inputs } from "../../src/inputs/inputs.ts";
import { readInputs } from "../../src/inputs/inputs.ts";
import type { Plan } from "../../src/mastodon/plan.ts";
import { refuseOtherText } from "../../src/plan/other-text.ts";
import { render } from "../../src/plan/render.ts";
import { collectFacts } from "../../src/sources/facts.ts";
import { planWith } from "../mastodon/steps.ts";
import { environmentWith } from "../sources/environment.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const HOUR = 3_600_000;

interface Circumstances {
  status: string;
  attempt: string;
  began: number | string;
  duplicateCheck: string;
  plan: Partial<Plan>;
}

async function attempt(changes: Partial<Circumstances>): Promise<void> {
  const { status = "", attempt = "2", began = now - HOUR, duplicateCheck = "rerun", plan = {} } = changes;
  const environment = environmentWith({ github: { repository: "o/r", run_id: "7", run_attempt: attempt } });
  const raw = new Map(Object.entries({ status, "dry-run": "true", "duplicate-check": duplicateCheck }));
  const inputs: Inputs = await readInputs(raw, environment);
  const facts = await collectFacts(inputs, environment, () => Promise.reject(new Error("no network")));
  const { printsNow } = await render(inputs, facts, [], now);
  const common = { environment, now: () => now };
  await refuseOtherText(common, facts, { inputs, plan: planWith(plan), printsNow }, async () => began);
}

const toTheMinute = 'Done at {{ "now" | date: "%H:%M" }}';
const ofTheDay =
  'Tip {{ "today" | date: "%s" | divided_by: 86400 | floor | modulo: 7 }} of {{ "now" | date: "%Y-%m-%d" }}';

test("another text than when the run began is refused", async () => {
  await expect(attempt({ status: toTheMinute })).rejects.toThrow(/prints the time now.*`duplicate-check: never`/);
  await expect(attempt({ status: ofTheDay, began: now - 13 * HOUR })).rejects.toThrow("prints the time now");
});

const ofAttempt = "Built{% if github.run_attempt != '1' %} again{% endif %}";

test("another text than in an earlier attempt is refused", async () => {
  await expect(attempt({ status: "Try {{ github.run_attempt }}" })).rejects.toThrow(
    /prints `github\.run_attempt`.*`duplicate-check: never`/,
  );
  await expect(attempt({ status: ofAttempt, attempt: "3" })).rejects.toThrow("prints `github.run_attempt`");
  await attempt({ status: "Run {{ github.run_id }}", attempt: "3" });
});

test("the same text is not", async () => {
  await attempt({ status: ofTheDay, began: now - 11 * HOUR });
  await attempt({ status: '{{ "2026-11-23" | date: "%s" }}' });
});

test("where nobody tells when the run began, a day counts", async () => {
  await expect(attempt({ status: ofTheDay, began: "the GitHub API answered 403" })).rejects.toThrow("the time now");
  await attempt({ status: 'Since {{ "now" | date: "%Y" }}', began: "the GitHub API answered 403" });
});

test("a first attempt, `never`, a post that is edited or known by its link may print anything", async () => {
  const edit = { target: "5", since: 0, before: now };
  await attempt({ status: toTheMinute, attempt: "1" });
  await attempt({ status: toTheMinute, duplicateCheck: "never" });
  await attempt({ status: toTheMinute, plan: { edit } });
  await attempt({ status: ofAttempt, attempt: "1" });
  await attempt({ status: ofAttempt, duplicateCheck: "never" });
  await attempt({ status: ofAttempt, plan: { edit } });
  await attempt({ status: ofAttempt, plan: { link: "https://blog.example/a" } });
  await attempt({ status: toTheMinute, plan: { link: "https://blog.example/a" } });
  await expect(attempt({ status: toTheMinute, plan: { edit: { ...edit, target: "auto" } } })).rejects.toThrow();
});
