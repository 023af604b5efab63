import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that comes to nothing is no new post.",
  event: "push.commits",
  inputs: { status: "New", "edit-status-id": "{{ event.base_ref }}" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
