import { type Client, isApiError } from "../client.ts";
import { type BadAnswer, type Diagnosis, failsValidation, MastodonError, refusesToken } from "../error.ts";
import { whatIsAt } from "../instance.ts";
import { explainNoInstance, explainRedirect, explainSilence } from "./address.ts";
import {
  explainBotWall,
  explainRateLimit,
  explainServerError,
  explainStrangeAnswer,
  isBotWall,
  isHtml,
  tellOfLimit,
} from "./answers.ts";
import { explainConnection } from "./connection.ts";
import { explainRefusal } from "./refusal.ts";
import { explainForbidden, explainUnauthorized, type Reader } from "./token.ts";

/** What is known of the request beyond the failure itself. */
export interface Context {
  /** Length of the text that was sent, as it was counted; absent when no text was sent. */
  characters?: number | undefined;
  /** Who reads it: somebody who maintains a workflow, or somebody at a terminal. The first, unless said. */
  reader?: Reader;
}

/** The most that finding the cause may take, all its requests together, in milliseconds. */
const MOST_TIME = 30_000;

/**
 * Finds out why a request failed, and says it in one line. Only here requests are spent on checks: a run that goes well
 * makes none.
 *
 * @returns an error with the same failure and a diagnosis for a person. Its outcome is the same too, unless the answer
 * turns out to come from no instance: then nothing was stored.
 */
export async function diagnose(error: MastodonError, client: Client, context: Context = {}): Promise<MastodonError> {
  const { failure, outcome } = error;
  const { answer } = failure;
  if (error.diagnosis.cure !== "") return error;
  const tell = (diagnosis: Diagnosis) =>
    context.reader === "at a terminal" ? diagnosis : tellOfLimit(failure, diagnosis);
  if (!answer) return new MastodonError(failure, tell(explainConnection(failure)), outcome);
  const explained = await explainAnswer({ ...failure, answer }, askingOnce(client.within(MOST_TIME)), context);
  const diagnosis = tell(explained);
  // An instance whose answers are garbled on the way looks like none, too; only a refusal or a web page is proof.
  const isProof = answer.status >= 300 || isHtml(answer);
  return new MastodonError(failure, diagnosis, diagnosis.neverArrived && isProof ? "not done" : outcome);
}

/** The same, for the end of a run: a fault in explaining must not hide what is to be explained. */
export async function explain(error: MastodonError, client: Client, { parts }: Unposted): Promise<MastodonError> {
  try {
    return await diagnose(error, client, { characters: parts.find(({ id }) => id === "")?.characters });
  } catch {
    return error;
  }
}

/** The parts of a post, as far as they are posted: the first one without an id is the one that failed. */
interface Unposted {
  parts: readonly { id: string; characters: number }[];
}

/** Several causes look at the same addresses; nothing is asked twice. */
function askingOnce(client: Client): Client {
  const answers = new Map<string, ReturnType<Client["probe"]>>();
  return {
    ...client,
    probe(url) {
      const known = answers.get(url.href) ?? client.probe(url);
      answers.set(url.href, known);
      return known;
    },
  };
}

async function explainAnswer(failure: BadAnswer, client: Client, context: Context): Promise<Diagnosis> {
  const { answer } = failure;
  const { status } = answer;
  if (isBotWall(answer)) return explainBotWall(failure);
  if (status >= 300 && status < 400) return explainRedirect(failure, client);
  if (status === 429) return explainRateLimit(failure);
  if (failsValidation(failure)) return explainRefusal(failure, client, context, null);

  const isError = isApiError(failure.json);
  if (isError && refusesToken(failure)) return explainUnauthorized(failure, client, context.reader);
  // An error of the API itself that says it is broken: asking on would find nothing more.
  if (status >= 500 && isError) return explainServerError(failure);

  // Other services answer in JSON too, so that whatever else came, the instance has to say that it is one.
  const found = await whatIsAt(client.probe, client.origin);
  if (found.kind === "no instance") return explainNoInstance(failure, client);
  if (status >= 500) return explainServerError(failure);
  if (status === 401) return explainUnauthorized(failure, client, context.reader);
  if (status === 403) return explainForbidden(failure, client, found.kind === "instance", context.reader);
  if (found.kind === "no answer" && !isError) return explainSilence(failure);
  if (status >= 400) return explainRefusal(failure, client, context, found.document);
  return explainStrangeAnswer(failure);
}
