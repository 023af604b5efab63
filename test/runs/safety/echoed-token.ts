import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that repeats the request's headers does not bring the token into log, outputs or summary.",
  arrange({ instance, token }) {
    instance.fault({
      method: "POST",
      answer: {
        status: 422,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ error: `Bad request, with Authorization: Bearer ${token}` }),
      },
    });
  },
});
