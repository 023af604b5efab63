import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status file is data: nothing in it is rendered, and nobody in it is mentioned.",
  instance: { others: ["alice"] },
  files: { "announcement.txt": "Out now, thanks to @alice!\n\n{{ release.title }}\n---\nNo new part.\n" },
  inputs: { "status-file": "announcement.txt" },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
