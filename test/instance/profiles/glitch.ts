import { features } from "../features.ts";
import type { Profile } from "../profiles.ts";
import { mastodon46 } from "./mastodon.ts";

/** glitch-soc 4.6.5, a fork of Mastodon. */
export const glitch: Profile = {
  ...mastodon46,
  softwareVersion: "4.6.5+glitch",
  version: "4.6.5+glitch",
  sourceUrl: "https://github.com/glitch-soc/mastodon",
  features: features.glitch,
};
