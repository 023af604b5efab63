import { describe, expect, test } from "vitest";
import { isInLanguage, languageKept } from "../../src/mastodon/language.ts";
import { chooseLanguage } from "../instance/languages.ts";
import { lines } from "../recordings/lines.ts";

/** What Mastodon 4.6.5 stored of a code, for an account whose own language is `en`. */
const recorded = lines<{ sent: unknown; stored: string | null }>("text/language");
const kept = recorded.flatMap(({ sent, stored }) => (typeof sent === "string" && sent === stored ? [sent] : []));

describe("languageKept", () => {
  test.each(kept)("%s, which Mastodon keeps, stays in any case", (code) => {
    for (const asked of [code, code.toLowerCase(), code.toUpperCase(), code.replace("-", "_")]) {
      expect(chooseLanguage(languageKept(asked))).toBe(code);
    }
  });

  test.each([
    ["nld", "nl"],
    ["dut", "nl"],
    ["eng", "en"],
    ["deu", "de"],
    ["iw", "he"],
    ["in", "id"],
    ["mo", "ro"],
    ["sh", "sr-Latn"],
    ["cmn", "zh"],
    ["yue", "zh-YUE"],
    ["yue-HK", "zh-YUE"],
    ["fil", "tl"],
    ["tgl", "tl"],
    ["fil-PH", "tl"],
    ["nan", "nan-TW"],
    ["zh-Hant", "zh-TW"],
    ["zh_hant_tw", "zh-TW"],
    ["zh-Hant-HK", "zh-HK"],
    ["zh-Hans", "zh-CN"],
    ["zh-tw", "zh-TW"],
    ["cnr-ME", "cnr"],
    ["kmr", "ku"],
    ["pt_br", "pt-BR"],
    ["EN-us", "en-US"],
  ])("%s is sent as %s, which Mastodon knows", (asked, sent) => {
    expect(languageKept(asked)).toBe(sent);
    expect([sent, sent.split("-")[0]]).toContain(chooseLanguage(sent));
  });

  test("what is no language stays as it is", () => {
    expect(languageKept("no language")).toBe("no language");
  });
});

describe("isInLanguage", () => {
  test.each([
    ["pt-BR", "pt", true],
    ["nld", "nl", true],
    ["yue", "zh-YUE", true],
    ["tl", "fil", true],
    ["zh-TW", "zh", true],
    ["zh-TW", "zh-CN", false],
    ["pt", "pt-BR", false],
    ["nl", "en", false],
  ])("%s, and it came out as %s: %s", (asked, came, isSame) => {
    expect(isInLanguage(asked, came)).toBe(isSame);
  });
});
