import { describe, expect, test } from "vitest";
import type { Upload } from "../../src/mastodon/media/upload.ts";
import { differencesOf, fixedOf, mediaLosses, otherMedia } from "../../src/mastodon/publish/differences.ts";
import { type StatusParams, scheduledTimeOf } from "../../src/mastodon/status.ts";
import { uploadOf } from "./media-simulation.ts";

const time = "2026-12-24T18:00:00Z";
const entity = {
  id: "1",
  created_at: "2026-11-23T12:00:00.000Z",
  content: "<p>Hello</p>",
  visibility: "public",
  language: "en",
  spoiler_text: "",
  sensitive: false,
  in_reply_to_id: null,
  media_attachments: [],
  poll: null,
};
const poll = { options: ["Yes", "No"], expires_in: 86_400 };
const options = [{ title: "Yes" }, { title: "No" }];

/** As of an answer that comes hours before that time. */
function differences(asked: StatusParams, entity: Record<string, unknown>, now = Date.parse(time) - 6 * 3_600_000) {
  return differencesOf(asked, entity, scheduledTimeOf(entity, asked.scheduled_at, now));
}

type Case = [name: string, asked: Partial<StatusParams>, answer: Record<string, unknown>, sentence: string | null];
const approval = { automatic: ["followers"], manual: [], current_user: "automatic" };

describe("a Status", () => {
  test.each<Case>([
    ["plain", {}, {}, null],
    ["visibility as asked", { visibility: "public" }, {}, null],
    ["visibility not asked", {}, { visibility: "unlisted" }, null],
    [
      "visibility narrowed",
      { visibility: "public" },
      { visibility: "unlisted" },
      "Asked for visibility `public`, but the server posted it as `unlisted`.",
    ],
    ["a reply", { in_reply_to_id: "5" }, { in_reply_to_id: "5" }, null],
    ["a reply, id as a number", { in_reply_to_id: "5" }, { in_reply_to_id: 5 }, null],
    [
      "a reply lost",
      { in_reply_to_id: "5" },
      {},
      "Asked for a reply to the status 5, but it was posted without the reply. That status may be deleted, or its id may belong to another instance.",
    ],
    ["a reply to another", { in_reply_to_id: "5" }, { in_reply_to_id: "6" }, "but it was posted as a reply to 6."],
    ["media", { media_ids: ["a", "b"] }, { media_attachments: [{}, {}] }, null],
    ["media lost", { media_ids: ["a", "b"] }, {}, "Asked for 2 media, but it was posted without any."],
    [
      "some media lost",
      { media_ids: ["a", "b"] },
      { media_attachments: [{}] },
      "Asked for 2 media, but it was posted with 1.",
    ],
    ["a poll", { poll }, { poll: { options, multiple: false } }, null],
    ["a poll, as a ScheduledStatus has it", { poll }, { poll: { ...poll, multiple: false } }, null],
    [
      "an option without its tag",
      { poll: { ...poll, options: ["Yes <b>", "No"] } },
      { poll: { options, multiple: false } },
      "The server changed poll option 1, “Yes <b>”, to “Yes”.",
    ],
    ["a poll lost", { poll }, {}, "Asked for a poll, but it was posted without one."],
    ["options lost", { poll }, { poll: { options: [{}] } }, "a poll with 2 options, but it was posted with 1."],
    [
      "a single choice",
      { poll: { ...poll, multiple: true } },
      { poll: { options, multiple: false } },
      "as a single-choice poll",
    ],
    ["a warning", { spoiler_text: "CW" }, { spoiler_text: "CW", sensitive: true }, null],
    ["a warning with white space around", { spoiler_text: " CW\r\n" }, { spoiler_text: "CW" }, null],
    [
      "a warning without its tag",
      { spoiler_text: "CW <y>" },
      { spoiler_text: "CW" },
      "The server changed the content warning to “CW”.",
    ],
    ["a warning lost", { spoiler_text: "CW" }, {}, "without: the text shows at once."],
    ["a warning that became the text", { spoiler_text: "CW", status: "" }, {}, null],
    ["sensitive lost", { sensitive: true }, {}, "they were posted unmarked"],
    ["a language", { language: "en" }, {}, null],
    ["a language without its region", { language: "pt-BR" }, { language: "pt" }, null],
    ["a language not known", { language: "tok" }, {}, "Asked for language `tok`, but the server posted it as `en`."],
    ["a language lost", { language: "tok" }, { language: null }, "posted without one: this server does not keep it."],
    ["a quote", { quoted_status_id: "5" }, { quote: { state: "accepted" } }, null],
    ["a quote of other servers", { quoted_status_id: "5" }, { quote: { id: "5" } }, null],
    ["a quote by its id", { quoted_status_id: "5" }, { quote_id: "5" }, null],
    ["a quote that is lost, with an empty id", { quoted_status_id: "5" }, { quote_id: "" }, "posted without the quote"],
    ["a quote lost", { quoted_status_id: "5" }, {}, "it was posted without the quote: this server has no quotes"],
    [
      "a quote that waits",
      { quoted_status_id: "5" },
      { quote: { state: "pending" } },
      "waits for its author's server to accept it",
    ],
    ["a quote denied", { quoted_status_id: "5" }, { quote: { state: "rejected" } }, "does not show: it is `rejected`."],
    ["a quote policy", { quote_approval_policy: "followers" }, { quote_approval: approval }, null],
    ["nobody may quote", { quote_approval_policy: "nobody" }, { quote_approval: { automatic: [], manual: [] } }, null],
    [
      "another quote policy",
      { quote_approval_policy: "nobody" },
      { quote_approval: approval },
      "Asked for the quote policy `nobody`, but the server set `followers`.",
    ],
    ["no quote policy", { quote_approval_policy: "nobody" }, {}, "but this server has none"],
    ["a quote policy of what is not for all", { quote_approval_policy: "public" }, { visibility: "private" }, null],
    [
      "a schedule ignored",
      { scheduled_at: time },
      {},
      `Asked to post at ${time}, but it was posted at once: this server does not schedule.`,
    ],
    ["a Status that lies in the future", { scheduled_at: time }, { created_at: time }, null],
    [
      "a schedule ignored by a server whose clock is ahead",
      { scheduled_at: time },
      { created_at: "2026-12-24T18:30:00.000Z" },
      "but it was posted at once: this server does not schedule.",
    ],
  ])("%s", (_name, asked, answer, sentence) => {
    const found = differences({ status: "Hello", ...asked }, { ...entity, ...answer });
    if (sentence === null) expect(found).toEqual([]);
    else {
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(sentence);
    }
  });
});

test("a status that a server whose clock is ahead dates back is out", () => {
  const found = differences({ status: "Hello", scheduled_at: time }, { ...entity, created_at: time }, Date.parse(time));
  expect(found).toEqual([
    `Asked to post at ${time}, but it was posted at once: by this server's clock that time was past.`,
  ]);
});

describe("a ScheduledStatus", () => {
  const params = { text: "Hello", visibility: "unlisted", language: "en", poll: null, in_reply_to_id: null };
  const scheduled = { id: "1", scheduled_at: "2026-12-24T18:00:00.000Z", params, media_attachments: [] };
  test.each<Case>([
    ["as asked", { visibility: "unlisted", language: "en" }, scheduled, null],
    ["quotes are not told", { quoted_status_id: "5", quote_approval_policy: "nobody" }, scheduled, null],
    [
      "a reply, its id a number that JSON cut",
      { in_reply_to_id: "115600000000000001" },
      { ...scheduled, params: { ...params, in_reply_to_id: 115600000000000000 } },
      null,
    ],
    ["a reply lost", { in_reply_to_id: "5" }, scheduled, "posted without the reply"],
    ["a poll lost", { poll }, scheduled, "a poll"],
    ["a poll", { poll }, { ...scheduled, params: { ...params, poll } }, null],
    [
      "another time",
      {},
      { ...scheduled, scheduled_at: "2026-12-24T19:00:00.000Z" },
      "but the server will post it at 2026-12-24T19:00:00.000Z.",
    ],
    ["no params at all", {}, { id: "1", scheduled_at: time }, null],
  ])("%s", (_name, asked, answer, sentence) => {
    const found = differences({ status: "Hello", scheduled_at: time, ...asked }, answer);
    if (sentence === null) expect(found).toEqual([]);
    else {
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(sentence);
    }
  });
});

test("an answer of any shape makes no error", () => {
  const asked = {
    status: "x",
    visibility: "public",
    in_reply_to_id: "1",
    media_ids: ["1"],
    poll,
    scheduled_at: time,
    language: "en",
    quoted_status_id: "2",
    quote_approval_policy: "public",
  };
  for (const answer of [
    {},
    { poll: 5, quote: [], media_attachments: {}, visibility: 7, params: "x", created_at: null },
  ]) {
    for (const sentence of differences(asked, answer)) expect(sentence).not.toMatch(/undefined|\[object|\n/);
  }
});

describe("what media lost", () => {
  const asked = (changes: Partial<Upload>): Upload[] => [
    { label: "a.png", file: null as never, description: "A cat", focus: "0.5,-0.5", thumbnail: null, ...changes },
  ];
  const entity = (...media: object[]) => ({ media_attachments: media });

  test("nothing, where all came as asked", () => {
    const whole = entity({ description: "A cat", meta: { focus: { x: 0.5, y: -0.5 } } });
    expect(mediaLosses(asked({}), ["1"], whole)).toEqual([]);
  });

  test("a description, a focal point", () => {
    const none = entity({ description: null, meta: { focus: { x: 0, y: 0 } } });
    expect(mediaLosses(asked({}), ["1"], none)).toEqual([
      "The server dropped the description of a.png.",
      "The server dropped the focal point of a.png: the server chooses how previews are cropped.",
    ]);
  });

  test("a focal point that the server does not tell", () => {
    expect(mediaLosses(asked({}), ["1"], entity({ description: "A cat" }))).toEqual([
      "The server dropped the focal point of a.png: the server chooses how previews are cropped.",
    ]);
    expect(mediaLosses(asked({ focus: "" }), ["1"], entity({ description: "A cat" }))).toEqual([]);
  });

  test("a part of a description, whose line breaks may be written in another way", () => {
    const two = asked({ description: "A <b>cat\nasleep", focus: "" });
    expect(mediaLosses(two, ["1"], entity({ description: "A <b>cat\r\nasleep" }))).toEqual([]);
    expect(mediaLosses(two, ["1"], entity({ description: "A cat" }))).toEqual([
      "The server changed the description of a.png to “A cat”.",
    ]);
  });

  test("their order, by their ids where the server keeps those", () => {
    const both = [...asked({ focus: "" }), ...asked({ label: "b.png", description: "A dog", focus: "" })];
    const [cat, dog] = [
      { id: "1", description: "A cat" },
      { id: "2", description: "A dog" },
    ];
    expect(mediaLosses(both, ["1", "2"], entity(cat, dog))).toEqual([]);
    expect(mediaLosses(both, ["1", "2"], entity(dog, cat))).toEqual([
      "The server changed the order of the media: it shows b.png, a.png.",
    ]);
    const others = entity({ ...cat, id: "7" }, { ...dog, id: "8" });
    expect(mediaLosses(both, ["1", "2"], others)).toEqual([]);
  });
});

test("media of a post that was there already: other descriptions, in one sentence", () => {
  const asked = ["A cat", "A dog"].map((description, index) => uploadOf(`${index}.png`, { description }));
  const entity = (...descriptions: (string | null)[]) => ({
    media_attachments: descriptions.map((description) => ({ description })),
  });
  expect(otherMedia(asked, entity("A cat", "A dog\r\n"))).toEqual([]);
  expect(otherMedia(asked, entity("A cat", null))).toEqual([
    "The existing post describes its media otherwise, and was left unchanged. To update it, set `edit-status-id: auto`.",
  ]);
  expect(otherMedia(asked, {})).toEqual([]);
});

describe("what an edit cannot change", () => {
  const up = { visibility: "public", in_reply_to_id: null, quote: null };

  test.each<[name: string, asked: Parameters<typeof fixedOf>[0], entity: Record<string, unknown>]>([
    ["nothing asked", { in_reply_to_id: "", quoted_status_id: "" }, up],
    ["the same visibility", { visibility: "public" }, up],
    ["a visibility that the server does not tell", { visibility: "public" }, { ...up, visibility: undefined }],
    ["a reply", { in_reply_to_id: "https://mastodon.social/@Mastodon/1" }, { ...up, in_reply_to_id: "5" }],
    ["a quote", { quoted_status_id: "1" }, { ...up, quote: { state: "accepted" } }],
    ["a quote, as other servers tell it", { quoted_status_id: "1" }, { ...up, quote_id: "1" }],
  ])("is not told where it is so already: %s", (_, asked, came) => {
    expect(fixedOf(asked, came)).toBeNull();
  });

  test("is told in one line", () => {
    expect(fixedOf({ visibility: "private" }, up)).toBe(
      "An edit cannot change `visibility` (it stays `public`): servers fix that when a status is posted. To change it, delete the status and post it again.",
    );
    expect(fixedOf({ visibility: "private", in_reply_to_id: "1", quoted_status_id: "2" }, up)).toMatch(
      /^An edit cannot change `visibility` \(.*\), `in-reply-to-id` \(.*\), `quoted-status-id` \(.*\): [^\n]*$/,
    );
  });
});
