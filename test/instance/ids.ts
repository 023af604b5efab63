import { randomBytes, randomInt } from "node:crypto";

/** The ids of a server's statuses: strings that sort, among those of the same length, in the order of time. */
export interface Ids {
  /** A new maker of ids; those of one moment increase, so that a test with a standing clock still gets an order. */
  create: () => (at: Date) => string;
  /** The same for scheduled statuses and polls, which Mastodon counts from 1. */
  createSmall: () => (at: Date) => string;
  /** What the server looks for when a client sends this for an id. */
  read: (sent: string) => string;
}

/** Mastodon: milliseconds since the epoch shifted by 16 bits, plus a sequence, in decimal. `12x` is read as `12`. */
export const snowflake: Ids = {
  createSmall() {
    // On a server that has seen some: a number that stands nowhere else.
    let count = 700_000;
    return () => {
      count += 1;
      return String(count);
    };
  },
  create() {
    let sequence = 0n;
    return (at) => {
      sequence += 1n;
      return ((BigInt(at.getTime()) << 16n) + sequence).toString();
    };
  },
  read: (sent) => BigInt(/^\s*([+-]?\d+)/.exec(sent)?.[1] ?? 0).toString(),
};

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** GoToSocial: 10 characters of time, 16 of chance; here the first of the latter count. */
export const ulid: Ids = {
  createSmall: () => ulid.create(),
  create() {
    let sequence = 0;
    return (at) => {
      sequence += 1;
      const chance = Array.from({ length: 10 }, () => crockford[randomInt(32)]).join("");
      return base32(at.getTime(), 10) + base32(sequence, 6) + chance;
    };
  },
  read: (sent) => sent.toUpperCase(),
};

/** Hollo: 48 bits of time, and here 12 of a sequence before the chance. */
export const uuid7: Ids = {
  createSmall: () => uuid7.create(),
  create() {
    let sequence = 0;
    return (at) => {
      sequence += 1;
      const time = at.getTime().toString(16).padStart(12, "0");
      const chance = randomBytes(8);
      chance[0] = 0x80 | ((chance[0] ?? 0) & 0x3f);
      const end = chance.toString("hex");
      const middle = (sequence % 0x1000).toString(16).padStart(3, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-${end.slice(0, 4)}-${end.slice(4)}`;
    };
  },
  read: (sent) => sent.toLowerCase(),
};

/** snac: the seconds since the epoch in 10 digits and 32 of a hash, whose first 6 are the microseconds here. */
export const hex: Ids = {
  createSmall: () => hex.create(),
  create() {
    let sequence = 0;
    return (at) => {
      sequence = (sequence + 1) % 1000;
      const seconds = Math.floor(at.getTime() / 1000);
      const microseconds = at.getMilliseconds() * 1000 + sequence;
      return `${seconds}${microseconds.toString(16).padStart(6, "0")}${randomBytes(13).toString("hex")}`;
    };
  },
  read: (sent) => sent,
};

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Akkoma: 128 bits of time, worker and sequence, written as 18 letters and digits. */
export const flake: Ids = {
  createSmall: () => flake.create(),
  create() {
    let sequence = 0n;
    return (at) => {
      sequence += 1n;
      let rest = (BigInt(at.getTime()) << 64n) + (0x5eedn << 16n) + (sequence % 0x10000n);
      let id = "";
      for (; rest > 0n; rest /= 62n) id = (base62[Number(rest % 62n)] ?? "") + id;
      return id.padStart(18, "0");
    };
  },
  read: (sent) => sent,
};

/** Misskey and its kin: milliseconds since 2000 in 8 letters and digits, a node, and a count. */
export const aidx: Ids = {
  createSmall: () => aidx.create(),
  create() {
    let sequence = 0;
    return (at) => {
      sequence += 1;
      const time = (at.getTime() - Date.UTC(2000, 0, 1)).toString(36).padStart(8, "0");
      return `${time}9ci6${(sequence % 36 ** 4).toString(36).padStart(4, "0")}`;
    };
  },
  read: (sent) => sent,
};

/** Orders ids of one server: the shorter first, then as they are written. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

function base32(value: number, length: number): string {
  let written = "";
  for (let rest = value; written.length < length; rest = Math.floor(rest / 32)) {
    written = (crockford[rest % 32] ?? "") + written;
  }
  return written;
}
