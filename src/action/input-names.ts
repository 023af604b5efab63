import { closestMatch } from "leven";

/** Every input that action.yml declares (a test holds the two together). */
export const inputNames = [
  "instance-url",
  "access-token",
  "status",
  "template-file",
  "status-file",
  "data",
  "release-tag",
  "github-token",
  "spoiler-text",
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

/** What other Mastodon actions call an input, and what it is called here. */
const foreignNames: Record<string, InputName> = {
  "alt-text": "media",
  "api-key": "access-token",
  "api-token": "access-token",
  "auth-token": "access-token",
  "base-url": "instance-url",
  "api-url": "instance-url",
  body: "status",
  "content-warning": "spoiler-text",
  content: "status",
  cw: "spoiler-text",
  attachment: "media",
  attachments: "media",
  file: "media",
  files: "media",
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

/** An input that this action does not know. */
export interface UnknownInput {
  name: string;
  /** One sentence with the name that was meant; empty where there is none near. */
  meant: string;
}

/**
 * Finds the inputs that this action does not know. A runner only warns about them, so a misspelled `visibility` would
 * post in public.
 *
 * @param given names of all inputs that were handed over, in lower case
 */
export function unknownInputs(given: readonly string[]): UnknownInput[] {
  const known = new Set<string>(inputNames);
  return given.filter((name) => !known.has(name)).map((name) => ({ name, meant: meantBy(name) }));
}

function meantBy(name: string): string {
  const plain = name.replaceAll(/[_ ]/g, "-");
  const renamed = Object.hasOwn(foreignNames, plain) ? foreignNames[plain] : undefined;
  if (renamed) return `It is called \`${renamed}\` here.`;
  const near = closestMatch(plain, inputNames, { maxDistance: farthest(plain) });
  return near ? `Did you mean \`${near}\`?` : "";
}
