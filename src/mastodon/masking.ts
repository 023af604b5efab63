import { withoutSecrets } from "../secrets.ts";
import { asObject, parseJson } from "./client.ts";
import type { Http, HttpAnswer, HttpRequest } from "./http.ts";

/** The names under which OAuth sends secrets and hands them out, and Forgejo takes one. */
const SECRET = ["access_token", "refresh_token", "token", "client_secret", "code", "code_verifier", "password", "data"];

/** What stays of an answer that was cut: it may end within a secret. Characters. */
const LEFT_OF_CUT = 7 * 1024 * 1024;

/**
 * The same connections, but no answer repeats a secret: servers do so with what they were sent, and answers are shown.
 *
 * What is hidden is learnt from the requests themselves, so that nobody can forget to tell of it. Only an answer that hands
 * out a token or an application is left as it came.
 *
 * @param secrets those that are known already; what is learnt is added
 */
export function masked(http: Http, secrets: Set<string>): Http {
  const learn = (value: unknown) => {
    if (typeof value === "string") secrets.add(value);
  };
  return {
    ...http,
    async send(request) {
      const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
      const sent = fieldsOf(request, isForm);
      learn(request.headers.authorization?.replace(/^\S+ /, ""));
      for (const name of SECRET) learn(sent[name]);
      const answer = await http.send(request);
      if (!isForm || answer.status < 200 || answer.status > 299) return quiet(answer, secrets);
      const handedOut = asObject(parseJson(answer.text));
      for (const name of SECRET) learn(handedOut[name]);
      return answer;
    },
    within: (limit) => masked(http.within(limit), secrets),
    overtime: (limit) => masked(http.overtime(limit), secrets),
  };
}

function fieldsOf({ body }: HttpRequest, isForm: boolean): Record<string, unknown> {
  if (typeof body !== "string") return {};
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : asObject(parseJson(body));
}

function quiet({ headers, text, ...answer }: HttpAnswer, secrets: ReadonlySet<string>): HttpAnswer {
  const pairs = Object.entries(headers).map(([name, value]) => [name, withoutSecrets(value, secrets)]);
  return {
    ...answer,
    headers: Object.fromEntries(pairs),
    text: withoutSecrets(text, secrets).slice(0, answer.isCut ? LEFT_OF_CUT : undefined),
  };
}
