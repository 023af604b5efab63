import type { Random } from "../chaos/random.ts";
import type { Fault } from "../instance/faults.ts";

/** What goes wrong with a run now and then, such that a server of today is known to do. */
export function faultFor(dice: Random): Fault {
  const post = { method: "POST", path: "/api/v1/statuses", after: dice.pick([0, 0, 1]) };
  const unwell = { status: 503, headers: { "content-type": "text/html" }, body: "<h1>Unavailable</h1>" };
  return dice.pick<Fault>([
    { ...post, reset: "before" },
    { ...post, reset: "after" },
    { ...post, cut: true },
    { ...post, answer: { status: 429, headers: { "retry-after": "20" } } },
    { ...post, answer: { status: 422, body: '{"error":"Validation failed: of no interest here"}' } },
    { ...post, answer: unwell },
    { ...post, answerAfter: unwell },
    { method: "GET", path: /\/statuses\?/, times: dice.pick([1, 5]), answer: unwell },
    { method: "GET", path: "/api/v1/accounts/verify_credentials", reset: "before" },
  ]);
}

/**
 * The seeds of some worlds. `PROPERTY_RUNS=1000` plays about as many runs as it says, `SEED` others.
 *
 * @param most worlds, of about 40 runs each
 */
export function rounds(most: number): number[] {
  const wanted = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 80) / 40);
  const seed = Number(process.env.SEED ?? 1);
  return Array.from({ length: Math.min(most, wanted) }, (_, index) => seed * 1000 + index);
}
