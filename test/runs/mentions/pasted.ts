import { scenario } from "../../scenario.ts";

// What a runner makes of `status: "${{ github.event.release.body }}"` before the action sees it.
const pasted =
  "The **first** release.\r\n\r\n- Says hello, see [the README](https://github.com/Codertocat/Hello-World#readme)\r\n- Thanks to @octocat for the `.gitignore` file\r\n";

export default scenario({
  what: "A text of the event that ${{ }} pasted into the template counts as data, with a warning.",
  event: "release.published",
  instance: { others: ["octocat", "alice"] },
  inputs: { status: `Out now, thanks @alice:\n\n${pasted}` },
  check: ({ outcome }) => {
    const mentioned = JSON.parse(outcome.outputs.response!).mentions.map(({ acct }: { acct: string }) => acct);
    if (mentioned.join() !== "alice") throw new Error(`Mentioned: ${mentioned.join(", ") || "nobody"}`);
  },
});
