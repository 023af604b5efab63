/** Characters that steer a terminal, a browser or a reader's eye: controls, line separators, bidi overrides. */
const STEERING = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * A line that is safe to print in a log: line breaks become spaces, and what steers is shown as `\xNN` or `\u{NNNN}`, so
 * that nothing hides, overwrites or begins a line. A runner also obeys `##[command]` anywhere in a line, so that is
 * broken up.
 */
export function visible(line: string): string {
  return oneLine(line)
    .replaceAll(STEERING, (character) => {
      const code = character.codePointAt(0)!;
      return code < 256 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`;
    })
    .replaceAll("##[", "##\\[");
}

/**
 * Text for people at a terminal: what would move the cursor, change colours or turn the direction of writing is a space.
 * Line breaks stay.
 */
export function harmless(text: string): string {
  return text.replaceAll(STEERING, " ");
}

/** No line of ours is longer: what makes it so is a stranger's. Characters. */
const LONGEST_LINE = 2000;

/** How much stays of the end of a line that is longer. Characters. */
const END = 700;

/** A line that people can read. One that is too long loses its middle: its end says what to do. */
export function short(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  return `${line.slice(0, LONGEST_LINE - END - 1)}…${line.slice(-END)}`;
}

/** The most that is shown of a value that names something, in characters. No address is longer. */
const MOST_OF_NAME = 1000;

/** An id, an address or a path, as far as people can read it. */
export function shortName(name: string): string {
  return name.length > MOST_OF_NAME ? `${name.slice(0, MOST_OF_NAME)}…` : name;
}

/** Lines joined by spaces. (A regular expression for white space around a line break is quadratic in long rows of it.) */
export function oneLine(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, "0");
}

/** Foreign text as a block of a log: each line stands behind a bar, so that a runner takes none for a command. */
export function quoted(text: string): string[] {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => `  │ ${visible(line)}`.trimEnd());
}
