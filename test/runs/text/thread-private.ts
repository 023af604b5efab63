import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The parts of a thread are as private as the first, which has the account's own visibility.",
  instance: { account: { privacy: "private" } },
  inputs: { status: "One\n---\nTwo\n---\nThree" },
});
