import { scenario } from "../../scenario.ts";

export default scenario({
  what: "One element is too long, another renders to nothing: the rest is posted, and the step fails as `partial`.",
  event: "schedule",
  inputs: {
    data: JSON.stringify([{ text: "short" }, { text: "x".repeat(501) }, { text: "" }, { text: "short, too" }]),
    status: "{{ data.text }}",
    overflow: "fail",
  },
});
