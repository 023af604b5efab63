import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asObject, openClient } from "../../src/mastodon/client.ts";
import {
  isSameWarning,
  isSameWords,
  saidSame,
  saysSame,
  showsSame,
  textIn,
} from "../../src/mastodon/history/same-text.ts";
import type { Http } from "../../src/mastodon/http.ts";
import { softwareNamed } from "../../src/mastodon/software.ts";
import { type Profile, profiles } from "../instance/profiles.ts";
import { createInstance } from "../instance/server.ts";
import { mutants, people, texts } from "../texts.ts";

const origin = "https://social.example";

/** An account on a server of its own, which posts and looks as this software has it. */
function accountOn(profile: Profile, scopes: string[] = ["read", "write", "profile"]) {
  const instance = createInstance(origin, { profile, maxCharacters: 10_000, others: people, sleep: async () => {} });
  const token = instance.createToken({ scopes });
  const http: Http = {
    async send({ method, url, headers, body }) {
      const request = { method, path: `${url.pathname}${url.search}`, headers, body: Buffer.from(String(body ?? "")) };
      const came = await instance.exchange(request);
      if (!("answer" in came)) throw new Error("There is no answer");
      return { status: came.answer.status, headers: came.answer.headers, text: String(came.answer.body) };
    },
    clock: { now: () => 0, left: () => 0, wait: async () => {} },
    proxyOf: () => "",
    within: () => http,
    overtime: () => http,
  };
  const client = openClient(origin, token, http);
  const sender = { client, software: null };
  // Pixelfed takes no text alone, but for a reply; on Sharkey a reply may be a reaction.
  const first = profile.software === "pixelfed" ? instance.publish("First") : null;
  async function post(params: object) {
    const body = { ...(first ? { in_reply_to_id: first.id } : {}), ...params };
    const answer = await client.call("POST", "/api/v1/statuses", { body }).catch(() => {
      // A hashtag that Mastodon cannot save is refused, and the status is there all the same.
      return client.call("GET", `/api/v1/statuses/${instance.published().at(-1)?.id}`);
    });
    return asObject(answer.json);
  }
  return { instance, sender, post };
}

/** The HTML of a status, without white space at its ends, which shows nowhere: Pixelfed leaves some beside a tag that it strips. */
function shownOf({ content }: Record<string, unknown>): string {
  return String(content)
    .replace(/^((?:<[^>]*>)*)\s+/, "$1")
    .replace(/\s+(?=(?:<[^>]*>)*$)/, "");
}

const all = Object.entries(profiles);
// Of all profiles together; `PROPERTY_RUNS=140000` tries 10,000 pairs on each.
const numRuns = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 10_000) / all.length);
const pairs = fc.oneof({ weight: 3, arbitrary: mutants }, { weight: 1, arbitrary: fc.tuple(texts, texts) });

describe.each(all)("%s", (_name, profile) => {
  test("each text is known again, and none that is shown otherwise is taken for it", async () => {
    let posted = 0;
    let account = accountOn(profile);
    await fc.assert(
      fc.asyncProperty(pairs, async ([text, other]) => {
        if (++posted % 50 === 0) account = accountOn(profile);
        account.instance.forgetRequests();
        const { sender, post } = account;
        const [its, others] = [await post({ status: text }), await post({ status: other })];
        const isSameThere = shownOf(its) === shownOf(others);
        const said = [
          await saysSame(sender, its, { status: text }),
          await saysSame(sender, others, { status: other }),
          await saysSame(sender, its, { status: other }),
          await saysSame(sender, others, { status: text }),
        ];
        expect(said.slice(0, 2)).toEqual([true, true]);
        if (!isSameThere) expect(said.slice(2)).toEqual([false, false]);
      }),
      { numRuns },
    );
  });

  test.each([
    ["@admin@a.example backup failed", "@admin@b.example backup failed"],
    ["Build 1_2", "Build 12"],
    ["2*3", "23"],
    ["1. x", "2. x"],
    ["**done**", "done"],
    ["[words](https://example.com/a)", "words"],
    ["&copy; me", "© me"],
  ])("%s is not %s", async (one, other) => {
    const { sender, post } = accountOn(profile);
    const status = await post({ status: one });
    expect(await saysSame(sender, status, { status: one })).toBe(true);
    expect(await saysSame(sender, status, { status: other })).toBe(false);
    expect(await saysSame(sender, await post({ status: other }), { status: one })).toBe(false);
  });
});

test.each(Object.entries(profiles))(
  "%s: a content warning and poll options with marks are known again",
  async (_name, profile) => {
    const { sender, post } = accountOn(profile);
    const sent = { status: "Text", spoiler_text: "1_2 <sea> & “sky”" };
    const options = ["Tea & <b>", "1_2", "Coffee"];
    const { poll, ...status } = await post({ ...sent, poll: { options, expires_in: 3600 } });
    const software = softwareNamed(profile.software);
    expect(await saysSame(sender, status, sent)).toBe(true);
    expect(isSameWarning(status, sent, software)).toBe(true);
    expect(isSameWarning(status, { ...sent, spoiler_text: "12 <sea> & “sky”" }, software)).toBe(false);
    const titles = (asObject(poll).options ?? []) as { title: string }[];
    expect(titles.every(({ title }, index) => isSameWords(title, options[index]!, software))).toBe(true);
    expect(titles.some(({ title }) => isSameWords(title, "12", software))).toBe(false);
  },
);

test("a space before a tag that Pixelfed strips at the end makes no other text", async () => {
  const { sender, post } = accountOn(profiles.pixelfed);
  const status = await post({ status: "Map<K, V>" });
  expect(await saysSame(sender, status, { status: "Map <K, V>" })).toBe(true);
  expect(await saysSame(sender, status, { status: "Map <K, V> too" })).toBe(false);
});

describe("what is up beside the text", () => {
  const glitch = accountOn(profiles.glitch);
  const mastodon = accountOn(profiles.mastodon46);
  const media = { in_reply_to_id: undefined };

  test.each([
    ["Mastodon", mastodon],
    ["glitch-soc", glitch],
  ])("%s: a content warning counts, also one without a text", async (_name, { sender, post }) => {
    const says = async (status: Record<string, unknown>, sent: { status: string; spoiler_text?: string }) =>
      isSameWarning(status, sent, null) && (await saysSame(sender, status, sent));
    const warned = { status: "Text", spoiler_text: " Warning " };
    const status = await post(warned);
    expect(await says(status, warned)).toBe(true);
    expect(await says(status, { status: "Text" })).toBe(false);
    expect(await says(status, { status: "Text", spoiler_text: "Another" })).toBe(false);
    const alone = { status: "", spoiler_text: "Warning" };
    const lone = await post(alone);
    expect(await says(lone, alone)).toBe(true);
    expect(await says(lone, { ...alone, spoiler_text: "Another" })).toBe(false);
    expect(await says(status, alone)).toBe(false);
    expect(await says(lone, warned)).toBe(false);
  });

  test("the address that Mastodon puts before a quote is none of the text", async () => {
    const { instance, sender, post } = mastodon;
    const quoted = instance.publish("Quote me");
    const status = await post({ ...media, status: "Look", quoted_status_id: quoted.id });
    expect(status.content).toMatch(/quote-inline/);
    expect(await saysSame(sender, status, { status: "Look" })).toBe(true);
    expect(await saysSame(sender, status, { status: `RE: ${quoted.url}\n\nLook` })).toBe(false);
  });

  test("a guarded mention says the same as one that is not guarded", async () => {
    const { sender, post } = mastodon;
    const status = await post({ status: "Thanks @\u200Cbob" });
    expect(await saysSame(sender, status, { status: "Thanks @bob" })).toBe(true);
    expect(await saysSame(sender, status, { status: "Thanks @\u200Cbob" })).toBe(true);
    expect(await saysSame(sender, await post({ status: "Thanks @bob" }), { status: "Thanks @\u200Cbob" })).toBe(true);
  });

  test("what is in Markdown is compared as it was written", async () => {
    const { sender, post } = glitch;
    const sent = {
      status: "By @Bob@Remote.Example, **2** of [three](https://example.com)",
      content_type: "text/markdown",
    };
    const status = await post(sent);
    expect(status.content).toMatch(/<strong>2/);
    expect(await saysSame(sender, status, sent)).toBe(true);
    expect(await saysSame(sender, status, { ...sent, status: sent.status.replaceAll("*", "") })).toBe(false);
  });

  test("the first paragraph alone", async () => {
    for (const profile of [profiles.mastodon46, profiles.hollo]) {
      const { sender, post } = accountOn(profile);
      const status = await post({ status: "*One*  2\n\nThree" });
      const says = (text: string) => saysSame(sender, status, { status: text }, "first paragraph");
      expect(await says("*One*  2\n\nFour")).toBe(true);
      expect(await says("One  2\n\nThree")).toBe(false);
    }
  });
});

describe("what a server tells of a text", () => {
  const entity = (content: string) => ({ id: "1", content, spoiler_text: "", mentions: [], account: {} });

  test("a status that has the text as it was written is compared by that alone", async () => {
    const { sender } = accountOn(profiles.mastodon46);
    const sharkey = { ...entity("<p><i>a</i> \u200B:b:\u200B</p>"), text: "$[x2 a] :b:\r\nc" };
    expect(await saysSame(sender, sharkey, { status: "$[x2 a] :b:\nc" })).toBe(true);
    expect(await saysSame(sender, sharkey, { status: "a :b:" })).toBe(false);
    expect(textIn(sharkey)).toBe("$[x2 a] :b:\r\nc");
  });

  test("a scheduled one has it among its parameters", async () => {
    const { sender } = accountOn(profiles.mastodon46);
    const scheduled = { id: "1", scheduled_at: "", params: { text: "**a**", spoiler_text: "b" } };
    expect(await saysSame(sender, scheduled, { status: "**a**", spoiler_text: "b" })).toBe(true);
    expect(isSameWarning(scheduled, { status: "**a**", spoiler_text: "b" }, null)).toBe(true);
    expect(isSameWarning(scheduled, { status: "**a**" }, null)).toBe(false);
    expect(await saysSame(sender, scheduled, { status: "a", spoiler_text: "b" })).toBe(false);
  });

  test("a token that may not read the source leaves it to the content", async () => {
    const { sender, post } = accountOn(profiles.akkoma, ["write:statuses"]);
    const status = await post({ status: "1. x of @bob@remote.example\n\nhttps://example.com/a" });
    expect(await saysSame(sender, status, { status: "1. x of @bob@remote.example\n\nhttps://example.com/a" })).toBe(
      true,
    );
    expect(await saysSame(sender, status, { status: "1. x of @bob@another.example\n\nhttps://example.com/a" })).toBe(
      false,
    );
  });

  test("what is made of Markdown leaves it open, where the token may not read what was written", async () => {
    const { sender, post } = accountOn(profiles.activitiesNext, ["write:statuses", "profile"]);
    const link = "https://example.com/a-long-way/to-what-is-meant/1";
    const status = await post({ status: `1_2 *x*\n\n${link}` });
    await expect(saysSame(sender, status, { status: `1_2 *x*\n\n${link}` })).rejects.toThrow("401");
    expect(await saysSame(sender, status, { status: `1_3 *x*\n\n${link}` })).toBe(false);
    const plain = await post({ status: `Plain: ${link}` });
    expect(await saysSame(sender, plain, { status: `Plain: ${link}` })).toBe(true);
  });

  test("an address that is shown in part is known by where it leads", async () => {
    const [one, other] = ["1", "2"].map((end) => `See https://www.example.com/a-long-way/to-what-is-meant/${end}`);
    for (const profile of [profiles.takahe, profiles.activitiesNext]) {
      const { sender, post } = accountOn(profile, ["read", "write", "profile"]);
      const status = await post({ status: one });
      const software = softwareNamed(profile.software);
      expect(showsSame(status, { status: one! }, origin, "all", software)).toBe(true);
      expect(showsSame(status, { status: other! }, origin, "all", software)).toBe(false);
      expect(await saysSame(sender, status, { status: one! })).toBe(true);
    }
  });

  test("a status with other letters is asked nothing about", async () => {
    const { instance, sender, post } = accountOn(profiles.hollo);
    const status = await post({ status: "Release 1" });
    const asked = instance.requests.length;
    expect(await saysSame(sender, status, { status: "Release 2" })).toBe(false);
    expect(instance.requests.length).toBe(asked);
  });
});

test("a version of an edited status shows its mentions as they were stored, or as they were sent", async () => {
  const { sender, post } = accountOn(profiles.mastodon46);
  const { client } = sender;
  const first = "By @Bob@Remote.Example and @poster@social.example: 1_2";
  const { id } = await post({ status: first });
  const edit = async (status: string) =>
    asObject((await client.call("PUT", `/api/v1/statuses/${id}`, { body: { status } })).json);
  const second = "By @Bob@Remote.Example and @poster@social.example: 1_3";
  await edit(second);
  const now = await edit("By @bob@remote.example: another");
  const { json } = await client.call("GET", `/api/v1/statuses/${id}/history`);
  const versions = (json as unknown[]).map(asObject);
  const said = (text: string) =>
    versions.map((version) => saidSame(now, version, { status: text }, origin, softwareNamed("mastodon")));
  expect(said(first)).toEqual([true, false, false]);
  expect(said(second)).toEqual([false, true, false]);
  expect(said("By @bob@remote.example: another")).toEqual([false, false, true]);
  expect(said("By @Bob@Remote.Example and @poster@social.example: 12")).toEqual([false, false, false]);
  expect(said("By @Bob@Other.Example and @poster@social.example: 1_2")).toEqual([false, false, false]);
});

test.each(["akkoma", "takahe", "mitra", "activitiesNext", "snac"] as const)(
  "%s: a version of an edited status is told from another text",
  async (name) => {
    const profile = profiles[name];
    const { post } = accountOn(profile);
    const link = "https://www.example.com/a-long-way/to-what-is-meant";
    const text = `Build 1_2 by @admin@a.example: *one* “fix” for @bob\n\n- it's here\n\n${link}`;
    const status = await post({ status: text });
    const said = (other: string) =>
      saidSame(status, { content: status.content }, { status: other }, origin, softwareNamed(profile.software));
    expect(said(text)).toBe(true);
    expect(said(text.replace("1_2", "12"))).toBe(false);
    expect(said(text.replace("a.example", "b.example"))).toBe(false);
    expect(said(text.replace("one", "1"))).toBe(false);
  },
);

test("what was just sent is compared without a request", async () => {
  const { instance, post } = accountOn(profiles.mastodon46);
  const status = await post({ status: "Build 1_2 by @bob@remote.example" });
  const asked = instance.requests.length;
  expect(showsSame(status, { status: "Build 1_2 by @bob@remote.example" }, origin)).toBe(true);
  expect(showsSame(status, { status: "Build 12 by @bob@remote.example" }, origin)).toBe(false);
  expect(showsSame(status, { status: "Build 1_2 by @bob@social.example" }, origin)).toBe(false);
  expect(instance.requests.length).toBe(asked);
});

test("short texts are compared as a server keeps them", () => {
  const gotosocial = softwareNamed("gotosocial");
  expect(isSameWords("Tea &", "Tea & <b>", gotosocial)).toBe(true);
  expect(isSameWords("Tea &", "Tea & <b>", softwareNamed("mastodon"))).toBe(false);
  expect(isSameWords("Tea", "Tea &", gotosocial)).toBe(false);
  expect(isSameWords("Thanks @\u200Cbob", " Thanks @bob ", null)).toBe(true);
});
