import { describe, expect, test } from "vitest";
import { createComparison } from "./differences.ts";
import { type Profile, profiles } from "./profiles.ts";
import { type Exchanged, momentOf, type Recording, readRecording, send, type TokenName, windowOf } from "./replay.ts";
import { createInstance, type PracticeInstance } from "./server.ts";

/**
 * Every request that was recorded on four real servers, sent to the practice instance in the same order: its answers are
 * theirs, but for ids, times and names of files (see differences.ts) and for the exceptions below.
 */
const exceptions: { where: RegExp; why: string }[] = [
  {
    where: /^body\.usage\.localPosts: 0 is \d+$/,
    why: "nodeinfo is kept for half an hour, here from before the first post",
  },
  {
    where: /\.blurhash: "[^"]+" is "[^"]+"$/,
    why: "it is made of the pixels of a picture, which the practice instance does not look at",
  },
];

/** What a server was like when the recording began, and what happened to it beside the recording. */
interface Stage {
  name: string;
  profile: Profile;
  /** How many posts the account of the recording had, and how many the others. */
  posts: number;
  postsOfOthers: number;
  /** Whether one of them was pinned. */
  hasPin: boolean;
  emojis?: string[];
  /** An account of another server. */
  stranger?: string;
  /** How many requests without a token had come in those five minutes. */
  requests?: number;
  /** Before these its rate limits were started anew: a count is higher there than before it, within its window. */
  emptied: string[];
  /** Whether `key_side_a` and `key_side_b`, which were sent at the same moment, both posted. */
  hadRace?: boolean;
}

const stages: Stage[] = [
  {
    name: "mastodon-4.6.5",
    profile: profiles.mastodon46,
    posts: 18,
    postsOfOthers: 3035,
    hasPin: false,
    emojis: ["blobcat"],
    emptied: ["video_get_later", "video_and_image", "audio_get_later"],
  },
  {
    name: "mastodon-4.5.15",
    profile: profiles.mastodon45,
    posts: 133,
    postsOfOthers: 89,
    stranger: "eve@elsewhere.example",
    hasPin: true,
    emptied: ["plain_get", "audio_get_later", "five_2", "five_4"],
  },
  {
    name: "mastodon-4.3.23",
    profile: profiles.mastodon43,
    posts: 128,
    postsOfOthers: 65,
    hasPin: true,
    emptied: ["media_readonly", "video_get_later"],
    hadRace: true,
  },
  {
    name: "glitch-4.6.5",
    profile: profiles.glitch,
    posts: 138,
    postsOfOthers: 36,
    stranger: "eve@elsewhere.example",
    hasPin: true,
    requests: 11,
    emptied: ["own_narrow"],
  },
];

const scopes: Record<Exclude<TokenName, "WRONG">, string> = {
  TOKEN: "profile write:statuses write:media read:statuses write:accounts",
  FULL: "read write",
  NARROW: "profile write:statuses write:media",
  NARROWER: "write:statuses write:media",
  READONLY: "read",
  REVOKED: "read write",
  OTHER_APP: "read write",
  ALICE: "read write",
  BOB: "read write",
};

function createTokens(instance: PracticeInstance): Record<TokenName, string> {
  const application = { id: "2", name: "acme/rocket", scopes: ["read", "write", "profile", "push"] };
  const tokens = Object.entries(scopes).map(([name, words]) => [
    name,
    instance.createToken({
      scopes: words.split(" "),
      username: { ALICE: "alice", BOB: "bob" }[name] ?? "poster",
      state: name === "REVOKED" ? "revoked" : "active",
      application: name === "OTHER_APP" ? {} : application,
    }),
  ]);
  return { ...Object.fromEntries(tokens), WRONG: "wrong" };
}

describe.each(stages)("$name", async (stage) => {
  const recording = readRecording(stage.name);
  const differences = await replay(recording, stage);

  test.each(recording.exchanges)("$what", ({ what }) => {
    const unexplained = differences.get(what)?.filter((one) => !exceptions.some(({ where }) => where.test(one)));
    expect(unexplained).toEqual([]);
  });

  test("each exception is needed", () => {
    const all = [...differences.values()].flat();
    expect(exceptions.filter(({ where }) => !all.some((one) => where.test(one)))).toEqual([]);
  });
});

/** Sends all requests and gives what differs, by their names. */
async function replay({ host, exchanges }: Recording, stage: Stage): Promise<Map<string, string[]>> {
  const first = exchanges[0] as Exchanged;
  let moment = windowOf(first);
  const now = () => new Date(moment);
  const { media } = stage.profile.features;
  const instance = createInstance(`https://${host}`, {
    profile: {
      ...stage.profile,
      features: { ...stage.profile.features, media: { ...media, processing: { milliseconds: 700 } } },
    },
    account: { displayName: "", language: null, createdAt: new Date(moment - (moment % (24 * 60 * 60 * 1000))) },
    others: ["alice", "bob", ...(stage.stranger ? [stage.stranger] : [])],
    emojis: stage.emojis,
    now,
  });
  const tokens = createTokens(instance);
  const told = new Map<string, unknown>();
  const ask = (exchanged: Exchanged) => send(exchanged, { instance, tokens, now }, told);
  await setUp(instance, stage, exchanges, ask, moment);

  const named = (name: string) => exchanges.find(({ what }) => what === name) as Exchanged;
  const compare = createComparison(Object.keys((named("plain").answer.body as { account: object }).account));
  const differences = new Map<string, string[]>();
  let early: ReturnType<typeof ask> | undefined;
  for (const exchanged of exchanges) {
    moment = momentOf(exchanged, moment);
    if (stage.emptied.includes(exchanged.what)) instance.forgetRequests();
    const asked = early ?? ask(exchanged);
    early = stage.hadRace && exchanged.what === "key_side_a" ? ask(named("key_side_b")) : undefined;
    const answer = await asked;
    told.set(exchanged.what, JSON.parse(answer.body));
    differences.set(exchanged.what, compare(exchanged.answer, answer));
  }
  return differences;
}

/** Makes the instance what the server was before the first request. */
async function setUp(
  instance: PracticeInstance,
  { posts, postsOfOthers, hasPin, requests = 0 }: Stage,
  exchanges: Exchanged[],
  ask: (exchanged: Exchanged) => Promise<unknown>,
  moment: number,
): Promise<void> {
  const createdAt = new Date(moment - 1000);
  for (let count = 0; count < posts; count += 1) {
    instance.publish("Earlier", { createdAt, ...(hasPin && count === 0 ? { pinnedAt: createdAt } : {}) });
  }
  for (let count = 0; count < postsOfOthers; count += 1) {
    instance.publish("Earlier", { createdAt, username: "bob" });
  }
  // What waited already stands in the list, newest first, behind what the recording put there.
  const list = exchanges.find(({ what }) => what === "scheduled_list")?.answer.body as Scheduled[];
  const answer = { status: 200, headers: {}, body: {} };
  for (const { scheduled_at, params } of list.slice(1).reverse()) {
    const json = { status: params.text, scheduled_at };
    await ask({ what: "", request: { method: "POST", path: "/api/v1/statuses", token: "TOKEN", json }, answer });
  }
  instance.forgetRequests();
  for (let count = 0; count < requests; count += 1) {
    await ask({ what: "", request: { method: "GET", path: "/api/v1/instance" }, answer });
  }
}

interface Scheduled {
  scheduled_at: string;
  params: { text: string };
}
