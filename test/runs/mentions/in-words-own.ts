import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An e-mail address that the template wrote itself asks nobody anything.",
  inputs: { status: "Write to me@example.org, or npm install undici@latest" },
});
