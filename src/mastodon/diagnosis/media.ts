import { isApiError } from "../client.ts";
import { type BadAnswer, type Diagnosis, hostOf } from "../error.ts";
import { answerInWords, serverSentence } from "./sentence.ts";

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
  [/no video stream/i, "It is a video file without a picture.", "Save its sound alone, as MP3."],
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
