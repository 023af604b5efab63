import { formatCount } from "../../count.ts";
import { unexpectedIn } from "../account.ts";
import { type Client, isApiError } from "../client.ts";
import { type BadAnswer, type Diagnosis, hostOf } from "../error.ts";
import { readInstance } from "../instance.ts";
import { type InstanceDocument, limitsOf } from "../limits.ts";
import { answerInWords, serverSentence } from "./answers.ts";
import { isAppToken, ofApplication } from "./token.ts";

/**
 * A 4xx that is about the request itself.
 *
 * @param document how the instance describes itself, where that is known already
 */
export async function explainRefusal(
  failure: BadAnswer,
  client: Client,
  { characters }: { characters?: number | undefined },
  document: InstanceDocument | null,
): Promise<Diagnosis> {
  const host = hostOf(failure);
  const { status } = failure.answer;
  const isPost = failure.method === "POST" && failure.path === "/api/v1/statuses";
  const what = `${host} refused the ${isPost ? "status" : failure.method === "PUT" ? "edit" : "request"}: ${answerInWords(failure)}.`;

  const unexpected = unexpectedIn(failure.json);
  if (unexpected.length > 0) {
    return {
      what,
      why: `It would notify ${unexpected.map((account) => `@${account}`).join(", ")}, whom the template does not mention.`,
      cure: "Take the name out of the text, or set `mentions: all`.",
    };
  }
  if (characters !== undefined && [400, 422, 500].includes(status)) {
    const tooLong = await explainLength(failure, client, characters, document);
    if (tooLong) return { what, ...tooLong };
  }
  if (status === 422 && (await isAppToken(client))) {
    return {
      what,
      ...ofApplication,
    };
  }
  return { what, ...causeOf(failure, isPost) };
}

/** Servers word it in their own ways, and count in their own ways too. */
const LENGTH_WORDS = /character limit|too long|max chars/i;

async function explainLength(
  failure: BadAnswer,
  client: Client,
  characters: number,
  known: InstanceDocument | null,
): Promise<Omit<Diagnosis, "what"> | null> {
  const saysSo = LENGTH_WORDS.test(serverSentence(failure));
  const document = known ?? (await readInstance(client).catch(() => null));
  if (!document)
    return saysSo ? { why: `The text has ${formatCount(characters)} characters.`, cure: "Shorten the text." } : null;
  const { maxCharacters } = limitsOf(document);
  const allows = `${hostOf(failure)} allows ${formatCount(maxCharacters)}`;
  if (characters > maxCharacters) {
    return { why: `The text has ${formatCount(characters)} characters, ${allows}.`, cure: "Shorten the text." };
  }
  if (!saysSo) return null;
  return {
    why: `The text has ${formatCount(characters)} characters as Mastodon counts; ${allows} and counts in another way, links in full perhaps.`,
    cure: "Shorten the text.",
  };
}

/** Servers deny a quote by 404 (Mastodon, so that nobody learns what is there) or 422 (Hollo), and say so in words alone. */
function explainQuote(sentence: string): Omit<Diagnosis, "what"> | null {
  if (!/\bquot/i.test(sentence)) return null;
  // Mastodon and Hollo alike: a private mention quotes only those whom it mentions.
  if (/mention/i.test(sentence))
    return { why: "", cure: "Mention the author of the quoted status, or widen the visibility." };
  return {
    why: "The status to quote is gone, its author does not let this account quote it, or its server has no quotes (Mastodon has them since 4.5).",
    cure: "Check its id, or put its address into the text instead.",
  };
}

function causeOf(failure: BadAnswer, isPost: boolean): Omit<Diagnosis, "what"> {
  const { answer, json } = failure;
  const sentence = serverSentence(failure);
  const quote = isPost && [404, 422].includes(answer.status) ? explainQuote(sentence) : null;
  if (quote) return quote;
  if (isPost && /\bvisibility\b.*\binvalid\b/i.test(sentence)) {
    return {
      why: "The server does not have the visibility that was asked for; Pixelfed cannot post private mentions (`direct`) this way.",
      cure: "Choose another `visibility`.",
    };
  }
  switch (answer.status) {
    case 400:
      // Pixelfed remembers a key from before the work, so that it may have failed.
      if (!/idempotency/i.test(answer.text)) break;
      return {
        why: "An earlier run sent the same status within the hour, and the server does not say what became of it.",
        cure: "Run again in an hour.",
      };
    case 404:
      // GoToSocial's words, and Mastodon's.
      if (isPost && /target status|reply/i.test(sentence)) {
        return {
          why: "The status that this one replies to is deleted, not to be seen by this account, or the id is one of another instance.",
          cure: "Check the id, or give the address of the status.",
        };
      }
      return isPost
        ? {
            why: "The status that this one replies to is gone; or the same status was posted within the hour and has been deleted since.",
            cure: "Check the id of the reply, or run again in an hour.",
          }
        : { why: "", cure: "Check the id: what it names is deleted, or not to be seen by this account." };
    case 405:
      return {
        why: "Something in front of the instance does not let this kind of request through.",
        cure: "Ask the instance's admins to let requests to /api/ through.",
      };
    case 408:
      return { why: "The request came in too slowly, or was lost on the way.", cure: "Run again later." };
    case 409:
      return { why: "The server is at work on the same status, or has it already.", cure: "Run again later." };
    case 410:
      return { why: "The server says that this is gone for good.", cure: "Check the instance URL." };
    case 413:
      return {
        why: "The request is larger than the server takes.",
        cure: "Shorten the text, or ask the instance's admins for their limit.",
      };
    case 418:
      return {
        why: "GoToSocial says so to a request without a User-Agent; something on the way, such as a proxy, takes it off.",
        cure: "Let the proxy pass the header on.",
      };
  }
  // Mastodon before 4.6 says so of media beside a poll, too.
  if (failure.method === "PUT" && /^cannot attach more than/i.test(sentence)) {
    return {
      why: "Mastodon before 4.6 says this also when a status with a poll gets media.",
      cure: "Leave the media out, or post again.",
    };
  }
  if (sentence === "Record invalid") {
    return {
      why: "Mastodon says no more than that of a status to be scheduled; its length, its media or its poll may break a rule.",
      cure: "To hear the reason, post it without a schedule, with the visibility `direct`.",
    };
  }
  return json === undefined
    ? { why: "It comes from something in front of the instance.", cure: "Ask the instance's admins what it blocks." }
    : { why: "", cure: "Change what the server rejected, and run again." };
}

/**
 * What servers say of a file that they do not take, and what to do. The
 * first that fits holds; the server's own sentence is told in any case.
 */
const KINDS: [words: RegExp, why: string, cure: string][] = [
  [/description.*too long|too long.*description/i, "The description is longer than the server takes.", "Shorten it."],
  [
    /\d+x\d+|dimension|matrix|resolution/i,
    "It has more pixels than the server takes; of a GIF that is much less than of other images.",
    "Make it smaller.",
  ],
  [/frame ?rate|\dfps\b/i, "It has more frames a second than the server takes.", "Encode it with 60 or fewer."],
  [/no video stream/i, "It is a video file without a picture.", "Save only its audio, as MP3."],
  [/could not be verified/i, "The server cannot tell its kind, so it may be cut or damaged.", "Save it again."],
  [/thumbnail.*(blank|absent|must)/i, "Only video and audio can have a thumbnail.", "Leave `thumbnail` out."],
  [
    /content type|file type|media type|mime|unsupported|not supported|file is invalid/i,
    "The server does not take this kind of file, or not as it is encoded.",
    "Convert it: to PNG or JPEG, for a video to MP4 (H.264), for sound to MP3.",
  ],
  [/too large|too big|file size|less than/i, "It is larger than the server takes.", "Make it smaller."],
  [
    /process/i,
    "The file is damaged, or encoded in a way that the server cannot read.",
    "Check that it opens, and save it again.",
  ],
];

/**
 * A file that the server refused, or could not process.
 *
 * @param label how messages name the file
 * @returns null where the cause lies elsewhere: the token, the account, the rate limit, the server's health
 */
export function explainMedia(failure: BadAnswer, label: string): Diagnosis | null {
  const { status } = failure.answer;
  const host = hostOf(failure);
  const sentence = serverSentence(failure);
  const what =
    failure.method === "GET"
      ? `${host} could not process ${label}: ${answerInWords(failure)}.`
      : `${host} refused ${label}: ${answerInWords(failure)}.`;
  if (status === 413) {
    return {
      what,
      why: "It is larger than the server, or the proxy in front of it, lets through.",
      cure: "Make it smaller, or ask the instance's admins for their limit.",
    };
  }
  if ([404, 405, 501].includes(status)) {
    return {
      what,
      why: "The server takes no media through this API, or something in front of it does not let them through.",
      cure: "Leave the media out, or ask the instance's admins.",
    };
  }
  const isAboutFile =
    status === 400 || status === 415 || status === 422 || (status === 500 && /process/i.test(sentence));
  // Mastodon's words for the token of an application.
  if (!isAboutFile || !isApiError(failure.json) || /authenticated user/i.test(sentence)) return null;
  const [, why, cure] = KINDS.find(([words]) => words.test(sentence)) ?? [];
  return { what, why: why ?? "", cure: cure ?? "Change what the server rejected, and run again." };
}
