import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An edit cannot change any of these: all is told at once.",
  inputs: {
    status: "New",
    "edit-status-id": "1",
    visibility: "private",
    "in-reply-to-id": "1",
    "quoted-status-id": "1",
    "scheduled-at": "2 hours",
    poll: "{options: [a]}",
  },
});
