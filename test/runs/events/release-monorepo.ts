import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A release of one package of many: the scope of its name pings nobody.",
  files: {
    "event.json": changedPayload("release.published.undici", ({ release }) => ({
      release: { ...release, tag_name: "@scope/pkg@1.0.1", name: "@scope/pkg@1.0.1" },
    })),
  },
  env: { GITHUB_EVENT_PATH: "event.json", GITHUB_REF: "refs/tags/@scope/pkg@1.0.1" },
});
