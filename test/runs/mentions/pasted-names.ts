import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Names, labels, branches and inputs that ${{ }} pasted into the template mention nobody.",
  files: {
    "event.json": changedPayload("issues.opened", ({ issue }) => ({
      issue: { ...issue, user: { login: "Eve" }, labels: [{ name: "@ann" }] },
      ref: "x-@bob",
      sender: { login: "kim" },
      inputs: { who: "lee" },
    })),
  },
  env: { GITHUB_EVENT_PATH: "event.json", GITHUB_EVENT_NAME: "issues" },
  instance: { others: ["ann", "bob", "eve", "kim", "lee", "me"] },
  inputs: { status: "New: @ann (@bob) by @eve, @kim, @lee. Follow @me" },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "me") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
