import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Neither URL nor token: both are told at once.",
  inputs: { "instance-url": "", "access-token": "" },
});
