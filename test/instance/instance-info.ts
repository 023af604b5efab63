import { domainOf } from "./addresses.ts";
import { type Answer, type Call, cachedFor, json, page, type Route } from "./call.ts";
import type { Profile } from "./profiles.ts";

/** What the instance tells about itself and its limits, and its front page. */
export function instanceRoutes(profile: Profile): Route[] {
  const routes: Route[] = [{ method: "GET", path: "/", handle: frontPage }];
  if (profile.instanceEndpoints.includes("v1")) routes.push({ method: "GET", path: "/api/v1/instance", handle: v1 });
  if (profile.instanceEndpoints.includes("v2")) routes.push({ method: "GET", path: "/api/v2/instance", handle: v2 });
  return routes;
}

// What a server says of itself as long as nobody has told it more.
const description = "";
const email = "";

/** The public key of its push notifications. */
export const vapidKey = "BKTsODGzyzglzTOkjF86iOY1xtv0iUiG2ZcJbmfLVSnPCmAWXSRDBL2dzfm8IHoxO_rGVaowDSZiPEEoQdlQfIk";

const iconSizes = [36, 48, 72, 96, 144, 192, 256, 384, 512].map((pixels) => `${pixels}x${pixels}`);

function frontPage({ profile }: Call): Answer {
  return page(200, profile.title, profile.title);
}

function v2(call: Call): Answer {
  const { origin, profile } = call;
  const document = {
    domain: domainOf(origin),
    title: profile.title,
    version: profile.version,
    source_url: profile.sourceUrl,
    description,
    usage: { users: { active_month: 0 } },
    thumbnail: {
      url: `${origin}/packs/images/preview.png`,
      description:
        "Two smiling cartoon mastodons (who look like elephants) toss a paper plane between them. They're surrounded by a bright blue sky and floating planets with trees and more mastodons on them.",
    },
    icon: iconSizes.map((size) => ({ src: `${origin}/packs/icons/android-chrome-${size}.png`, size })),
    languages: ["en"],
    configuration: {
      urls: {
        streaming: origin.replace("http", "ws"),
        status: null,
        about: `${origin}/about`,
        privacy_policy: `${origin}/privacy-policy`,
        terms_of_service: null,
      },
      vapid: { public_key: vapidKey },
      ...limitsV1(profile),
      accounts: {
        max_display_name_length: 40,
        max_note_length: 500,
        max_avatar_description_length: 150,
        max_header_description_length: 150,
        max_featured_tags: 10,
        max_pinned_statuses: profile.limits.maxPinnedStatuses,
        max_profile_fields: 4,
        profile_field_name_limit: 255,
        profile_field_value_limit: 255,
      },
      media_attachments: { description_limit: profile.limits.descriptionLimit, ...mediaLimits(profile) },
      translation: { enabled: false },
      timelines_access: {
        live_feeds: { local: "public", remote: "public" },
        hashtag_feeds: { local: "public", remote: "public" },
        trending_link_feeds: { local: "public", remote: "public" },
      },
      limited_federation: false,
    },
    registrations: {
      enabled: false,
      approval_required: false,
      reason_required: false,
      message: null,
      min_age: null,
      url: null,
    },
    ...(profile.apiVersions ? { api_versions: profile.apiVersions } : {}),
    wrapstodon: null,
    contact: { email, account: null },
    rules: [],
  };
  return json(profile.instanceDocument(document, "v2"), { ...cachedFor(300), vary: "Accept, Origin" });
}

function v1(call: Call): Answer {
  const { origin, profile, store } = call;
  const document = {
    uri: domainOf(origin),
    title: profile.title,
    short_description: description,
    description,
    email,
    version: profile.version,
    urls: { streaming_api: origin.replace("http", "ws") },
    stats: {
      user_count: store.accounts.filter(({ domain }) => domain === null).length,
      status_count: store.statuses.size,
      domain_count: new Set(store.accounts.flatMap(({ domain }) => domain ?? [])).size,
    },
    thumbnail: `${origin}/packs/images/preview.png`,
    languages: ["en"],
    registrations: false,
    approval_required: false,
    invites_enabled: true,
    configuration: limitsV1(profile),
    contact_account: null,
    rules: [],
  };
  return json(profile.instanceDocument(document, "v1"), {
    ...cachedFor(300),
    vary: "Accept, Origin",
    ...(profile.deprecationOfV1 === null ? {} : { deprecation: profile.deprecationOfV1 }),
  });
}

const types = `image/jpeg image/png image/gif image/heic image/heif image/webp image/avif video/webm video/mp4
  video/quicktime video/ogg audio/wave audio/wav audio/x-wav audio/x-pn-wave audio/vnd.wave audio/ogg audio/vorbis
  audio/mpeg audio/mp3 audio/webm audio/flac audio/aac audio/m4a audio/x-m4a audio/mp4 audio/3gpp
  video/x-ms-asf`.split(/\s+/);

function mediaLimits({ features }: Profile): Record<string, unknown> {
  return {
    supported_mime_types: types,
    image_size_limit: features.media.imageBytes,
    image_matrix_limit: 33_177_600,
    video_size_limit: features.media.videoBytes,
    video_frame_rate_limit: 120,
    video_matrix_limit: 8_294_400,
  };
}

function limitsV1(profile: Profile): Record<string, unknown> {
  const { limits } = profile;
  const { polls } = profile.features;
  return {
    accounts: { max_featured_tags: 10 },
    statuses: {
      max_characters: limits.maxCharacters,
      max_media_attachments: limits.maxMediaAttachments,
      characters_reserved_per_url: limits.charactersReservedPerUrl,
    },
    media_attachments: mediaLimits(profile),
    polls: {
      max_options: polls.maxOptions,
      max_characters_per_option: polls.maxOptionCharacters,
      min_expiration: polls.minExpiration,
      max_expiration: polls.maxExpiration,
    },
  };
}
