/** The key under which front matter sets what its own post is like. */
export const OWN_KEY = "mastodon";

/** What stands at the top of a text and says things about it, and the text below. */
export interface FrontMatter {
  /** Null where there is none. */
  language: "YAML" | "TOML" | null;
  /** What stands between its two lines. It begins at line 2. */
  source: string;
  /** The text below. */
  body: string;
  /** Lines before the body. */
  lines: number;
}

/** `---`, a mapping or nothing, and `---` or `...`. Two lines `---` around prose are the breaks of a thread. */
const YAML =
  /^---[ \t]*\n((?:[ \t]*(?:#.*)?\n)*(?:(?:(?:[\p{L}\p{N}_.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t\n])|\{)[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

/** `+++`, anything, and `+++`. */
const TOML = /^\+\+\+[ \t]*\n([\s\S]*?(?<=\n))\+\+\+[ \t]*(?:\n|$)/;

/**
 * Parts a text from the front matter at its very top, as static site generators write it: YAML between lines `---`, TOML
 * between lines `+++`.
 *
 * @param text with line feeds alone
 */
export function splitFrontMatter(text: string): FrontMatter {
  for (const [language, form] of [
    ["YAML", YAML],
    ["TOML", TOML],
  ] as const) {
    const [whole, source = ""] = form.exec(text) ?? [];
    if (whole !== undefined) {
      return { language, source, body: text.slice(whole.length), lines: whole.split("\n").length - 1 };
    }
  }
  return { language: null, source: "", body: text, lines: 0 };
}

/** A text without its front matter, each line where it was, so that a message can name it. */
export function withoutFrontMatter(text: string): string {
  const { body, lines } = splitFrontMatter(text);
  return "\n".repeat(lines) + body;
}
