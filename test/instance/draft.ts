import { asciiHost } from "./ascii-host.ts";
import { type Call, Refusal, railsError, refuse } from "./call.ts";
import { chooseLanguage } from "./languages.ts";
import { countCharacters } from "./length.ts";
import { mentionedIn, withCanonicalHandles } from "./mentions.ts";
import { isBlank, list, mapping, type Parameter, scalar, strip, text, toBoolean } from "./parameters.ts";
import type { DraftContext } from "./profiles.ts";
import type { Account, Visibility } from "./store.ts";
import { handlesIn } from "./text-entities.ts";

/** What every status has, read from the parameters. */
export interface Draft {
  text: string;
  /** The text before its handles were rewritten: the history of an edit shows it so. */
  sent: string;
  /** Whom the text mentions. */
  mentioned: Account[];
  contentType: string;
  spoilerText: string;
  visibility: Visibility;
  language: string | null;
  sensitive: boolean;
}

/** As Mastodon reads and validates it. All failures are told in one sentence. */
export function mastodonDraft(call: Call, account: Account, context: DraftContext): Draft {
  const draft = prepare(call, account, context);
  const { errors, limits } = call.profile;
  const failed: string[] = [];
  if (!isVisibility(draft.visibility)) failed.push(errors.badVisibility);
  if (isBlank(draft.text) && !context.mayBeBlank) failed.push(errors.blankText);
  const length = countCharacters(draft.text, draft.spoilerText, limits.charactersReservedPerUrl);
  if (length > limits.maxCharacters) failed.push(errors.tooLong(limits.maxCharacters));
  if (failed.length > 0) throw refuse(422, errors.validationFailed(failed));
  return draft;
}

function prepare(call: Call, account: Account, context: DraftContext): Draft {
  const { parameters } = call;
  let body = text(parameters, "status") ?? "";
  let spoilerText = text(parameters, "spoiler_text") ?? "";
  const wish = scalar(parameters, "sensitive") ?? account.sensitive;
  // Ruby takes any string for true here, so the form value "false" hides that a spoiler was given.
  const sensitive = wish !== false ? wish : !isBlank(spoilerText);
  if (isBlank(body) && !isBlank(spoilerText) && !context.isQuote) {
    const { loneWarning } = call.profile.features;
    body = loneWarning?.(context.mayBeBlank) ?? spoilerText;
    if (!loneWarning) spoilerText = "";
  }
  spoilerText = strip(spoilerText);
  refuseUnforeseen(parameters.language, strip(body), spoilerText);
  let visibility = text(parameters, "visibility") ?? account.privacy;
  if (visibility === "public" && account.limited) visibility = "unlisted";
  // It is a visibility inside of Mastodon, and taken for the next best.
  if (visibility === "limited") visibility = "private";
  if (isBlank(visibility)) visibility = account.locked ? "private" : "public";
  return {
    text: strip(withCanonicalHandles(call, body)),
    sent: strip(body),
    mentioned: mentioned(call, body, spoilerText),
    contentType: contentTypeOf(call, account),
    spoilerText,
    // Anything: it is validated afterwards.
    visibility: visibility as Visibility,
    language: chooseLanguage(text(parameters, "language"), account.language, "en"),
    sensitive: (toBoolean(sensitive) ?? false) || !isBlank(spoilerText),
  };
}

/** Whom a status mentions: in its text, and on some servers in what stands beside it. */
function mentioned(call: Call, body: string, spoilerText: string): Account[] {
  if (!call.profile.mentionsBeyondText) return mentionedIn(call, body);
  const options = list(mapping(call.parameters, "poll") ?? {}, "options") ?? [];
  return mentionedIn(call, body, spoilerText, ...options.map(String));
}

function contentTypeOf({ parameters, profile }: Call, account: Account): string {
  const wish = text(parameters, "content_type") ?? "";
  return profile.features.contentTypes?.includes(wish) ? wish : account.contentType;
}

/** What nobody at Mastodon thought of ends as an error that nobody caught. */
function refuseUnforeseen(language: Parameter | undefined, ...texts: string[]): void {
  const isNoText = typeof language === "number" || language === true;
  const handles = texts.flatMap(handlesIn).map(({ value }) => value.split("@")[1]);
  const hasNoHost = handles.some((domain) => domain !== undefined && asciiHost(domain) === undefined);
  if (isNoText || hasNoHost || texts.some((text) => text.includes("\0"))) throw new Refusal(railsError(500));
}

/**
 * What is sent, with the account's defaults for the rest: for servers that have no rules of their own on it.
 * @param unknownVisibility what an unknown visibility becomes, or how it is refused
 */
export function plainDraft(
  call: Call,
  account: Account,
  unknownVisibility: Visibility | ((sent: string) => Refusal),
): Draft {
  const { parameters } = call;
  const { keeps } = call.profile.features;
  const body = text(parameters, "status") ?? "";
  const spoilerText = keeps.spoilerText(text(parameters, "spoiler_text") ?? "");
  const visibility = text(parameters, "visibility") || account.privacy;
  return {
    text: body,
    sent: body,
    mentioned: mentioned(call, body, spoilerText),
    contentType: contentTypeOf(call, account),
    spoilerText,
    visibility: isVisibility(visibility) ? visibility : replaced(visibility, unknownVisibility),
    language: keeps.language(text(parameters, "language") || account.language),
    sensitive: toBoolean(scalar(parameters, "sensitive")) ?? (account.sensitive || spoilerText !== ""),
  };
}

function replaced(sent: string, unknown: Visibility | ((sent: string) => Refusal)): Visibility {
  if (typeof unknown === "function") throw unknown(sent);
  return unknown;
}

function isVisibility(value: string): value is Visibility {
  return ["public", "unlisted", "private", "direct"].includes(value);
}
