import { ask } from "../instance/ask.ts";
import type { Feature } from "./feature.ts";

const status = "Hello from a workflow";

/** A visibility, with a text that mentions somebody, whom it should reach. */
function visibility(name: string, asked: string): Feature {
  return {
    name,
    // Hollo mentions whole handles alone, and here its accounts have no domain but a number.
    usual: /the server found no such account/,
    async attempt({ run, newest, instance }) {
      const outcome = await run({ status: "Hello @alice", visibility: asked });
      const status = newest();
      const isMentioned = status?.mentioned.some(({ username }) => username === "alice") ?? false;
      const token = instance.createToken({ username: "alice", scopes: ["read", "read:statuses"] });
      const shown = isMentioned ? (await ask(instance, `GET /api/v1/statuses/${status?.id}`, { token })).status : 200;
      return { outcomes: [outcome], asked: [asked, 200], stored: [status?.visibility, shown] };
    },
  };
}

export const plainText: Feature = {
  name: "Plain text",
  async attempt({ run, newest }) {
    return { outcomes: [await run({ status })], asked: status, stored: newest()?.text };
  },
};

export const text: Feature[] = [
  plainText,
  {
    name: "Release announcement",
    async attempt({ run, newest }) {
      const outcome = await run({});
      return { outcomes: [outcome], asked: outcome.outputs.text, stored: newest()?.text };
    },
  },
  {
    name: "Content warning",
    async attempt({ run, newest }) {
      const outcome = await run({ status, "spoiler-text": "Careful" });
      return { outcomes: [outcome], asked: [status, "Careful"], stored: [newest()?.text, newest()?.spoilerText] };
    },
  },
  {
    name: "Content warning with markup",
    async attempt({ run, newest }) {
      const warning = 'A “quoted” <sea> & "sky"';
      const outcome = await run({ status, "spoiler-text": warning });
      return { outcomes: [outcome], asked: warning, stored: newest()?.spoilerText };
    },
  },
  visibility("Unlisted (quiet public)", "unlisted"),
  visibility("Private (followers)", "private"),
  visibility("Direct (private mention)", "direct"),
  {
    name: "Language",
    async attempt({ run, newest }) {
      const outcome = await run({ status: "Hallo aus einem Workflow", language: "de" });
      return { outcomes: [outcome], asked: "de", stored: newest()?.language };
    },
  },
  {
    name: "Thread of three parts",
    async attempt({ run, instance }) {
      const outcome = await run({ status: "One\n---\nTwo\n---\nThree" });
      const parts = instance.published();
      return {
        outcomes: [outcome],
        asked: [
          ["One", undefined],
          ["Two", "One"],
          ["Three", "Two"],
        ],
        stored: parts.map(({ text, inReplyTo }) => [text, inReplyTo?.text]),
      };
    },
  },
  {
    name: "Text over the limit, cut",
    usual: /^Cut [\d,]+ characters/,
    async attempt({ run, newest, maxCharacters }) {
      const line = "Read 👩‍👩‍👧 https://example.com/a/rather/long/path/to/some/page with a friend ";
      // A file: no environment variable may be as long as snac's limit.
      const files = { "long.txt": line.repeat(Math.ceil((maxCharacters * 1.5) / line.length)) };
      const outcome = await run({ "template-file": "long.txt" }, { files });
      const [shortest, length] = [Math.min(300, maxCharacters / 2), newest()?.text.length ?? 0];
      return {
        outcomes: [outcome],
        asked: [outcome.outputs.text, true],
        stored: [newest()?.text, length >= shortest],
      };
    },
  },
];
