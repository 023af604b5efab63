import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that takes values from a release, on an event without one, is refused, with the cure.",
  event: "push.commits",
  inputs: { status: "Out now: {{ release.title }} {{ data.note }}" },
});
