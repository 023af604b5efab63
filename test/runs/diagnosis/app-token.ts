import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The token stands for an application, not for an account.",
  token: { app: true, scopes: ["read", "write"] },
});
