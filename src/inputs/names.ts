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
    const ours = meantInput(name);
    if (ours === null) {
      const why = isCache(name) ? " It is not needed: the account itself tells what was posted." : "";
      told.others.push(`Unknown input \`${name}\`, which is ignored.${why}`);
    } else {
      told.meant.add(ours.name);
      told.near.push(`Unknown input \`${name}\`. ${ours.sentence}`);
    }
  }
  return told;
}

/** The input that was meant by a name that is none; null where there is none near. */
export function meantInput(name: string): Meant<InputName> | null {
  return meantBy(name, inputNames, foreignNames);
}

/** What actions that remember a feed's entries call the file for it. */
function isCache(name: string): boolean {
  return name.startsWith("cache");
}

/** A name that was meant, and a sentence that says so. */
interface Meant<Name> {
  name: Name;
  sentence: string;
}

/**
 * What was meant by a name that is not known: what is called so elsewhere, else what is nearly the same; null where there
 * is none near.
 */
export function meantBy<Name extends string>(
  name: string,
  known: readonly Name[],
  elsewhere: Readonly<Record<string, Name>>,
): Meant<Name> | null {
  const plain = name.toLowerCase().replaceAll(/[_ ]/g, "-");
  if (Object.hasOwn(elsewhere, plain)) {
    const ours = elsewhere[plain]!;
    return { name: ours, sentence: `It is called \`${ours}\` here.` };
  }
  // A typing mistake lies no farther from the name that was meant than a third of it.
  const maxDistance = Math.min(3, Math.floor(plain.length / 3));
  const near = closestMatch(plain, known, { maxDistance }) as Name | undefined;
  return near === undefined ? null : { name: near, sentence: `Did you mean \`${near}\`?` };
}
