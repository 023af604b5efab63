import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Takahē counts links in full: what Mastodon would take as it is gets cut, and keeps its link.",
  instance: { profile: profiles.takahe },
  token: { scopes: ["read", "write"] },
  inputs: { status: `${"A long story. ".repeat(30)}https://example.com/${"x".repeat(90)}` },
  check({ instance }) {
    const { text = "" } = instance.published()[0] ?? {};
    if (!text.endsWith("x".repeat(90)) || text.length > 500) throw new Error(`Not cut well: ${text}`);
  },
});
