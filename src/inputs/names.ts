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
