import { describe, expect, test } from "vitest";
import { lines } from "../recordings/lines.ts";
import { mentionRules } from "./mention-rules.ts";

type Server = keyof typeof mentionRules;

/** The softwares other than Mastodon, each with the forms by which it was seen to mention alice, whatever they were meant as. */
const everybody: Server[] = ["gotosocial", "hollo", "snac", "mitra", "takahe", "activitiesNext", "sharkey"];

const forms: [text: string, servers: Server[]][] = [
  ["@alice@host.example", everybody],
  ["thanks @alice, bye", everybody.filter((server) => server !== "hollo")],
  ["host.example/@alice/pkg", ["gotosocial", "snac", "sharkey"]],
  ["a/@alice/b", ["gotosocial", "snac", "sharkey"]],
  ["node_modules/@alice/pkg", ["gotosocial", "snac", "sharkey"]],
  ['<a href="https://x.example/@alice">x</a>', ["gotosocial"]],
  ["host.example/@alice@host.example/x", ["gotosocial", "hollo", "snac", "sharkey"]],
  ["user=@alice@host.example", ["hollo", "snac", "takahe", "sharkey"]],
  ["foo@alice@host.example", ["hollo", "snac"]],
  ["ü@alice@host.example", ["hollo", "snac", "sharkey"]],
  ["_@alice@host.example_", ["gotosocial", "hollo", "snac", "mitra", "sharkey"]],
  ["x@alice.org", ["snac"]],
  ["git@alice.com:o/r", ["snac"]],
  ["foo@alice", ["snac"]],
  ["user=@alice", ["snac", "takahe", "sharkey"]],
  ["_@alice_", ["mitra"]],
  ["&#64;alice", ["mitra", "takahe"]],
  ["&commat;alice", ["mitra", "takahe"]],
  ["@<b>alice</b>", ["takahe"]],
  ["https://x.example/@alice", []],
  ["see https://x.example/?u=@alice", []],
  ["https://x.example@alice", ["takahe"]],
  ["@\u200calice", []],
  ["&#64;\u200calice", []],
];

describe.each(everybody)("%s", (server) => {
  test.each(forms)("%s", (text, servers) => {
    const named = mentionRules[server](text).map((handle) => handle.replace(/@.*/, "").toLowerCase());
    expect(named.includes("alice")).toBe(servers.includes(server));
  });
});

interface Recorded {
  text: string;
  spoiler?: string;
  options?: string[];
  mentions: string[];
}

test.each(lines<Recorded>("text/sharkey-mentions"))(
  "Sharkey: $text",
  ({ text, spoiler = "", options = [], mentions }) => {
    const named = [text, spoiler, ...options].flatMap(mentionRules.sharkey);
    const known = named
      .map((handle) => handle.toLowerCase().replace(/@sharkey\.example$/, ""))
      .filter((handle) => ["alice", "bob"].includes(handle));
    expect([...new Set(known)].sort()).toEqual([...mentions].sort());
  },
);
