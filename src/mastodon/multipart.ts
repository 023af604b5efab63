import { randomUUID } from "node:crypto";
import type { FileSource } from "../file.ts";
import { FileError } from "./error.ts";
import type { HttpBody } from "./http.ts";

/** A field of a form. */
export type FormField = { name: string; value: string } | { name: string; file: FileSource };

/** A form as it is sent. */
export interface Form {
  /** Its media type, with the boundary. */
  type: string;
  body: HttpBody;
}

/**
 * Encodes a form as multipart/form-data (RFC 7578), with its length known before anything is read.
 *
 * @param boundary must stand nowhere in the values; random unless a test wants to compare bytes
 */
export function encodeForm(fields: readonly FormField[], boundary: string = randomUUID()): Form {
  // What stands between the files, as bytes, and the files.
  const pieces = fields.flatMap((field) => {
    const head = Buffer.from(`--${boundary}\r\n${headersOf(field)}\r\n`);
    return [head, "file" in field ? field.file : Buffer.from(field.value), Buffer.from("\r\n")];
  });
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  const length = pieces.reduce((sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.length : piece.size), 0);

  async function* chunks() {
    for (const piece of pieces) {
      if (Buffer.isBuffer(piece)) yield piece;
      else yield* readWhole(piece);
    }
  }
  return { type: `multipart/form-data; boundary=${boundary}`, body: { length, chunks } };
}

function headersOf(field: FormField): string {
  const disposition = `Content-Disposition: form-data; name="${escaped(field.name)}"`;
  if (!("file" in field)) return `${disposition}\r\n`;
  const { filename, type } = field.file;
  return `${disposition}; filename="${escaped(filename)}"\r\nContent-Type: ${escaped(type)}\r\n`;
}

/**
 * Whatever could end a quoted name or begin another header is percent-encoded, as browsers do; the rest stays UTF-8. The
 * backslash goes too, since some parsers take it for an escape.
 */
function escaped(text: string): string {
  return text.replaceAll(
    /[\u0000-\u001F\u007F"\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** The announced length cannot be taken back, so a file that has become longer or shorter ends the request. */
async function* readWhole(file: FileSource): AsyncGenerator<Uint8Array> {
  const { filename, size } = file;
  let count = 0;
  try {
    for await (const chunk of file.read()) {
      count += chunk.length;
      if (count > size) break;
      yield chunk;
    }
  } catch (cause) {
    throw new FileError((cause as Error).message, { cause });
  }
  if (count !== size) {
    throw new FileError(
      `${filename} changed while it was sent: it had ${size} bytes before. Make sure that nothing writes to it meanwhile.`,
    );
  }
}
