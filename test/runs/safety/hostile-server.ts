import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server whose answer is full of commands and HTML: it is shown, and obeyed by nobody.",
  faults: [
    {
      method: "POST",
      answer: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          error:
            "Validation failed:\n::error::Owned\r##[error]Owned <img src=x onerror=alert(1)> \u202E[x](javascript:alert(1))",
        }),
      },
    },
  ],
});
