import { handlesIn } from "./text-entities.ts";

/**
 * Whom a text would mention, by software: the handles, without their first `@`, that it looks for among the accounts.
 *
 * These judge the guard of the product, and are written without it. Where a rule cannot be exact (Markdown, HTML) it finds
 * too many rather than too few.
 */
export type MentionRule = (text: string) => string[];

/** Letters, marks and digits that are younger than Unicode 15. */
const young = new RegExp(
  "[\\u088f\\u0897\\u0c5c\\u0cdc\\u1acf-\\u1aeb\\u1c89\\u1c8a\\ua7cb-\\ua7cf\\ua7d2\\ua7d4\\ua7da-\\ua7f1\\u{105c0}-\\u{105f3}" +
    "\\u{10940}-\\u{10959}\\u{10d40}-\\u{10d85}\\u{10ec2}-\\u{10efc}\\u{11380}-\\u{113e2}\\u{116d0}-\\u{116e3}" +
    "\\u{11b60}-\\u{11bf9}\\u{11db0}-\\u{11de9}\\u{11f5a}\\u{13460}-\\u{143fa}\\u{16100}-\\u{16139}\\u{16d40}-\\u{16d79}" +
    "\\u{16ea0}-\\u{16ed3}\\u{16ff2}-\\u{16ff6}\\u{187f8}-\\u{187ff}\\u{18cff}\\u{18d09}-\\u{18df2}\\u{1ccf0}-\\u{1ccf9}" +
    "\\u{1e5d0}-\\u{1e6ff}\\u{2b73a}-\\u{2b73f}\\u{2cea2}-\\u{2cead}\\u{2ebf0}-\\u{2ee5d}\\u{323b0}-\\u{33479}]",
  "gu",
);

const mastodon: MentionRule = (text) => handlesIn(text).map(({ value }) => value);

/** On a Ruby before 4.0, to which those are no letters. */
const mastodonOnOldRuby: MentionRule = (text) => mastodon(text.replaceAll(young, "\ue000"));

/**
 * GoToSocial (internal/text/goldmark_parsers.go, util.go): behind the start of a line, white space or punctuation, a
 * slash among it. A link begins at a line's start or behind white space, `*`, `_`, `~` or `(` alone; any other is text.
 */
const gotosocial: MentionRule = (text) => {
  const rest = text.replaceAll(/(?<=^|[\s*_~(])https?:\/\/[\p{L}\p{M}\p{N}/\-+&~@#%=;:,.!?'*$_|()[\]]+/gimu, " x");
  return firsts(rest, /(?<=^|[\s\p{P}])@((?:[\p{L}\p{N}\p{M}._-])+(?:@[\p{L}\p{N}\p{M}.:-]+)?)/gmu);
};

/** Hollo (fedify's markdown-it-mention): full handles alone, wherever they stand but in code and in links. */
const hollo: MentionRule = (text) => {
  const rest = text.replaceAll(/`[^`]+`/g, " ").replaceAll(/(?:https?|ftp):\/\/[^\s<>]+/gi, " ");
  return firsts(rest, /@([\p{L}\p{N}._-]+@(?:[\p{L}\p{N}][\p{L}\p{N}_-]*\.)+[\p{L}\p{N}]{2,})/gu);
};

/** snac (process_tags of its activitypub.c): whatever is before the `@`, but in links. */
const snac: MentionRule = (text) =>
  firsts(text.replaceAll(/https?:\/\/\S+/g, " "), /@([A-Za-z0-9_]+(?:@[A-Za-z0-9.-]+)?)/g);

/**
 * Mitra: in the HTML that Markdown makes, so that entities are characters and a name may stand behind a tag. Marks of
 * emphasis become one.
 */
const mitra: MentionRule = (text) => {
  const html = decoded(text.replaceAll(/`[^`]+`/g, "<code>")).replaceAll(/(\*\*?|__?|~~)(?=\S)(.+?)\1/g, "<em>$2</em>");
  const words = firsts(html, /(?<=^|[\s>(])@([^\s<]+)/gm);
  return words.flatMap((found) => firsts(found, /^([\w.-]*\w(?:@[\p{L}\p{N}_.-]+[\p{L}\p{N}_])?)[.,:;?!)']*$/gu));
};

/** Takahē (FediverseHtmlParser of its core/html.py): in the text of the HTML, between the links. */
const takahe: MentionRule = (text) => {
  const blocks = text
    .replaceAll(/<a\b[^>]*>[\s\S]*?<\/a>/gi, "\n")
    .split(/\n|<\/?(?:p|h\d|blockquote|pre|ul|ol|br|li)\b[^>]*>/i);
  const link =
    /\b(?<![@.])https?:\/\/(?:(?:\w+:)?\w+@)?(?:[\w-]+\.)+[\w-]+(?::[0-9]+)?(?!\.\w)\b(?:[/?][^\s{}|\\^[\]`<>"]*)?/iu;
  const between = blocks.flatMap((block) => decoded(block.replaceAll(/<[/a-z!?][^>]*>/gi, "")).split(link));
  return between.flatMap((piece) => firsts(piece, /(?<![\p{L}\p{N}_/-])@([\p{L}\p{N}_-]+(?:@[\p{L}\p{N}_.-]+)?)/gu));
};

/** activities.next (lib/utils/text): behind white space. */
const activitiesNext: MentionRule = (text) => firsts(text, /(?<=^|\s)@([A-Za-z0-9_.-]+(?:@[A-Za-z0-9_.-]+)?)/g);

/** Sharkey and its kin (mfm.js): behind anything but an ASCII letter or digit; not in code, links and their words. */
const sharkey: MentionRule = (text) => {
  const rest = text
    .replaceAll(/^```[\s\S]*?^```$/gm, " ")
    .replaceAll(/`[^`´\n]+`/g, " ")
    .replaceAll(/<plain>[\s\S]*?<\/plain>/g, " ")
    .replaceAll(/\[[^\]\n]+\]\(https?:\/\/[^\s)]+\)/g, " ")
    .replaceAll(/<https?:\/\/[^\s>]+>/g, " ")
    .replaceAll(/(?<![a-z0-9])#[^\s.,!?'"#:/[\]【】()「」（）<>]*[^\s.,!?'"#:/[\]【】()「」（）<>0-9]/gi, " ")
    .replaceAll(
      /https?:\/\/(?:[.,a-z0-9_/:%#@$&?!~=+-]|\([.,a-z0-9_/:%#@$&?!~=+-]*\)|\[[.,a-z0-9_/:%#@$&?!~=+-]*\])+/gi,
      " ",
    );
  return firsts(rest, /(?<![a-z0-9])@([a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:@[a-z0-9_][a-z0-9_.-]*)?)/gi);
};

export const mentionRules = {
  mastodon,
  mastodonOnOldRuby,
  gotosocial,
  hollo,
  snac,
  mitra,
  takahe,
  activitiesNext,
  sharkey,
} satisfies Record<string, MentionRule>;

/** What a pattern's first group found; a full stop or hyphen at a handle's end is the sentence's. No account is all dots. */
function firsts(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)]
    .map(([, found = ""]) => found.replace(/[.:-]+$/, ""))
    .filter((found) => /^[.-]*[^.@-]/.test(found));
}

/** The entities that can become part of a mention, as characters. */
function decoded(text: string): string {
  return text.replaceAll("&commat;", "@").replaceAll(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (_, hex, decimal) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
