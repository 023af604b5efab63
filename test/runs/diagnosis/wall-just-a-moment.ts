import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A bot filter answers 503 with a page to wait on: nothing has come through.",
  faults: [
    { answer: { status: 503, headers: { "content-type": "text/html" }, body: "<title>Just a moment...</title>" } },
  ],
});
