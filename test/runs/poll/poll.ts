import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A poll with the usual settings.",
  inputs: { status: "Which of these next?", poll: "options: [HTTP/3, WebSockets, Both]\nexpires-in: 3 days" },
});
