import { expect, test } from "vitest";
import { lines } from "../recordings/lines.ts";
import { countCharacters } from "./length.ts";
import { type MentionRule, mentionRules } from "./mention-rules.ts";
import { strip } from "./parameters.ts";
import { type Profile, profiles } from "./profiles.ts";
import { createInstance, type PracticeInstance } from "./server.ts";

/** What Mastodon 4.6.5 made of texts (test/recordings/README.md), and what the practice instance makes of them. */

const origin = "https://social.example";

function instanceOf(others: string[], bent: Partial<Profile> = {}): PracticeInstance {
  const account = { displayName: "", language: null };
  // A text that is posted to be counted may be as long as it likes.
  return createInstance(origin, {
    profile: { ...profiles.mastodon46, ...bent },
    maxCharacters: 10_000,
    account,
    others,
  });
}

/** Sends JSON and gives the answer. */
async function ask(instance: PracticeInstance, token: string, request: string, body?: unknown) {
  const [method = "GET", path = "/"] = request.split(" ");
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const told = await instance.exchange({ method, path, headers, body: Buffer.from(JSON.stringify(body ?? {})) });
  if (!("answer" in told)) throw new Error("There is no answer");
  return { status: told.answer.status, json: JSON.parse(told.answer.body) };
}

/** With the number of the line, for a text makes no name of a test. */
function numbered<Value extends object>(name: string): (Value & { line: number })[] {
  return lines<Value>(name).map((value, index) => ({ ...value, line: index + 1 }));
}

const acctsOf = (json: { mentions: { acct: string }[] }) => json.mentions.map(({ acct }) => acct);

interface Shown {
  kind: string;
  text: string;
  source: string;
  content: string;
  mentions: string[];
  /** The contents of its versions, after an edit that added a word. */
  history?: string[];
}

const people = ["alice", "bob", "bob@remote.example", "carol@remote.example", "dave@münchen.example"];

test.each(numbered<Shown>("text/content"))("how a text is stored and shown: line $line, $kind", async (shown) => {
  const instance = instanceOf(shown.kind === "remote mention" ? people : ["alice", "bob"]);
  const token = instance.createToken({ scopes: ["read", "write"] });
  const { status, json } = await ask(instance, token, "POST /api/v1/statuses", { status: shown.text });
  const source = await ask(instance, token, `GET /api/v1/statuses/${json.id}/source`);
  expect({ status, content: json.content, mentions: acctsOf(json), source: source.json.text }).toEqual({
    status: 200,
    content: shown.content,
    mentions: shown.mentions,
    source: shown.source,
  });
  if (!shown.history) return;
  await ask(instance, token, `PUT /api/v1/statuses/${json.id}`, { status: `${shown.text} edited` });
  const history = await ask(instance, token, `GET /api/v1/statuses/${json.id}/history`);
  expect(history.json.map(({ content }: { content: string }) => content)).toEqual(shown.history);
});

interface Counted {
  kind: string;
  text: string;
  spoiler?: string;
  count: number;
  /** The count of Ruby 4.0, where that of Ruby 3.4, on which this was recorded, is another. */
  countWithNodeSegmenter?: number;
}

test.each(numbered<Counted>("text/count"))(
  "how a text counts: line $line, $kind",
  ({ text, spoiler = "", ...counted }) => {
    const count = countCharacters(strip(text), strip(spoiler));
    expect(count).toBe(counted.countWithNodeSegmenter ?? counted.count);
  },
);

interface Mentioning {
  text: string;
  mentions: string[];
  /** Who is known beside alice and bob. */
  known?: string[];
  /** A letter before the @ is younger than Unicode 15: none to Ruby 3.4, on which this was recorded, one to Ruby 4.0. */
  unicode15?: boolean;
}

test.each(numbered<Mentioning>("text/mentions"))(
  "whom a text mentions: line $line",
  async ({ text, mentions, known, unicode15 }) => {
    const mentionedBy = async (mentionRule: MentionRule) => {
      const instance = instanceOf(["alice", "bob", ...(known ?? [])], { mentionRule });
      const { json } = await ask(instance, instance.createToken(), "POST /api/v1/statuses", { status: text });
      return acctsOf(json);
    };
    expect(await mentionedBy(mentionRules.mastodonOnOldRuby)).toEqual(mentions);
    expect(await mentionedBy(mentionRules.mastodon)).toEqual(unicode15 ? [] : mentions);
  },
);

interface Language {
  sent: unknown;
  status: number;
  stored: string | null;
  /** What an edit of a Dutch status made of it. */
  edited_from_nl: string | null;
}

test.each(numbered<Language>("text/language"))("language $sent is stored as $stored", async (language) => {
  const instance = instanceOf([]);
  const token = instance.createToken();
  const sent = { status: "Words", language: language.sent };
  const posted = await ask(instance, token, "POST /api/v1/statuses", sent);
  const dutch = await ask(instance, token, "POST /api/v1/statuses", { status: "Woorden", language: "nl" });
  const edited = await ask(instance, token, `PUT /api/v1/statuses/${dutch.json.id}`, sent);
  expect([posted.status, posted.json.language ?? null]).toEqual([language.status, language.stored]);
  expect([edited.status, edited.json.language ?? null]).toEqual([language.status, language.edited_from_nl]);
});
