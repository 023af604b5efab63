import { expect } from "vitest";
import { ahead } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time with an offset goes out in UTC; there is no address yet.",
  inputs: { status: "Good morning" },
  arrange({ inputs }) {
    const local = ahead(26 * 60).replace(/\.\d+Z$/, "+02:00");
    inputs["scheduled-at"] = local;
  },
  check({ instance, outcome }) {
    const { scheduledAt } = instance.scheduled()[0]!;
    expect(Date.parse(outcome.outputs["scheduled-at"]!)).toBe(scheduledAt.getTime());
    expect(Math.abs(scheduledAt.getTime() - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000);
  },
});
