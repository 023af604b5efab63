import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An event of the API's, with a payload of one's own.",
  event: "repository_dispatch",
  inputs: {
    status:
      "{{ event.client_payload.notes.title }}\n\n{{ event.client_payload.notes.summary }}\n\n{{ event.client_payload.links | join: ' ' }}",
  },
});
