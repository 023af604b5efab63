/** A shorter secret stands in a text by chance; taking it out would spoil the text. Characters. */
const SHORTEST = 6;

/** How often one writing may be wrapped in another: JSON in JSON, a percent sign that is encoded itself. */
const LAYERS = 3;

/**
 * A text with `***` in place of each secret, in capitals or not, and however its letters are written: as they are, as in
 * JSON, HTML and addresses, one within the other, or all of it in base64 (also amid other bytes, as in `user:secret`) or
 * hexadecimal.
 *
 * Comes before anything is cut: of half a secret nobody would know what it is.
 */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
  const forms = [...secrets].filter((secret) => secret.length >= SHORTEST).flatMap(formsOf);
  if (forms.length === 0) return text;
  const found: Span[] = [];
  let layer: Layer = { text, origin: (position) => position };
  for (let count = 0; count <= LAYERS; count += 1) {
    const lower = inSmallLetters(layer.text);
    for (const form of new Set(forms)) {
      for (let at = lower.indexOf(form); at !== -1; at = lower.indexOf(form, at + form.length)) {
        found.push({ start: layer.origin(at), end: layer.origin(at + form.length) });
      }
    }
    const next = unwrapped(layer);
    if (next === null) break;
    layer = next;
    // A secret that looks like a writing of something else is unwrapped with the text.
    forms.push(...forms.flatMap((form) => unwrapped({ text: form, origin: (position) => position })?.text ?? []));
  }
  return replaced(text, found);
}

/** A secret in its writings as a whole, in small letters. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const coded = [0, 1, 2].flatMap((before) => {
    // What comes before and after has a part in the first and the last digits.
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
    const isOwn = (encoded: string) => encoded.slice(Math.ceil((before * 8) / 6), Math.floor((shifted.length * 8) / 6));
    return [isOwn(shifted.toString("base64")), isOwn(shifted.toString("base64url"))];
  });
  const whole = [bytes.toString("base64"), secret.replaceAll(" ", "+"), bytes.toString("hex")];
  return [secret, ...whole, ...coded].filter((form) => form.length >= SHORTEST).map(inSmallLetters);
}

/** Only ASCII, so that every letter keeps its place. */
function inSmallLetters(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A text that was unwrapped, and which position of the original one of its own comes from. */
interface Layer {
  text: string;
  origin: (position: number) => number;
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** One letter in another writing: of an address (UTF-8), of HTML, of JSON, whose own escapes JSON escapes again. */
const WRITTEN =
  /((?:%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}))|&#0*(\d{1,7});|&#x0*([\da-f]{1,6});|&(amp|lt|gt|quot|apos);|\\+u([\da-f]{4})|\\+(["\\/])/gi;

/** The text with each letter as it is; null where all are already. */
function unwrapped({ text, origin }: Layer): Layer | null {
  // Where each piece begins, in the new text and in the old one.
  const pieces: { at: number; from: number }[] = [{ at: 0, from: 0 }];
  let plain = "";
  let done = 0;
  for (const match of text.matchAll(WRITTEN)) {
    const letter = letterOf(match);
    if (letter === null) continue;
    plain += text.slice(done, match.index) + letter;
    pieces.push({ at: plain.length - letter.length, from: match.index });
    done = match.index + match[0].length;
    pieces.push({ at: plain.length, from: done });
  }
  if (done === 0) return null;
  return {
    text: plain + text.slice(done),
    origin(position) {
      const { at, from } = pieces.findLast((piece) => piece.at <= position)!;
      return origin(from + position - at);
    },
  };
}

function letterOf([, inAddress, decimal, hexadecimal, name, unit, escaped]: RegExpExecArray): string | null {
  try {
    if (inAddress) return decodeURIComponent(inAddress);
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  } catch {
    return null;
  }
  if (name) return NAMED[name.toLowerCase()]!;
  return unit ? String.fromCharCode(Number.parseInt(unit, 16)) : escaped!;
}

/** A stretch of the original text: from, and up to. */
interface Span {
  start: number;
  end: number;
}

function replaced(text: string, found: readonly Span[]): string {
  let rest = "";
  let done = 0;
  for (const { start, end } of found.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (end <= done) continue;
    // What overlaps goes along.
    rest += start < done ? "" : `${text.slice(done, start)}***`;
    done = end;
  }
  return rest + text.slice(done);
}
