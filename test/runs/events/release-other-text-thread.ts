import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A step that posts a thread about a release which another step has announced posts all of it.",
  event: "release.published",
  inputs: { status: "One\n---\nTwo" },
  env: { GITHUB_ACTION: "thread" },
  earlier: [{ inputs: { status: "English: {{ release.title }}" }, env: { GITHUB_ACTION: "english" } }],
  check({ instance }) {
    if (instance.published().length !== 3) throw new Error("Not all three posts");
  },
});
