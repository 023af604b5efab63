import { expect } from "vitest";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A duration from now.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
  check({ instance }) {
    const { scheduledAt } = instance.scheduled()[0]!;
    expect(Math.abs(scheduledAt.getTime() - Date.now() - 2 * 3_600_000)).toBeLessThan(60_000);
  },
});
