import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The token may not post: it has the scope that Preferences › Development offers first.",
  token: { scopes: ["profile"] },
});
