import { profiles } from "../instance/profiles.ts";
import type { ServerName } from "../instance/server-name.ts";
import type { Random } from "./random.ts";
import type { Intent } from "./world.ts";

/** What is known of a job before its steps are chosen. */
interface Place {
  isMatrix: boolean;
  /** Whether runs of other events than `published` may post about its release, which know a post by its first paragraph. */
  hasOtherEvents: boolean;
}

/** How two posts of one job differ: what the first has, and what the second has otherwise. */
interface Pair {
  first?: Partial<Intent>;
  second: Partial<Intent>;
}

/**
 * The steps of a job that makes several posts, all about the same: the first one as it is, but for what sets them apart.
 * Each is a post of its own, and a server shows that it is: what no server shows is told apart by nobody on a re-run.
 */
export function stepsOf(dice: Random, server: ServerName, intent: Intent, place: Place): Intent[] {
  const ways = dice.pick(waysOn(server, intent, place));
  const pairs = ways.map((way) => PAIRS[way](dice, intent, place));
  const first = Object.assign({}, intent, ...pairs.map((pair) => pair.first));
  // A pin is one status's.
  return [first, ...pairs.map(({ second }) => ({ ...first, pin: false, ...second }))];
}

type Way = "reply" | "quote" | "poll" | "visibility" | "language" | "words" | "domain" | "mark" | "spent key";

/** The choices of one or two ways in which posts can differ there. */
function waysOn(server: ServerName, { visibility }: Intent, { isMatrix, hasOtherEvents }: Place): Way[][] {
  const { features, listsOwn } = profiles[server];
  const ways: Way[] = ["language", "language", "words", "domain", "mark", "spent key"];
  // What begins in the same way is told apart there by the author's key alone.
  if (hasOtherEvents) ways.push("words", "words", "words", "language", "language");
  const plain: Way[] = ["reply"];
  if (features.quotes.written && !isMatrix) plain.push("quote");
  if (features.polls.bodies.includes("json")) plain.push("poll");
  // Where private posts are in no list, nobody could tell.
  if (visibility === "public" && listsOwn === null && server !== "snac") ways.push("visibility");
  return [...[...ways, ...plain, ...plain].map((way) => [way]), plain.slice(0, 2), plain.slice(-2)];
}

const other = (text: string, from: string, to: string) => [text.replace(from, to)];

const PAIRS: Record<Way, (dice: Random, intent: Intent, place: Place) => Pair> = {
  reply: (_dice, _intent, { isMatrix }) => ({
    first: { repliesTo: "nothing" },
    second: { repliesTo: isMatrix ? "somebody's" : "the first step's", key: "" },
  }),
  quote: () => ({ second: { quotes: "the first step's", key: "" } }),
  poll: () => ({ second: { hasPoll: true, key: "" } }),
  visibility: () => ({ first: { visibility: "public" }, second: { visibility: "private", key: "" } }),
  /** Two languages, with a key for each or without: what begins in the same way needs one where other events post, too. */
  language(dice, { texts: [text = ""], subject }, { hasOtherEvents }) {
    const isKeyed = dice.chance(0.75);
    const isAlike = isKeyed || !hasOtherEvents || subject === "";
    const german = text.replace("one fix", "eine Korrektur").replace("Note", "Notiz");
    return {
      first: { language: "en", key: isKeyed ? `en ${subject}` : "" },
      second: {
        language: "de",
        key: isKeyed ? `de ${subject}` : "",
        texts: [isAlike ? german : german.replace("is out", "ist da")],
      },
    };
  },
  words(dice, { texts: [text = ""], subject }, { hasOtherEvents }) {
    const isKeyed = hasOtherEvents && subject !== "" && dice.chance(0.7);
    const isAlike = isKeyed || !hasOtherEvents;
    const more = isAlike ? other(text, "one fix", "how to upgrade") : other(text, "is out", "needs an upgrade");
    return {
      first: { key: isKeyed ? `news ${subject}` : "" },
      second: { key: isKeyed ? `upgrade ${subject}` : "", texts: subject === "" ? [`${text}, upgraded`] : more },
    };
  },
  domain: (_dice, { texts: [text = ""], subject }) => ({
    first: { texts: [`@admin@a.example: ${text}`], key: "" },
    second: { texts: [`@admin@b.example: ${text}`], key: subject === "" ? "" : `b ${subject}` },
  }),
  mark: (_dice, { texts: [text = ""], subject }) => ({
    first: { texts: [`Build 1_2, ${text}`], key: "" },
    second: { texts: [`Build 12, ${text}`], key: subject === "" ? "" : `b ${subject}` },
  }),
  "spent key": (_dice, { texts: [text = ""], subject }) => ({
    first: { key: `both ${subject}` },
    second: { key: `both ${subject}`, texts: [`Another thing. ${text}`] },
  }),
};
