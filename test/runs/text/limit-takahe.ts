import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const LIMIT = 500;

export default scenario({
  what: "Takahē counts as Python does: each code point, and every link in full. The text is cut so that it just fits.",
  instance: { profile: profiles.takahe },
  token: { scopes: ["read", "write"] },
  inputs: {
    status: `{{ "${"The family 👨‍👩‍👧‍👦 reads on and on. ".repeat(20)}" | fit }}\n\nhttps://example.com/a/rather/long/page/of/the/documentation`,
  },
  check({ instance }) {
    const length = [...instance.published()[0]!.text].length;
    if (length > LIMIT || length < LIMIT - 20) throw new Error(`It has ${length} code points`);
  },
});
