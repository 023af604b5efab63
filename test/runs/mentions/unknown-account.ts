import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A handle that was to be mentioned and that the server does not know is a warning; the scope of a package is none.",
  instance: { others: ["alice"] },
  inputs: { status: "Thanks @alice and @bob@example.social for @acme/pkg" },
});
