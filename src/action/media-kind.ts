/** How many bytes from the start of a file tell its kind. */
export const HEAD = 4100;

/** What a file is, by its first bytes: its name and its type by the author's word may both be wrong. */
export interface MediaKind {
  /** Media type without parameters, such as `image/png`; empty where the file is no image, video or sound. */
  type: string;
  /** What it is instead, and what to do: one sentence or two; empty where there is a type. */
  refusal: string;
}

/** Kinds that people attach by mistake; told by the text they begin with. */
const TEXTS: [start: RegExp, refusal: string][] = [
  [
    /^version https:\/\/git-lfs\.github\.com\/spec\//,
    "is a pointer of Git LFS, not the file itself. Set `lfs: true` in the step of `actions/checkout`.",
  ],
  [
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg|<svg\b)/i,
    "is an SVG drawing, which instances do not take. Convert it to PNG.",
  ],
  [
    /^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html\b|<head\b|<body\b)/i,
    "is a web page. If it was downloaded, the download was answered with a page: check its address and its status.",
  ],
];

/** The same, told by their type. */
const TYPES: Record<string, string> = {
  "application/pdf": "is a PDF document. Make an image of its page.",
  "application/zip": "is a ZIP archive. Unpack it in a step before.",
  "application/gzip": "is a gzip archive. Unpack it in a step before.",
  "application/postscript": "is a PostScript document. Convert it to PNG.",
};

const MUST = "but media are images, videos and sounds";

/** @param head the first {@link HEAD} bytes of a file, or all of a shorter one */
export async function kindOfMedia(head: Uint8Array): Promise<MediaKind> {
  const start = Buffer.from(head)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const refused = TEXTS.find(([pattern]) => pattern.test(start));
  if (refused) return { type: "", refusal: refused[1] };

  // Few runs attach anything, so the others do not load the table.
  const { fileTypeFromBuffer } = await import("file-type/core");
  const mime = (await fileTypeFromBuffer(head))?.mime.replace(/;.*/, "") ?? "";
  // An animated PNG is a PNG to every server.
  if (mime === "image/apng") return { type: "image/png", refusal: "" };
  if (/^(image|video|audio)\//.test(mime)) return { type: mime, refusal: "" };
  if (mime !== "") return { type: "", refusal: TYPES[mime] ?? `is ${mime}, ${MUST}. Check the path.` };
  const isText = !/[\u0000\uFFFD]/.test(start.slice(0, -4));
  return {
    type: "",
    refusal: isText ? `is a text, ${MUST}. Check the path.` : `is of no known kind, ${MUST}. Is it damaged?`,
  };
}
