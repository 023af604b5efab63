import { changes } from "./changes.ts";
import { repliesAndQuotes } from "./conversation.ts";
import type { Feature } from "./feature.ts";
import { pollsAndSchedules } from "./later.ts";
import { media } from "./media.ts";
import { exactlyOnce } from "./once.ts";
import { text } from "./text.ts";

/** All that is tried, in the order of the page. */
export const groups: { title: string; features: Feature[] }[] = [
  { title: "Text", features: text },
  { title: "Media", features: media },
  { title: "Polls and schedules", features: pollsAndSchedules },
  { title: "Replies and quotes", features: repliesAndQuotes },
  { title: "Changes", features: changes },
  { title: "Exactly once", features: exactlyOnce },
];
