/** Chance that a seed repeats. */
export interface Random {
  /** True so often, from 0 to 1. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** So many characters that a password or a token may have. */
  word(length: number, alphabet?: string): string;
  /** Chance of its own for something that happens at a time that nobody can foresee, such as a request. */
  of(name: string): Random;
}

const PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** @param seed any text; the same one gives the same chance */
export function randomFrom(seed: string): Random {
  let state = hashOf(seed);
  // mulberry32 by Tommy Ettinger, in the public domain.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return {
    chance: (probability) => next() < probability,
    pick,
    word: (length, alphabet = PLAIN) => Array.from({ length }, () => pick([...alphabet])).join(""),
    of: (name) => randomFrom(`${seed} ${name}`),
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
