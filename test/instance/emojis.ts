import type { Call } from "./call.ts";

/** The CustomEmoji entities of the instance's own emoji that a text names between colons. */
export function emojisIn({ store, origin }: Call, ...texts: string[]): Record<string, unknown>[] {
  return store.emojis.flatMap((shortcode, index) => {
    const isNamed = texts.some((text) =>
      new RegExp(`(?<![\\p{Alphabetic}\\p{Nd}:]):${shortcode}:(?![\\p{Alphabetic}\\p{Nd}:])`, "u").test(text),
    );
    if (!isNamed) return [];
    const folders = String(index + 1)
      .padStart(9, "0")
      .replace(/\d{3}(?=\d)/g, "$&/");
    const folder = `${origin}/system/custom_emojis/images/${folders}`;
    const url = (kind: string) => `${folder}/${kind}/00000000000000e${index % 10}.png`;
    return [{ shortcode, url: url("original"), static_url: url("static"), visible_in_picker: true }];
  });
}
