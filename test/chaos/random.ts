/** Chance that a seed repeats exactly. */
export interface Random {
  /** From 0 to 1, without 1. */
  next(): number;
  /** Whether something that happens so often, from 0 to 1, happens now. */
  chance(often: number): boolean;
  /** Both ends included. */
  integer(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32 (public domain, Tommy Ettinger): 32 bits of state, good enough to roll dice. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { next, integer, chance: (often) => next() < often, pick: (items) => items[integer(0, items.length - 1)]! };
}

/** A seed of its own for each use of each run, so that one run can be played again alone. */
export function seedOf(seed: number, run: number, use: number): number {
  return Math.floor(
    random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b) ^ (use * 0xc2b2ae35)).next() * 2 ** 32,
  );
}
