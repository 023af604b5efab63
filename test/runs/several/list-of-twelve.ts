import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Twelve posts: GitHub shows ten annotations of a kind, so there is one for all.",
  event: "schedule",
  inputs: {
    data: JSON.stringify(Array.from({ length: 12 }, (_, index) => index)),
    status: "Number {{ data }}",
    "max-posts": "20",
  },
});
