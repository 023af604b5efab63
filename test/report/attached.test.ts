import { describe, expect, test } from "vitest";
import { attachedOf, attachedTo } from "../../src/report/attached.ts";
import { nothingYet } from "../../src/report/report.ts";
import { fileOf, uploadOf } from "../mastodon/media-simulation.ts";
import { planWith } from "../mastodon/steps.ts";

test("of a plan: media, poll, reply, quote and time", () => {
  const media = [
    uploadOf("docs/a.mp4", {
      file: fileOf("a.mp4", { type: "video/mp4", size: 1536 }),
      focus: "0,1",
      thumbnail: fileOf("t.png"),
      description: "A boat",
    }),
  ];
  const poll = { options: ["Yes", "No"], expires_in: 7200, multiple: true, hide_totals: true };
  const plan = planWith({
    media,
    poll,
    inReplyTo: "5",
    quoted: "6",
    scheduledAt: Date.parse("2026-12-24T18:00:00Z"),
  });
  expect(attachedOf(plan)).toEqual({
    media: [{ label: "docs/a.mp4 (video/mp4, 1.5 kB, focus 0,1, thumbnail t.png)", description: "A boat" }],
    poll: {
      options: ["Yes", "No"],
      mark: "☐",
      settings: "open for 2 hours, several choices, votes hidden until it closes",
    },
    scheduledAt: "2026-12-24T18:00:00Z",
    inReplyTo: "5",
    quoted: "6",
  });
});

describe("what stands on the server", () => {
  const planned = attachedOf(
    planWith({
      media: [uploadOf("a.png")],
      poll: { options: ["Yes", "No"], expires_in: 7200 },
      inReplyTo: "5",
      quoted: "6",
    }),
  );

  test("nothing of what was planned, where it has nothing", () => {
    expect(attachedTo({ media_attachments: [], poll: null, in_reply_to_id: null, quote: null }, planned)).toEqual(
      nothingYet.attached,
    );
  });

  test("its own media and poll, and what it replies to and quotes by the author's words", () => {
    const poll = {
      options: [{ title: "Tea", votes_count: 3 }],
      multiple: true,
      expires_at: "2026-11-24T12:00:00.000Z",
      expired: false,
    };
    const media_attachments = [
      { type: "image", description: "A cup" },
      { type: "video", description: null },
    ];
    const entity = { media_attachments, poll, in_reply_to_id: "77", quote: { state: "accepted" } };
    expect(attachedTo(entity, planned)).toEqual({
      media: [
        { label: "image, as it is on the server", description: "A cup" },
        { label: "video, as it is on the server", description: "" },
      ],
      poll: { options: ["Tea"], mark: "☐", settings: "open until 2026-11-24T12:00:00Z, several choices" },
      scheduledAt: "",
      inReplyTo: "5",
      quoted: "6",
    });
    expect(attachedTo({ ...entity, poll: { ...poll, expired: true } }, planned).poll?.settings).toMatch(/^closed 2026/);
    expect(attachedTo(entity, { ...planned, inReplyTo: "" }).inReplyTo).toBe("77");
  });

  test("a scheduled one has them among its parameters", () => {
    const params = { poll: { options: ["Tea", "Milk"], expires_in: 300 }, in_reply_to_id: 77, quoted_status_id: "6" };
    expect(attachedTo({ scheduled_at: "", media_attachments: [], params }, planned)).toMatchObject({
      poll: { options: ["Tea", "Milk"], settings: "one choice" },
      inReplyTo: "5",
      quoted: "6",
    });
  });
});
