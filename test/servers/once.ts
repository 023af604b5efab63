import type { Feature, World } from "./feature.ts";

const inputs = { status: "undici 7.2.0 is out" };
const scopes = ["read:statuses"];
const POST = { method: "POST", path: "/api/v1/statuses" };

/** How many posts there are, and how the last run ended. */
function countOf({ instance }: World, { outputs }: { outputs: Record<string, string> }) {
  return { posts: instance.published().length, result: outputs.result };
}

/** A re-run of a run that has posted. */
function rerun(name: string, minutes: number, more: { scopes?: string[] }): Feature {
  return {
    name,
    async attempt(world) {
      const outcome = await world.rerun(inputs, minutes, more);
      return { outcomes: [outcome], asked: { posts: 1, result: "duplicate" }, stored: countOf(world, outcome) };
    },
  };
}

export const exactlyOnce: Feature[] = [
  {
    name: "Answer lost, though it was posted",
    async attempt(world) {
      world.instance.fault({ ...POST, reset: "after" });
      const outcome = await world.run(inputs, { scopes });
      return { outcomes: [outcome], asked: { posts: 1, result: "posted" }, stored: countOf(world, outcome) };
    },
  },
  {
    name: "Connection lost, and nothing was posted",
    async attempt(world) {
      world.instance.fault({ ...POST, reset: "before" });
      const outcome = await world.run(inputs, { scopes });
      return { outcomes: [outcome], asked: { posts: 1, result: "posted" }, stored: countOf(world, outcome) };
    },
  },
  rerun("Re-run after two hours", 120, { scopes }),
  rerun("Re-run after two hours, token that only posts", 120, {}),
  rerun("Re-run after ten minutes, token that only posts", 10, {}),
  {
    name: "Two runs of the same post at the same time",
    untold:
      "Both runs post. Neither can know of the other, so nothing is said: let a `concurrency` group keep them apart.",
    async attempt(world) {
      world.letPostsMeet();
      const more = { scopes };
      const outcomes = await Promise.all([world.run(inputs, more), world.run(inputs, more)]);
      return { outcomes, asked: 1, stored: world.instance.published().length };
    },
  },
];
