import { closestMatch } from "leven";

/** Every input that action.yml declares (a test holds the two together). */
export const inputNames = [
  "instance-url",
  "access-token",
  "status",
  "template-file",
  "status-file",
  "data",
  "feed",
  "files",
  "link",
  "wait-for-link",
  "max-posts",
  "max-age",
  "release-tag",
  "github-token",
  "spoiler-text",
  "content-type",
  "visibility",
  "language",
  "sensitive",
  "media",
  "poll",
  "scheduled-at",
  "in-reply-to-id",
  "quoted-status-id",
  "quote-approval-policy",
  "edit-status-id",
  "pin",
  "overflow",
  "max-parts",
  "mentions",
  "duplicate-check",
  "idempotency-key",
  "on-missing-token",
  "dry-run",
  "timeout",
] as const;

export type InputName = (typeof inputNames)[number];

/**
 * The default of the input `status`: announces a release, or an entry of another source, without any English word.
 *
 * A line that comes to nothing is dropped with its blank line; the summary is the piece that yields when the text
 * is too long. action.yml shows the same text (a test holds the two together).
 */
export const announcement = `{{ entry.title }}

{{ entry.summary | fit }}

{{ entry.link }}

{{ entry.tags | hashtags: 4 }}`;

/** What other Mastodon actions call an input, and what it is called here. */
const foreignNames: Record<string, InputName> = {
  alt: "media",
  "alt-text": "media",
  "alt-texts": "media",
  "api-key": "access-token",
  "api-token": "access-token",
  "auth-token": "access-token",
  "base-url": "instance-url",
  "api-url": "instance-url",
  body: "status",
  "content-warning": "spoiler-text",
  content: "status",
  cw: "spoiler-text",
  format: "content-type",
  attachment: "media",
  attachments: "media",
  "api-endpoint": "instance-url",
  "feed-url": "feed",
  feedurl: "feed",
  feeds: "feed",
  "max-items": "max-posts",
  mastodoninstance: "instance-url",
  "post-limit": "max-posts",
  rss: "feed",
  "rss-feed": "feed",
  "rss-url": "feed",
  "status-visibility": "visibility",
  // As mastofeedbot spells it.
  "status-visiblity": "visibility",
  "test-mode": "dry-run",
  testmode: "dry-run",
  file: "media",
  "file-paths": "files",
  "content-files": "files",
  host: "instance-url",
  hostname: "instance-url",
  image: "media",
  "image-path": "media",
  images: "media",
  "in-reply-to": "in-reply-to-id",
  instance: "instance-url",
  lang: "language",
  "mastodon-access-token": "access-token",
  "mastodon-host": "instance-url",
  "mastodon-instance": "instance-url",
  "mastodon-token": "access-token",
  "mastodon-url": "instance-url",
  mastodontoken: "access-token",
  "media-alt": "media",
  "media-description": "media",
  "media-descriptions": "media",
  "media-path": "media",
  "media-paths": "media",
  message: "status",
  "message-file": "status-file",
  "poll-options": "poll",
  privacy: "visibility",
  "quote-id": "quoted-status-id",
  "reply-to": "in-reply-to-id",
  "reply-to-id": "in-reply-to-id",
  schedule: "scheduled-at",
  "schedule-at": "scheduled-at",
  "schedule-time": "scheduled-at",
  server: "instance-url",
  "server-url": "instance-url",
  spoiler: "spoiler-text",
  "status-text": "status",
  template: "status",
  text: "status",
  "text-file": "status-file",
  token: "access-token",
  "toot-text": "status",
  toot: "status",
  url: "instance-url",
};

/** How far a typing mistake may lie from the name that was meant: a third of the name, 3 at most. */
const farthest = (name: string) => Math.min(3, Math.floor(name.length / 3));

/** What is told of inputs that this action does not know. */
export interface Undeclared {
  /** Of those that were meant as one of ours: a runner only warns about them, and a misspelled `visibility` would be public. */
  near: string[];
  /** Of all others: a variable `INPUT_…` of a job's `env` is nobody's mistake. */
  others: string[];
  /** What was meant. */
  meant: Set<InputName>;
}

/** @param names in lower case */
export function undeclared(names: readonly string[]): Undeclared {
  const told: Undeclared = { near: [], others: [], meant: new Set() };
  for (const name of names) {
    const ours = intended(name);
    if (ours === null) {
      const why = isCache(name) ? " It is not needed: the account itself tells what was posted." : "";
      told.others.push(`Unknown input \`${name}\`, which is ignored.${why}`);
    } else {
      told.meant.add(ours);
      told.near.push(`Unknown input \`${name}\`. ${meantBy(name)}`);
    }
  }
  return told;
}

/** One sentence with the name that was meant; empty where there is none near. */
export function meantBy(name: string): string {
  const ours = intended(name);
  if (ours === null) return "";
  return Object.hasOwn(foreignNames, plain(name)) ? `It is called \`${ours}\` here.` : `Did you mean \`${ours}\`?`;
}

/** What actions that remember a feed's entries call the file for it. */
function isCache(name: string): boolean {
  return plain(name).startsWith("cache");
}

function intended(name: string): InputName | null {
  const given = plain(name);
  if (Object.hasOwn(foreignNames, given)) return foreignNames[given]!;
  return (closestMatch(given, inputNames, { maxDistance: farthest(given) }) as InputName | undefined) ?? null;
}

function plain(name: string): string {
  return name.replaceAll(/[_ ]/g, "-");
}
