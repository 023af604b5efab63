import type { Answer } from "./call.ts";
import type { Exchanged } from "./replay.ts";

/** Compares answers of a recording with those of a replay, one after the other. */
export type Comparison = (recorded: Exchanged["answer"], practised: Answer) => string[];

/**
 * Ids, names of files and times are others in a replay, but they stand for the same: wherever the recording repeats one,
 * the replay repeats its own. All else is to be equal.
 * @param wholeAccount the keys of the accounts that a recording shortens
 */
export function createComparison(wholeAccount: readonly string[]): Comparison {
  const practisedOf = new Map<string, string>();
  const recordedOf = new Map<string, string>();

  function standFor(recorded: string, practised: string): boolean {
    const known = practisedOf.get(recorded);
    if (known !== undefined) return known === practised;
    practisedOf.set(recorded, practised);
    // One moment of a practised time may be several of a real one.
    if (isTime(recorded)) return true;
    const isNew = !recordedOf.has(practised);
    recordedOf.set(practised, recorded);
    return isNew;
  }

  function sameText(recorded: string, practised: string): boolean {
    const [a, b] = [piecesOf(recorded), piecesOf(practised)];
    if (a.length !== b.length) return false;
    return a.every((piece, index) => {
      const other = b[index] ?? "";
      if (index % 2 === 0) return piece === other;
      return isTime(piece) === isTime(other) && (isShort(piece) || standFor(piece, other));
    });
  }

  function differencesOf(recorded: unknown, practised: unknown, path: string): string[] {
    const differ = () => [`${path}: ${show(recorded)} is ${show(practised)}`];
    if (Array.isArray(recorded)) {
      if (!Array.isArray(practised) || practised.length !== recorded.length) return differ();
      return recorded.flatMap((one, index) => differencesOf(one, practised[index], `${path}[${index}]`));
    }
    if (isObject(recorded)) return isObject(practised) ? inObject(recorded, practised, path) : differ();
    if (typeof recorded !== "string" || typeof practised !== "string")
      return Object.is(recorded, practised) ? [] : differ();
    const isShortId = /[._]id$/.test(path) && isShort(recorded) && isShort(practised);
    return isShortId || sameText(recorded, practised) ? [] : differ();
  }

  function inObject(recorded: Fields, practised: Fields, path: string): string[] {
    const { "…": isShortened, ...rest } = recorded;
    const expected = isShortened === undefined ? Object.keys(rest) : wholeAccount;
    const names = new Set([...expected, ...Object.keys(practised)]);
    return [...names].flatMap((name) => {
      const at = `${path}.${name}`;
      if (!(name in practised)) return [`${at}: ${show(rest[name])} is missing`];
      if (!expected.includes(name)) return [`${at}: there is none, here it is ${show(practised[name])}`];
      return name in rest ? differencesOf(rest[name], practised[name], at) : [];
    });
  }

  return ({ status, headers, body, count }, practised) => {
    const ours = bodyOf(practised);
    // Of a long list the recording keeps the beginning.
    const isCut = count !== undefined && Array.isArray(ours) && Array.isArray(body);
    return [
      ...differencesOf(status, practised.status, "status"),
      ...(isCut ? differencesOf(count, ours.length, "count") : []),
      ...differencesOf(toTheSecond(headers), toTheSecond(practised.headers), "headers"),
      ...differencesOf(body, isCut ? ours.slice(0, body.length) : ours, "body"),
    ];
  };
}

type Fields = Record<string, unknown>;

/** What differs from replay to replay: a moment, an id, an id in the folders of a file, and the name of that file. */
const ownPiece =
  /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z|\d{16,}|\d{3}(?:\/\d{3}){5}|(?<=_id=)\d+|[0-9a-f]{16}(?=\.\w{3}$))/;

/** Equal pieces at even places, own ones at odd places. */
function piecesOf(text: string): string[] {
  // A long address is shown in two pieces, and what parts them may stand within an id.
  const whole = text.replace(/(\d+)(<\/span><span class="invisible">)(\d+)/g, (_, start, parts, end) =>
    [start, end, ` after ${start.length} `, parts].join(""),
  );
  return whole.split(ownPiece).map((piece) => (/^\d{3}\//.test(piece) ? piece.replaceAll("/", "") : piece));
}

/** Ids of some tables are small numbers, so that one may stand for several things. */
function isShort(piece: string): boolean {
  return /^\d{1,15}$/.test(piece);
}

function isTime(piece: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(piece);
}

/** The real moment of a reset has a fraction of a second that says nothing. */
function toTheSecond(headers: Record<string, string>): Record<string, string> {
  const reset = headers["x-ratelimit-reset"];
  return reset === undefined
    ? headers
    : { ...headers, "x-ratelimit-reset": reset.slice(0, "2026-11-29T18:25:00".length) };
}

function bodyOf({ body }: Answer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
