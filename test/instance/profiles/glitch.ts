import type { Call } from "../call.ts";
import { escapeHtml } from "../content.ts";
import { features } from "../features.ts";
import { markdown } from "../markdown.ts";
import { shortenedLink } from "../mastodon-content.ts";
import type { Document, Profile } from "../profiles.ts";
import type { Account } from "../store.ts";
import { mastodon46 } from "./mastodon.ts";

/** glitch-soc 4.6.5, a fork of Mastodon. */
export const glitch: Profile = {
  ...mastodon46,
  title: "Mastodon Glitch Edition",
  softwareVersion: "4.6.5+glitch",
  version: "4.6.5+glitch",
  tried: { version: "4.6.5+glitch", date: "November 2026", isRecorded: true },
  sourceUrl: "https://github.com/glitch-soc/mastodon",
  apiVersions: { ...mastodon46.apiVersions, glitch: 1 },
  instanceDocument,
  render,
  features: features.glitch,
};

function instanceDocument(document: Document, version: "v1" | "v2"): Document {
  const { configuration } = document;
  const { statuses, polls } = configuration;
  const types = { supported_mime_types: features.glitch.contentTypes };
  const extended = { ...document, configuration: { ...configuration, statuses: { ...statuses, ...types } } };
  if (version === "v2") {
    const feeds = { local: "authenticated", remote: "authenticated" };
    extended.configuration.timelines_access = { live_feeds: feeds, hashtag_feeds: feeds, trending_link_feeds: feeds };
    return extended;
  }
  return {
    ...extended,
    max_toot_chars: statuses.max_characters,
    poll_limits: {
      max_options: polls.max_options,
      max_option_chars: polls.max_characters_per_option,
      min_expiration: polls.min_expiration,
      max_expiration: polls.max_expiration,
    },
  };
}

/** Markdown and HTML lose what looks like tags that a status may not have, whatever it was meant as. */
function render(call: Call, body: string, linked: readonly Account[], contentType: string): string {
  if (contentType === "text/plain") return mastodon46.render(call, body, linked, contentType);
  const bare = body.replaceAll(/<[^>]*>/g, "");
  if (contentType === "text/html") return bare;
  return markdown(call, bare, {
    url: shortenedLink,
    hashtag: (name, href) =>
      `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(name)}</span></a>`,
    mention: ({ username }, href) =>
      `<span class="h-card" translate="no"><a href="${href}" class="u-url mention">@<span>${username}</span></a></span>`,
  });
}
