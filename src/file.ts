/** A file to send. It is read when it is sent, and anew each time. */
export interface FileSource {
  /** Its name without a folder. */
  filename: string;
  /** Media type, such as `image/png`. */
  type: string;
  /** Bytes. */
  size: number;
  /**
   * Its bytes; a chunk may be overwritten once the next is asked for. Throws an Error with one sentence when it cannot be
   * read, or is no longer the file that was found.
   */
  read(): AsyncIterable<Uint8Array>;
}
