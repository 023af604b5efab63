import { closestMatch } from "leven";

/** Every input that action.yml declares (a test holds the two together). */
export const inputNames = [
  "instance-url",
  "access-token",
  "status",
  "template-file",
  "status-file",
  "data",
  "max-posts",
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
 * The default of the input `status`: announces a release, without any English word.
 *
 * A line that comes to nothing is dropped with its blank line; the description is the piece that yields when the text
 * is too long. action.yml shows the same text (a test holds the two together).
 */
export const announcement = `{{ release.title }}

{{ repository.description | fit }}

{{ release.html_url }}

{{ repository.topics | hashtags: 4 }}`;

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
  format: "content-type",
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

const LEAKED = "This runner hands over the inputs of an enclosing action, too.";

/**
 * Tells of inputs that this action does not know. A runner only warns about them, so a misspelled `visibility` would
 * post in public.
 *
 * @param names in lower case
 * @returns one sentence or two for each that is near a name, and one for all others
 */
export function refusedInputs(names: readonly string[]): string[] {
  const near = names.filter((name) => meantBy(name) !== "");
  const told = near.map((name) => `Unknown input \`${name}\`. ${meantBy(name)}`);
  const strange = names.filter((name) => meantBy(name) === "").map((name) => `\`${name}\``);
  if (strange.length === 0) return told;
  const which = `Unknown input${strange.length > 1 ? "s" : ""} ${strange.join(", ")}.`;
  return [...told, `${which} Known inputs: ${inputNames.join(", ")}.`];
}

/** The same where a runner hands over inputs that are not meant for this action. */
export function ignoredInputs(names: readonly string[]): string[] {
  return names.map((name) => `Unknown input \`${name}\`, which is ignored. ${meantBy(name) || LEAKED}`);
}

/** One sentence with the name that was meant; empty where there is none near. */
export function meantBy(name: string): string {
  const plain = name.replaceAll(/[_ ]/g, "-");
  const renamed = Object.hasOwn(foreignNames, plain) ? foreignNames[plain] : undefined;
  if (renamed) return `It is called \`${renamed}\` here.`;
  const near = closestMatch(plain, inputNames, { maxDistance: farthest(plain) });
  return near ? `Did you mean \`${near}\`?` : "";
}
