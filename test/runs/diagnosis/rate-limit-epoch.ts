import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The rate limit is used up; the server says until when, in seconds since 1970.",
  faults: [
    {
      method: "POST",
      answer: {
        ...apiError(429, "Too many requests"),
        headers: { "x-ratelimit-reset": String(Math.round(Date.now() / 1000) + 3600) },
      },
    },
  ],
});
