import { rssOf } from "../feed.ts";
import { png } from "../instance/files.ts";
import { startInstance } from "../instance/server.ts";
import { dist, type Outcome, type RunOptions, runAction } from "../runner.ts";

/** A run whose summary is worth a look. */
export interface Show extends Pick<RunOptions, "event" | "files"> {
  name: string;
  inputs?: Record<string, string>;
  /** Whether it is a re-run. */
  again?: boolean;
  /** Whether the token is one that the server does not know. */
  badToken?: boolean;
}

const notes = "{{ release.title }}\n\n{{ release.body | plain_text | fit }}\n\n{{ release.html_url }}";
const LONG = "release.published.long";

export const announcement: Show = { name: "posted" };

/** What can come of a run, each in the way that shows most. */
export const shows: Show[] = [
  announcement,
  { name: "cut", event: LONG, inputs: { status: notes, language: "en", visibility: "unlisted" } },
  { name: "thread", event: LONG, inputs: { status: notes, overflow: "thread", "max-parts": "3" } },
  {
    name: "poll",
    inputs: {
      status: "Which Node.js do you run?",
      poll: '{options: ["20", "22", "24"], expires-in: 3 days, multiple: true}',
    },
  },
  {
    name: "media",
    inputs: {
      status: "{{ release.title }} in numbers",
      "spoiler-text": "Charts ahead",
      media:
        "- file: speed.png\n  description: Requests per second. 7.1 makes 20,000 and {{ release.version }} makes 31,000.\n- file: memory.png",
    },
    files: { "speed.png": png(1200, 600).bytes, "memory.png": png(1200, 600).bytes },
  },
  { name: "scheduled", inputs: { status: "The stream begins in an hour.", "scheduled-at": "2 hours" } },
  { name: "duplicate", again: true },
  { name: "dry run", inputs: { "dry-run": "true", visibility: "direct" } },
  { name: "failed", badToken: true },
  {
    name: "several posts",
    inputs: { feed: "feed.xml" },
    files: {
      "feed.xml": rssOf([
        {
          title: "How we read 40,000 feeds",
          path: "/2026/feeds/",
          age: 7_200_000,
          more: "<description>And what we learned about dates.</description>",
        },
        {
          title: "A smaller action",
          path: "/2026/smaller/",
          age: 3_600_000,
          more: "<category>GitHub Actions</category>",
        },
      ]),
    },
    event: "schedule",
  },
  { name: "skipped", event: "release.published.private" },
];

/** Where the instance is said to be. */
export const HOST = "social.example";

/** Runs dist, and gives what came of it; the address of the practice instance is that of one in the world. */
export async function play({ again, badToken, inputs, ...run }: Show): Promise<Pick<Outcome, "summary" | "outputs">> {
  const instance = await startInstance({ account: { username: "undici", displayName: "undici" } });
  try {
    const application = { name: "nodejs/undici" };
    const token = badToken
      ? "a-token-of-another-server"
      : instance.createToken({ scopes: ["write", "read"], application });
    const inputsOfRun = { "instance-url": instance.origin, "access-token": token, ...inputs };
    const act = (attempt: number) =>
      runAction({ target: dist, ...run, inputs: inputsOfRun, env: { GITHUB_RUN_ATTEMPT: String(attempt) } });
    if (again) await act(1);
    const { summary, outputs } = await act(again ? 2 : 1);
    const { host } = new URL(instance.origin);
    const named = (text: string) => text.replaceAll(instance.origin, `https://${HOST}`).replaceAll(host, HOST);
    return {
      summary: named(summary),
      outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, named(value)])),
    };
  } finally {
    await instance.close();
  }
}
