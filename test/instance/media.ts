import { randomBytes } from "node:crypto";
import { requireScope, requireUser } from "./access.ts";
import { type Answer, type Call, json, Refusal, type Route, refuse } from "./call.ts";
import { requestTooLarge } from "./features.ts";
import { mediaType } from "./media-type.ts";
import { file, isBlank, list, type Parameter, type Parameters, text } from "./parameters.ts";
import type { Account, MediaKind, StoredMedia, StoredStatus } from "./store.ts";

/** Uploads, before and after a status shows them. */
export const mediaRoutes: Route[] = [
  { method: "POST", path: "/api/v2/media", handle: (call) => upload(call, "v2") },
  { method: "POST", path: "/api/v1/media", handle: (call) => upload(call, "v1") },
  { method: "GET", path: "/api/v1/media/:id", handle: show },
  { method: "PUT", path: "/api/v1/media/:id", handle: update },
  { method: "DELETE", path: "/api/v1/media/:id", handle: remove },
];

const scopes = ["write", "write:media"];

/** v1 answers when everything is done; v2 may leave work for later, and says 202 then. */
async function upload(call: Call, version: "v1" | "v2"): Promise<Answer> {
  const features = call.profile.features.media;
  if (!features.uploads.includes(version)) throw noRoute(call);
  if (Number(call.headers["content-length"] ?? 0) > (features.requestBytes ?? Number.POSITIVE_INFINITY)) {
    throw new Refusal(requestTooLarge());
  }
  requireScope(call, ...scopes);
  const account = requireUser(call);
  await call.work();
  const media = store(call, account, version);
  const isAccepted = version === "v2" && (features.alwaysAccepted || isProcessing(call, media));
  return json(mediaEntity(call, media), {}, isAccepted ? 202 : 200);
}

function store(call: Call, account: Account, version: "v1" | "v2"): StoredMedia {
  const { parameters, profile } = call;
  const features = profile.features.media;
  const sent = file(parameters, "file");
  if (!sent) throw refuse(422, "Validation failed: File can't be blank");
  const found = mediaType(sent.head, sent.size);
  if (found === null) throw new Refusal(features.unknownType(sent.size > 0 && kindOf(sent.contentType) !== "unknown"));
  if (found === "broken") throw new Refusal(features.broken());
  const { type, size } = found;
  const kind = features.trustsSender ? kindOf(sent.contentType) : found.kind;
  refuseTooManyPixels(found);
  const failed: string[] = [];
  const limit = kind === "image" ? features.imageBytes : features.videoBytes;
  if (sent.size >= limit) {
    const sentence = `must be less than ${limit / 1024 / 1024} MB`;
    failed.push(`File ${sentence}`, `File file size ${sentence}`);
  }
  const thumbnail = file(parameters, "thumbnail");
  if (thumbnail && kind === "image") failed.push("Thumbnail must be blank");
  const description = readDescription(call, parameters, failed);
  if (failed.length > 0) throw refuse(422, profile.errors.validationFailed(failed));
  const known = [...call.store.media.values()].find(
    (one) => one.account === account && one.file.sha256 === sent.sha256,
  );
  if (features.knownByBytes && known) return known;
  const now = call.now();
  const isLater = version === "v2" && features.later.includes(kind);
  const media: StoredMedia = {
    id: features.id(call.store.nextId(now)),
    account,
    kind,
    file: sent,
    fileName: randomBytes(8).toString("hex"),
    type,
    size,
    description,
    focus: readFocus(call, parameters),
    thumbnail,
    uploadedAt: now,
    asked: isLater ? 0 : null,
    attachedTo: null,
  };
  call.store.media.set(media.id, media);
  return media;
}

function kindOf(type: string): MediaKind {
  const [kind] = type.split("/");
  return kind === "image" || kind === "video" || kind === "audio" ? kind : "unknown";
}

/** At most 33 177 600 pixels for images, 921 600 for GIF files. */
function refuseTooManyPixels({ type, size }: { type: string; size: StoredMedia["size"] }): void {
  if (!size) return;
  const { width, height } = size;
  const isGif = type === "image/gif";
  if (width * height <= (isGif ? 921_600 : 33_177_600)) return;
  throw refuse(422, `${width}x${height} ${isGif ? "GIF files" : "images"} are not supported`);
}

/** Adds to `failed` what is wrong with it. Ruby counts code points here, not graphemes. */
function readDescription(call: Call, parameters: Parameters, failed: string[]): string | null {
  const description = text(parameters, "description") ?? "";
  const limit = call.profile.limits.descriptionLimit;
  if ([...description].length > limit) failed.push(`Description is too long (maximum is ${limit} characters)`);
  return call.profile.features.keeps.description(description) || null;
}

/** `"x,y"`, from -1 to 1 each, but nobody checks that. */
function readFocus(call: Call, parameters: Parameters): StoredMedia["focus"] {
  const kept = call.profile.features.media.focus;
  if (kept !== "kept") return kept === "centre" ? { x: 0, y: 0 } : null;
  const focus = text(parameters, "focus");
  if (isBlank(focus)) return null;
  const [x = 0, y = 0] = (focus ?? "").split(",").map((number) => Number.parseFloat(number) || 0);
  return { x, y };
}

/** GET /api/v1/media/:id: 206 until it is processed, 422 when that failed, 404 once it is attached. */
function show(call: Call): Answer {
  const { readScopes } = call.profile.features.media;
  if (readScopes === null) throw noRoute(call);
  requireScope(call, ...readScopes);
  const media = findOwnMedia(call);
  if (media.attachedTo) throw missing(call);
  return told(call, media);
}

function told(call: Call, media: StoredMedia): Answer {
  if (hasFailed(call, media)) throw refuse(422, "Error processing thumbnail for uploaded media");
  const answer = json(mediaEntity(call, media), {}, isProcessing(call, media) ? 206 : 200);
  if (media.asked !== null) media.asked += 1;
  return answer;
}

/** PUT /api/v1/media/:id, only as long as it is not attached, save where a file is the same in every status. */
function update(call: Call): Answer {
  requireScope(call, ...scopes);
  const media = findOwnMedia(call);
  if (media.attachedTo && !call.profile.features.media.knownByBytes) throw missing(call);
  changeMedia(call, media, call.parameters);
  return told(call, media);
}

/**
 * Sets those of `description`, `focus` and `thumbnail` that are given.
 * @returns whether anything became different
 * @throws Refusal 422 in Mastodon's words
 */
export function changeMedia(call: Call, media: StoredMedia, parameters: Parameters): boolean {
  const failed: string[] = [];
  const before = JSON.stringify([media.description, media.focus, media.thumbnail?.sha256]);
  const description = "description" in parameters ? readDescription(call, parameters, failed) : media.description;
  const thumbnail = file(parameters, "thumbnail");
  if (thumbnail && media.kind === "image") failed.push("Thumbnail must be blank");
  if (failed.length > 0) throw refuse(422, call.profile.errors.validationFailed(failed));
  media.description = description;
  if ("focus" in parameters) media.focus = readFocus(call, parameters);
  if (thumbnail) media.thumbnail = thumbnail;
  return before !== JSON.stringify([media.description, media.focus, media.thumbnail?.sha256]);
}

/** DELETE /api/v1/media/:id, since 4.4. */
function remove(call: Call): Answer {
  if (!call.profile.features.media.deletion) throw noRoute(call);
  requireScope(call, ...scopes);
  const media = findOwnMedia(call);
  if (media.attachedTo) throw refuse(422, "Media attachment is currently used by a status");
  call.store.media.delete(media.id);
  return json({});
}

function findOwnMedia(call: Call): StoredMedia {
  const account = requireUser(call);
  const media = mediaById(call, call.inPath.id ?? "");
  if (media?.account !== account) throw missing(call);
  return media;
}

function mediaById(call: Call, id: string): StoredMedia | undefined {
  return call.store.media.get(id) ?? call.store.media.get(call.profile.ids.read(id));
}

/** The MediaAttachment entity. */
export function mediaEntity(call: Call, media: StoredMedia): Record<string, unknown> {
  const folders = media.id.replace(/\d{3}(?=\d)/g, "$&/");
  const folder = `${call.origin}/system/media_attachments/files/${folders}`;
  const ending = /\.\w+$/.exec(media.file.filename)?.[0] ?? "";
  const isVisible = media.kind !== "audio";
  return {
    id: media.id,
    type: media.kind,
    url: isProcessing(call, media) ? null : `${folder}/original/${media.fileName}${ending}`,
    preview_url: isVisible ? `${folder}/small/${media.fileName}.png` : null,
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: { ...metaOf(media, isProcessing(call, media)), ...(media.focus ? { focus: media.focus } : {}) },
    description: media.description,
    // It stands for the pixels, which nobody here has looked at.
    blurhash: isVisible ? "U01Cf=j[fQj[j[fQfQfQfQfQfQfQj[fQfQfQ" : null,
  };
}

/** What lies within a file. Films and sounds are not looked into: each is a certain one that lasts a second. */
function metaOf({ kind, size }: StoredMedia, isProcessing: boolean): Record<string, unknown> {
  if (kind === "audio") return { original: { duration: 1.044898, bitrate: isProcessing ? 65_736 : 43_364 } };
  if (kind === "image" && size) return { original: sizeEntity(size), small: sizeEntity(preview(size)) };
  if (kind !== "video" && kind !== "gifv") return {};
  const { width, height } = size ?? { width: 160, height: 120 };
  return {
    original: { width, height, frame_rate: "10/1", duration: 1, bitrate: 122_208 },
    small: sizeEntity(preview({ width, height })),
  };
}

/** A preview has 640 x 360 pixels at most, in whatever shape. */
function preview({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt((640 * 360) / (width * height)));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function sizeEntity({ width, height }: { width: number; height: number }): Record<string, unknown> {
  return { width, height, size: `${width}x${height}`, aspect: width / height };
}

/** Whether the file is not ready yet; then it has no `url`. */
export function isProcessing(call: Call, media: StoredMedia): boolean {
  return media.asked !== null && !isOver(call, media);
}

function hasFailed(call: Call, media: StoredMedia): boolean {
  return media.asked !== null && call.profile.features.media.processingFails && isOver(call, media);
}

function isOver(call: Call, { asked, uploadedAt }: StoredMedia): boolean {
  const { processing } = call.profile.features.media;
  if ("requests" in processing) return (asked ?? 0) >= processing.requests;
  return call.now().getTime() - uploadedAt.getTime() >= processing.milliseconds;
}

/**
 * What `media_ids` name, in their order.
 * @param shownBy the status that is edited: what it shows already is not taken
 * @throws Refusal as the server words it
 */
export function attachments(call: Call, account: Account, shownBy: StoredStatus | null = null): StoredMedia[] {
  const { features, limits, ids } = call.profile;
  const rules = features.media;
  const sent = rules.idsInForms || isJson(call) ? list(call.parameters, "media_ids") : null;
  if (!sent || sent.length === 0) return [];
  if (sent.length > limits.maxMediaAttachments) enforce(rules.tooMany?.(limits.maxMediaAttachments));
  const named = sent.map((id) => ({ id: ids.read(asText(id)), media: mediaById(call, asText(id)) }));
  const isUnknown = ({ media }: { media: StoredMedia | undefined }) =>
    media?.account !== account || (rules.taken === "as unknown" && isTaken(media, shownBy));
  const unknown = named.filter(isUnknown).map(({ id }) => id);
  if (unknown.length > 0) enforce(rules.unknown?.(unknown));
  const known = named.flatMap((one) => (one.media && !isUnknown(one) ? [one.media] : []));
  for (const media of known) {
    if (typeof rules.taken === "function" && isTaken(media, shownBy)) enforce(rules.taken(media));
  }
  if (new Set(known).size < known.length) enforce(rules.repeated?.());
  const attached = rules.order([...new Set(known)]);
  const isAlone = attached.length === 1;
  if (!isAlone && attached.some(({ kind }) => kind === "video" || kind === "audio")) enforce(rules.mixed?.());
  if (attached.some((media) => isProcessing(call, media) || hasFailed(call, media))) enforce(rules.unprocessed?.());
  return attached;
}

function isTaken(media: StoredMedia, shownBy: StoredStatus | null): boolean {
  return media.attachedTo !== null && media.attachedTo !== shownBy;
}

function asText(id: Parameter): string {
  return typeof id === "object" ? "" : String(id);
}

export function isJson(call: Call): boolean {
  return /^application\/json\b/i.test(call.headers["content-type"] ?? "");
}

function enforce(answer: Answer | undefined): void {
  if (answer) throw new Refusal(answer);
}

function noRoute(call: Call): Refusal {
  return refuse(404, call.profile.errors.notFound);
}

function missing(call: Call): Refusal {
  return refuse(404, call.profile.errors.recordNotFound);
}
