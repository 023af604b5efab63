/** A stretch of a template that is Liquid's: `{% raw %}` with all that stands in it, an output `{{ }}`, or a tag `{% %}`. */
export interface Block {
  start: number;
  /** Exclusive. */
  end: number;
  isRaw: boolean;
}

const RAW = /\{%-?\s*raw\s*-?%\}/y;
const END_RAW = /\{%-?\s*endraw\s*-?%\}/g;

/**
 * The blocks of a template, in order; what is opened and never closed is none. A quoted string inside a block may hold
 * what would close it.
 *
 * One pass, in time that grows with the length alone: whoever fills a template with `{{` must not make it slow.
 */
export function findBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  const endsOfRaw = [...source.matchAll(END_RAW)].map((match) => match.index + match[0].length);
  let nextEnd = 0;
  const ends = { "{{": closer(source, "}}"), "{%": closer(source, "%}") };
  for (let at = source.indexOf("{"); at >= 0; at = source.indexOf("{", at)) {
    const opening = source.slice(at, at + 2);
    const end = opening === "{{" || opening === "{%" ? blockEnd(at, opening) : null;
    if (end === null) at += 1;
    else {
      blocks.push({ start: at, ...end });
      at = end.end;
    }
  }
  return blocks;

  function blockEnd(at: number, opening: "{{" | "{%"): Omit<Block, "start"> | null {
    RAW.lastIndex = at;
    const raw = RAW.exec(source);
    if (raw) {
      while (nextEnd < endsOfRaw.length && endsOfRaw[nextEnd]! <= at + raw[0].length) nextEnd += 1;
      const endOfRaw = endsOfRaw[nextEnd];
      if (endOfRaw !== undefined) return { end: endOfRaw, isRaw: true };
    }
    const end = ends[opening](at + 2);
    return end === null ? null : { end, isRaw: false };
  }
}

/** Finds where what is open at a place is closed, behind the closing; null where it never is. */
function closer(source: string, closing: string): (from: number) => number | null {
  // From here on, nothing is closed: an earlier search has come by.
  const hopeless = new Set<number>();
  const lastQuotes = { '"': source.lastIndexOf('"'), "'": source.lastIndexOf("'") };
  return (from) => {
    const passed: number[] = [];
    for (let at = from; at < source.length && !hopeless.has(at); ) {
      if (source.startsWith(closing, at)) return at + closing.length;
      passed.push(at);
      const character = source[at];
      if (character !== '"' && character !== "'") at += 1;
      else if (lastQuotes[character] <= at) break;
      else at = source.indexOf(character, at + 1) + 1;
    }
    for (const place of passed) hopeless.add(place);
    return null;
  };
}
