import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An older Doorkeeper names the scopes in quotes inside quotes.",
  faults: [
    {
      method: "POST",
      answer: {
        status: 403,
        headers: {
          "content-type": "application/json",
          "www-authenticate":
            'Bearer realm="Doorkeeper", error="insufficient_scope", error_description="Access to this resource requires scope "write write:statuses"."',
        },
        body: '{"error":"This action is outside the authorized scopes"}',
      },
    },
  ],
});
