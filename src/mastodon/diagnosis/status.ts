import type { Client } from "../client.ts";
import { type BadAnswer, type Diagnosis, hostOf } from "../error.ts";
import { readInstance } from "../instance.ts";
import { type InstanceDocument, limitsOf } from "../limits.ts";
import { answerInWords, serverSentence } from "./sentence.ts";
import { isAppToken } from "./token.ts";

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

  if (characters !== undefined && [400, 422, 500].includes(status)) {
    const tooLong = await explainLength(failure, client, characters, document);
    if (tooLong) return { what, ...tooLong };
  }
  if (status === 422 && (await isAppToken(client))) {
    return {
      what,
      why: "The access token belongs to an application, not to an account (the grant client_credentials makes such tokens).",
      cure: "Use the access token of a user: in the web interface Preferences › Development › your application › “Your access token”.",
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
  if (!document) return saysSo ? { why: `The text has ${characters} characters.`, cure: "Shorten the text." } : null;
  const { maxCharacters } = limitsOf(document);
  const allows = `${hostOf(failure)} allows ${maxCharacters}`;
  if (characters > maxCharacters) {
    return { why: `The text has ${characters} characters, ${allows}.`, cure: "Shorten the text." };
  }
  if (!saysSo) return null;
  return {
    why: `The text has ${characters} characters as Mastodon counts; ${allows} and counts in another way, links in full perhaps.`,
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
    why: "The status to quote is gone, or its author does not let this account quote it.",
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
      why: "Mastodon before 4.6 says so, too, when a status that has a poll is to bear media.",
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
