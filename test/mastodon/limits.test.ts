import { describe, expect, test } from "vitest";
import { assumedLimits, limitsOf } from "../../src/mastodon/limits.ts";

const SHARKEY = "3.0.0 (compatible; Sharkey 2025.5.2-dev+g305a19b893; like Akkoma)";

/** A document as Mastodon has it, with other figures. */
function announcing(statuses: Record<string, unknown>, rest: Record<string, unknown> = {}) {
  return { version: "4.5.0", domain: "social.example", configuration: { statuses }, ...rest };
}

describe("the figure comes from the first place that has a sane one", () => {
  test.each([
    ["configuration", announcing({ max_characters: 1000 }, { max_toot_chars: 700 }), 1000],
    ["max_toot_chars, where there is no configuration", { version: "2.7.2", max_toot_chars: 5000 }, 5000],
    ["Mastodon's own, where nothing is announced", { version: "3.0.0" }, 500],
    ["a string", announcing({ max_characters: "1234" }), 1234],
    ["zero is none", announcing({ max_characters: 0 }, { max_toot_chars: 700 }), 700],
    ["a negative one is none", announcing({ max_characters: -1 }), 500],
    ["a fraction is none", announcing({ max_characters: 499.5 }), 500],
    ["a huge one is none", announcing({ max_characters: Number.MAX_SAFE_INTEGER }), 500],
    ["a word is none", announcing({ max_characters: "unlimited" }), 500],
    ["an empty string is none", announcing({ max_characters: "" }), 500],
    ["null is none", announcing({ max_characters: null }), 500],
    ["a list is none", announcing({ max_characters: [500] }), 500],
    ["true is none", announcing({ max_characters: true }), 500],
  ])("%s", (_what, document, expected) => {
    expect(limitsOf(document).maxCharacters).toBe(expected);
  });
});

describe("what is not there or not of its type is passed over", () => {
  test.each([
    ["nothing", {}],
    ["configuration null", { configuration: null }],
    ["configuration a string", { configuration: "none" }],
    ["statuses a list", { configuration: { statuses: [] } }],
    ["version a number", { version: 4 }],
    ["source_url an object", { source_url: {} }],
  ])("%s", (_what, document) => {
    expect(limitsOf(document)).toEqual(assumedLimits);
  });
});

describe("the reserve for a URL", () => {
  test.each([
    ["Mastodon's", 23, 23],
    ["another", 32, 32],
    ["a string", "23", 23],
    ["absent", undefined, 23],
    ["0: URLs count in full", 0, null],
    ["Hollo's 256 cannot be true", 256, 23],
    ["a negative one cannot be true", -23, 23],
    ["a word", "short", 23],
  ])("%s", (_what, announced, expected) => {
    const document = announcing({ max_characters: 500, characters_reserved_per_url: announced });
    expect(limitsOf(document).counting.urlLength).toBe(expected);
  });
});

describe("each server's own way of counting", () => {
  const mastodon = { unit: "graphemes, conjuncts apart", urlLength: 23, mentions: "local part", spoiler: true };
  const raw = { unit: "code points", urlLength: null, mentions: "full", spoiler: true };

  test.each([
    ["Mastodon", { ...announcing({ max_characters: 500 }), api_versions: { mastodon: 7 } }, 500, mastodon],
    [
      "Mastodon 4.6, whose images have Ruby 4.0",
      { version: "4.6.0", uri: "social.example", api_versions: { mastodon: 10 } },
      500,
      { ...mastodon, unit: "graphemes" },
    ],
    [
      "GoToSocial, which announces a reserve that it does not apply",
      {
        version: "0.20.0-git57cb4fe",
        uri: "https://gts.example",
        max_toot_chars: 5000,
        configuration: {
          accounts: { allow_custom_css: true },
          statuses: { max_characters: 5000, characters_reserved_per_url: 25 },
        },
      },
      5000,
      raw,
    ],
    [
      "GoToSocial, by its source",
      { version: "0.20.0", source_url: "https://codeberg.org/superseriousbusiness/gotosocial" },
      500,
      raw,
    ],
    [
      "Akkoma, without any configuration",
      { version: "2.7.2 (compatible; Akkoma 3.16.0)", uri: "https://akkoma.example", max_toot_chars: 5000 },
      5000,
      { ...raw, unit: "graphemes" },
    ],
    [
      "Pleroma, which reserves nothing",
      {
        ...announcing({ max_characters: 5000, characters_reserved_per_url: 0 }),
        version: "2.7.2 (compatible; Pleroma 2.7.0)",
        max_toot_chars: 5000,
      },
      5000,
      { ...raw, unit: "graphemes" },
    ],
    [
      "Friendica, which names the size of an import",
      {
        ...announcing({ max_characters: 200_000, characters_reserved_per_url: 23 }),
        version: "2.8.0 (compatible; Friendica 2024.08)",
      },
      200_000,
      mastodon,
    ],
    [
      "Pixelfed",
      {
        ...announcing({ max_characters: 500, characters_reserved_per_url: 23 }),
        version: "3.5.3 (compatible; Pixelfed 0.11.13)",
      },
      500,
      { ...raw, spoiler: false },
    ],
    [
      "Hollo",
      { ...announcing({ max_characters: 10_000, characters_reserved_per_url: 256 }), version: "0.10.0" },
      10_000,
      mastodon,
    ],
    [
      "Mitra",
      { ...announcing({ max_characters: 5000 }), version: "4.0.0 (compatible; Mitra 4.5.0)", max_toot_chars: 5000 },
      5000,
      raw,
    ],
    [
      "snac",
      {
        ...announcing({ max_characters: 100_000, characters_reserved_per_url: 32 }),
        version: "4.0.0 (not true; really snac/2.94)",
      },
      100_000,
      { ...mastodon, urlLength: 32 },
    ],
    [
      "Takahē",
      { ...announcing({ max_characters: 500, characters_reserved_per_url: 23 }), version: "takahe/0.11.0" },
      500,
      { ...raw, spoiler: false },
    ],
    [
      "Sharkey, whose reserve is the length of its own address",
      {
        ...announcing({ max_characters: 3000, characters_reserved_per_url: 22 }),
        version: "3.0.0 (compatible; Sharkey 2024.9.1)",
      },
      3000,
      { ...raw, unit: "UTF-16 units", spoiler: false },
    ],
    [
      "Iceshrimp.NET",
      {
        ...announcing({ max_characters: 8192, characters_reserved_per_url: 23 }),
        version: "4.2.1 (compatible; Iceshrimp.NET/2024.1-beta4)",
      },
      8192,
      { ...raw, spoiler: false },
    ],
  ])("%s", (_name, document, maxCharacters, counting) => {
    expect(limitsOf(document)).toMatchObject({ maxCharacters, counting });
  });
});

describe("media", () => {
  const none = {
    maxAttachments: 4,
    maxDescription: 1500,
    imageBytes: null,
    videoBytes: null,
    types: null,
    mixes: true,
  };
  const mastodon = {
    description_limit: 10_000,
    image_size_limit: 16_777_216,
    video_size_limit: 103_809_024,
    supported_mime_types: ["image/png", "video/mp4"],
  };

  test.each([
    ["nothing announced", {}, none],
    [
      "Mastodon 4.6",
      { configuration: { statuses: { max_media_attachments: 4 }, media_attachments: mastodon } },
      {
        ...none,
        maxDescription: 10_000,
        imageBytes: 16_777_216,
        videoBytes: 103_809_024,
        types: ["image/png", "video/mp4"],
      },
    ],
    [
      "Akkoma, without any configuration",
      { version: "2.7.2 (compatible; Akkoma 3.16.0)", upload_limit: 16_000_000, description_limit: 5000 },
      { ...none, maxDescription: 5000, imageBytes: 16_000_000, videoBytes: 16_000_000 },
    ],
    [
      "Pleroma, which takes any type",
      {
        max_media_attachments: 1000,
        configuration: {
          statuses: { max_media_attachments: 1000 },
          media_attachments: { supported_mime_types: ["application/octet-stream"] },
        },
      },
      { ...none, maxAttachments: 1000 },
    ],
    [
      "what cannot be true",
      {
        configuration: {
          statuses: { max_media_attachments: 0 },
          media_attachments: {
            description_limit: -1,
            image_size_limit: "big",
            video_size_limit: 0,
            supported_mime_types: [null, "png"],
          },
        },
      },
      none,
    ],
  ])("%s", (_name, document, expected) => {
    expect(limitsOf(document).media).toEqual(expected);
  });

  test.each([
    ["Mastodon", { version: "4.6.0", api_versions: { mastodon: 10 } }, false],
    ["a fork of Mastodon", { version: "4.5.3+glitch", api_versions: { mastodon: 7, glitch: 1 } }, false],
    ["Pixelfed", { version: "3.5.3 (compatible; Pixelfed 0.12.6)" }, false],
    ["Akkoma", { version: "2.7.2 (compatible; Akkoma 3.16.0)" }, true],
    ["GoToSocial", { version: "0.20.0", source_url: "https://codeberg.org/superseriousbusiness/gotosocial" }, true],
    ["Hollo", { version: "0.10.0", api_versions: { mastodon: 7 } }, true],
    ["snac", { version: "4.0.0 (not true; really snac/2.94)" }, true],
    ["nobody knows", {}, true],
  ])("videos beside other media: %s", (_name, document, expected) => {
    expect(limitsOf(document).media.mixes).toBe(expected);
  });
});

describe("polls", () => {
  const { poll } = assumedLimits;
  test.each([
    ["nothing announced", {}, poll],
    [
      "configuration",
      {
        configuration: {
          polls: { max_options: 8, max_characters_per_option: 100, min_expiration: 60, max_expiration: 31_536_000 },
        },
      },
      { ...poll, maxOptions: 8, maxOptionCharacters: 100, minExpiration: 60, maxExpiration: 31_536_000 },
    ],
    [
      "Akkoma's own names",
      { poll_limits: { max_options: 20, max_option_chars: 200, min_expiration: 0, max_expiration: 31_536_000 } },
      { ...poll, maxOptions: 20, maxOptionCharacters: 200, minExpiration: 0, maxExpiration: 31_536_000 },
    ],
    [
      "Pixelfed's 0 cannot be true",
      { configuration: { polls: { max_options: 4, max_characters_per_option: 0 } } },
      poll,
    ],
    ["one option cannot be true", { configuration: { polls: { max_options: 1 } } }, poll],
  ])("%s", (_name, document, expected) => {
    expect(limitsOf(document).poll).toEqual(expected);
  });

  test.each([
    ["Mastodon 4.2", { version: "4.2.10" }, false],
    ["Mastodon 4.5", { version: "4.5.3", api_versions: { mastodon: 7 } }, false],
    ["a nightly before 4.6", { version: "4.6.0-nightly.2026-02-01", api_versions: { mastodon: 9 } }, false],
    ["a fork of Mastodon 4.5", { version: "4.5.3+glitch", api_versions: { mastodon: 7, glitch: 1 } }, false],
    ["Mastodon 4.6", { version: "4.6.0", api_versions: { mastodon: 10 } }, true],
    ["Mastodon 4.7", { version: "4.7.0", api_versions: { mastodon: 11 } }, true],
    ["Hollo, which has a copied API version", { version: "0.10.0", api_versions: { mastodon: 7 } }, true],
    ["activities.next", { version: "1.144.0", api_versions: { mastodon: 7 } }, true],
    ["snac", { version: "4.0.0 (not true; really snac/2.94)" }, true],
    ["Iceshrimp", { version: "4.2.1 (compatible; Iceshrimp.NET/2024.1)" }, true],
    ["nobody knows", {}, true],
  ])("beside media: %s", (_name, document, expected) => {
    expect(limitsOf(document).poll.besideMedia).toBe(expected);
  });
});

test.each([
  [{}, 5],
  [{ configuration: { accounts: { max_pinned_statuses: 10 } } }, 10],
  [{ configuration: { accounts: { max_pinned_statuses: 0 } } }, 0],
  [{ configuration: { accounts: { max_pinned_statuses: "many" } } }, 5],
])("pins of %j", (document, expected) => {
  expect(limitsOf(document).maxPinned).toBe(expected);
});

test.each([
  ["Mastodon 4.2", { version: "4.2.10" }, null],
  ["Mastodon 4.4", { version: "4.4.0", api_versions: { mastodon: 6 } }, null],
  ["Mastodon 4.5", { version: "4.5.0", api_versions: { mastodon: 7 } }, "quoted_status_id"],
  ["GoToSocial, where nobody can tell", { version: "0.20.0" }, "quoted_status_id"],
  ["snac", { version: "4.0.0 (not true; really snac/2.94)" }, "quoted_status_id"],
  ["Mitra", { version: "4.0.0 (compatible; Mitra 5.9.2)" }, "quote_id"],
  ["Sharkey, which says that it is like Akkoma", { version: SHARKEY }, "quote_id"],
  ["nobody knows", {}, "quoted_status_id"],
])("quotes: %s", (_name, document, expected) => {
  expect(limitsOf(document).quotesBy).toBe(expected);
});

test.each([
  ["Mastodon", { version: "4.6.5" }, false],
  ["glitch-soc", { version: "4.6.5+glitch" }, true],
  ["GoToSocial", { version: "0.20.0", source_url: "https://codeberg.org/superseriousbusiness/gotosocial" }, true],
  ["Akkoma", { version: "2.7.2 (compatible; Akkoma 3.16.0)" }, true],
  ["Pixelfed", { version: "3.5.3 (compatible; Pixelfed 0.12.6)" }, false],
])("whether a text may be written in Markdown: %s", (_name, document, expected) => {
  expect(limitsOf(document).formats).toBe(expected);
});
