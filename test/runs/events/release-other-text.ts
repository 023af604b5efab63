import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A second step with another text about the same release, right after the first, makes a post of its own.",
  event: "release.published",
  inputs: { status: "Deutsch: {{ release.title }}", visibility: "unlisted" },
  env: { GITHUB_ACTION: "german" },
  earlier: [{ inputs: { status: "English: {{ release.title }}, <b> & co" }, env: { GITHUB_ACTION: "english" } }],
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error("Not both posts");
  },
});
