import type { Client } from "../client.ts";
import { type BadAnswer, type Diagnosis, hostOf } from "../error.ts";
import { findApiOrigin, safeOrigin } from "../find-host.ts";
import { isInstance, whatIsAt } from "../instance.ts";
import { softwareAt } from "../nodeinfo.ts";
import { answerInWords, isHtml } from "./answers.ts";

const CURE = "Set the instance URL to the server that the account is on, such as https://mastodon.social";

/** A redirect, which is never followed: the token must not travel to another server, and a POST would become a GET. */
export async function explainRedirect(failure: BadAnswer, client: Client): Promise<Diagnosis> {
  const { method, path, origin, answer } = failure;
  const host = hostOf(failure);
  const target = targetOf(failure);
  const what = target
    ? `${host} redirects ${method} ${path} to ${target.href.slice(0, 200)} (${answer.status}).`
    : `${host} answered ${method} ${path} with a redirect that names no target (${answer.status}).`;

  const candidate = target && safeOrigin(target.href, origin);
  if (candidate && candidate !== origin && (await isInstance(client.probe, candidate))) {
    return {
      what,
      why: "An instance answers there, but a redirect is never followed with a token.",
      cure: `Set the instance URL to ${candidate}`,
      neverArrived: true,
    };
  }
  if ((await whatIsAt(client.probe, origin)).kind === "instance") {
    return {
      what,
      why:
        answer.status === 303
          ? "That says “done, look there”, which is no answer of the Mastodon API, though an instance is here."
          : "An instance is here all the same, so something in front of it sends the request elsewhere: a login wall, or a rule of its web server.",
      cure: "Ask the instance's admins to let requests to /api/ through.",
    };
  }
  const found = await findApiOrigin(client.probe, origin);
  if (found) {
    return { what, why: `The instance is at ${found}.`, cure: `Set the instance URL to ${found}`, neverArrived: true };
  }
  const isPlain = target?.protocol === "http:" && candidate === null;
  return {
    what,
    why: isPlain
      ? "Plain http would show the token to everyone on the way, so nothing was asked there."
      : `No instance was found ${target && target.origin !== origin ? "there or " : ""}at ${host}.`,
    cure: CURE,
    neverArrived: true,
  };
}

function targetOf({ answer, path, origin }: BadAnswer): URL | null {
  const { location = "" } = answer.headers;
  const base = new URL(path, origin).href;
  return location !== "" && URL.canParse(location, base) ? new URL(location, base) : null;
}

/** Something answers, but it is no instance. */
export async function explainNoInstance(failure: BadAnswer, client: Client): Promise<Diagnosis> {
  const host = hostOf(failure);
  const found = await findApiOrigin(client.probe, failure.origin);
  if (found) {
    return {
      what: `${host} is the domain of the handles, not the server that the API runs on: ${answerInWords(failure)}.`,
      why: `The API is at ${found}.`,
      cure: `Set the instance URL to ${found}`,
      neverArrived: true,
    };
  }
  const software = (await softwareAt(client.probe, failure.origin))?.name ?? null;
  return {
    what: `${host} is not a Mastodon instance: ${answerInWords(failure)}, and no description at /api/v2/instance or /api/v1/instance.`,
    why: software
      ? `It runs ${software}, which does not speak the Mastodon API here.`
      : `The instance URL names ${isHtml(failure.answer) ? "a web site" : "some other server"}.`,
    cure: CURE,
    neverArrived: true,
  };
}

/** A bad answer, and then no answer to the question whether this is an instance at all. */
export function explainSilence(failure: BadAnswer): Diagnosis {
  return {
    what: `${hostOf(failure)} answered ${answerInWords(failure)}, and did not say whether it is an instance.`,
    why: "It is overloaded, or something in front of it keeps requests out.",
    cure: `Open ${failure.origin}/api/v2/instance in a browser: an instance describes itself there. If it does, run again later.`,
  };
}
