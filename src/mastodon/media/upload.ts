import type { FileSource } from "../multipart.ts";

/** A file to attach to a status. */
export interface Upload {
  /** How messages name it, such as `docs/demo.png`. */
  label: string;
  file: FileSource;
  /** Alt text; empty for none. */
  description: string;
  /** `x,y`, each from -1 to 1: what previews are cropped around; empty for none. */
  focus: string;
  /** Preview of a video or a sound. */
  thumbnail: FileSource | null;
}

/** An upload under way. */
export interface Job {
  upload: Upload;
  /** Bytes of the file that have been handed to the connection. */
  sent: number;
  state: "sending" | "processing";
}
