import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An edit that is refused because of a parameter that the server does not know is sent without it.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [
    {
      method: "PUT",
      answer: {
        status: 400,
        headers: { "content-type": "application/json" },
        body: '{"error":"unknown field content_type"}',
      },
    },
  ],

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { language: "de" });
    inputs["edit-status-id"] = id;
  },
});
