/** How an instance counts the characters of a status. */
export interface Counting {
  unit: "graphemes" | "code points";
  /** What every URL counts; null where URLs count in full. */
  urlLength: number | null;
  /** Whether `@user@host` counts as `@user`, or as written. */
  mentions: "local part" | "full";
  /** Whether the content warning counts too. */
  spoiler: boolean;
}

/** The document in which an instance describes itself (`/api/v2/instance`, else `/api/v1/instance`). */
export type InstanceDocument = Record<string, unknown>;

/** What an instance takes as media. Null: it does not say. */
export interface MediaLimits {
  /** Most media of one status. */
  maxAttachments: number;
  /** Most code points of a description. */
  maxDescription: number;
  /** Most bytes of an image. */
  imageBytes: number | null;
  /** Most bytes of a video or a sound. */
  videoBytes: number | null;
  /** MIME types. */
  types: readonly string[] | null;
  /** Whether a video or a sound may stand beside other media; true as well where nobody can tell. */
  mixes: boolean;
}

/** What an instance takes as a poll. Times in seconds. */
export interface PollLimits {
  maxOptions: number;
  maxOptionCharacters: number;
  minExpiration: number;
  maxExpiration: number;
  /** Whether a status may bear media beside its poll; true as well where nobody can tell. */
  besideMedia: boolean;
}

export interface Limits {
  maxCharacters: number;
  counting: Counting;
  media: MediaLimits;
  poll: PollLimits;
  /** Whether a status may quote another; true as well where nobody can tell. */
  quotes: boolean;
  /** Most statuses that an account may pin. */
  maxPinned: number;
}

/** Mastodon's own way (`StatusLengthValidator`). */
export const mastodonCounting: Counting = {
  unit: "graphemes",
  urlLength: 23,
  mentions: "local part",
  spoiler: true,
};

/** Mastodon's own numbers, assumed where no instance was asked. */
export const assumedLimits: Limits = {
  maxCharacters: 500,
  counting: mastodonCounting,
  media: { maxAttachments: 4, maxDescription: 1500, imageBytes: null, videoBytes: null, types: null, mixes: true },
  poll: { maxOptions: 4, maxOptionCharacters: 50, minExpiration: 300, maxExpiration: 2_629_746, besideMedia: true },
  quotes: true,
  maxPinned: 5,
};
