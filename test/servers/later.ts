import type { Feature } from "./feature.ts";

const poll = "{options: [Tea, Coffee], expires-in: 1 day, multiple: true}";

const marked = ["Tea & <b>", "Coffee & “cake”"];

/** A poll, with more inputs beside it. */
function pollBeside(name: string, inputs: Record<string, string>): Feature {
  return {
    name,
    async attempt({ run, newest }) {
      const outcome = await run({ status: "What do you drink?", poll, ...inputs });
      const up = newest();
      return {
        outcomes: [outcome],
        asked: { options: ["Tea", "Coffee"], multiple: true, media: "media" in inputs || (up?.media.length ?? 0) > 0 },
        stored: { options: up?.poll?.options, multiple: up?.poll?.multiple, media: (up?.media.length ?? 0) > 0 },
      };
    },
  };
}

export const pollsAndSchedules: Feature[] = [
  pollBeside("Poll", {}),
  pollBeside("Poll with an image", { media: "{file: photo.png, description: Two cups}" }),
  {
    name: "Poll options with markup",
    async attempt({ run, newest }) {
      const outcome = await run({ status: "What?", poll: JSON.stringify({ options: marked, "expires-in": "1 day" }) });
      return { outcomes: [outcome], asked: marked, stored: newest()?.poll?.options };
    },
  },
  {
    name: "Scheduled in an hour",
    async attempt({ run, instance }) {
      const outcome = await run({ status: "Good morning", "scheduled-at": "1 hour" });
      const minutes = instance
        .scheduled()
        .map(({ scheduledAt }) => Math.round((scheduledAt.getTime() - Date.now()) / 60_000));
      return { outcomes: [outcome], asked: [0, [60]], stored: [instance.published().length, minutes] };
    },
  },
];
