/** The servers that the practice instance can be; `profiles` has one profile for each. */
export type ServerName =
  | "mastodon42"
  | "mastodon43"
  | "mastodon45"
  | "mastodon46"
  | "glitch"
  | "gotosocial"
  | "hollo"
  | "snac"
  | "akkoma"
  | "pixelfed"
  | "mitra"
  | "takahe"
  | "activitiesNext"
  | "sharkey";
