import { scenario } from "../../scenario.ts";

const document = {
  domain: "gts.example",
  version: "0.20.0+git-1234567",
  source_url: "https://codeberg.org/superseriousbusiness/gotosocial",
  configuration: {
    accounts: { allow_custom_css: true },
    statuses: { max_characters: 1000, characters_reserved_per_url: 25 },
  },
};

export default scenario({
  what: "GoToSocial counts code points and every URL in full, whatever it tells to reserve.",
  instance: { maxCharacters: 1000 },
  faults: [{ path: "/api/v2/instance", answer: { status: 200, body: JSON.stringify(document) } }],
  inputs: {
    overflow: "thread",
    status: `{{ release.title }} 👨‍👩‍👧‍👦\n\n${"See https://example.com/a/page/of/the/documentation, please. ".repeat(24)}`,
  },
});
