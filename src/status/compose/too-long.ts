/** A text that cannot be posted within the limit. The message says in one line how long it is, what is allowed, what to do. */
export class TooLong extends Error {
  override name = "TooLong";
  /** The characters of the part, as counted, content warning included. */
  characters: number;
  limit: number;
  /** Which part, from 1 on. */
  part: number;

  constructor(message: string, found: { characters: number; limit: number; part: number }) {
    super(message);
    this.characters = found.characters;
    this.limit = found.limit;
    this.part = found.part;
  }
}
