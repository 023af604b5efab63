import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Everything that a plain status can be set to, as the server got it and as people see it.",
  inputs: {
    "spoiler-text": "About {{ repository.name }}",
    visibility: "unlisted",
    language: "pt_BR",
    sensitive: "true",
  },
});
