import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that asks whether there is a release, or gives a default, goes on without one.",
  event: "push.commits",
  inputs: {
    status: "Pushed{% if release %}: {{ release.title }}{% endif %} {{ data.note | default: 'without a note' }}",
  },
});
