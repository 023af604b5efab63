import { whyNoLogin } from "../access.ts";
import { type Answer, type Call, json } from "../call.ts";
import { text, toBoolean } from "../parameters.ts";
import { type Account, newSecret } from "../store.ts";
import { redirect } from "./answers.ts";
import { type Asked, hidden, pathWithQuery, problemOf, readAsked } from "./authorization-request.ts";
import { logIn, sessionOf, someSession } from "./log-in.ts";
import { codePage, consentPage, errorPage, logInPage } from "./pages.ts";
import { denied, handOver, refused } from "./way-back.ts";

/** GET /oauth/authorize: the log-in, then the page that asks for consent. */
export function showAuthorization(call: Call): Answer {
  const { authorization } = call.profile.oauth;
  const { login } = authorization;
  if (authorization.htmlOnly && !/text\/html|\*\/\*/.test(call.headers.accept ?? "text/html"))
    return json({ error: "Not Acceptable" }, {}, 406);
  const account = sessionOf(call)?.account ?? null;
  if (login.kind === "page" && account === null) {
    const { session, headers } = someSession(call);
    session.returnTo = pathWithQuery(call);
    const next = login.next ? `?next=${encodeURIComponent(session.returnTo)}` : "";
    return redirect(call, login.status, `${login.path}${next}`, headers);
  }
  // Nothing but its settings is open to such an account, and these lead nowhere.
  if (account !== null && whyNoLogin(call, account) !== null) return redirect(call, 302, "/auth/edit");
  const asked = readAsked(call);
  if ("kind" in asked) return refused(call, asked);
  if (account === null) return logInPage(authorization.path, hidden(call), { application: asked.application });
  const wrong = authorization.checksLate ? null : problemOf(asked, authorization);
  if (wrong) return refused(call, wrong);
  if (isRemembered(call, account, asked)) return give(call, account, asked);
  const session = sessionOf(call);
  if (session) session.returnTo = pathWithQuery(call);
  return consentPage(authorization.path, hidden(call), {
    account,
    application: asked.application,
    scopes: asked.scopes,
    canDeny: authorization.denial !== null,
  });
}

/** POST /oauth/authorize: the decision, or the log-in that is one. */
export function decideAuthorization(call: Call): Answer {
  const { authorization } = call.profile.oauth;
  const { session, headers } = someSession(call);
  const asked = readAsked(call);
  if ("kind" in asked) return refused(call, asked);
  if (authorization.login.kind === "at once" && session.account === null) {
    const { application } = asked;
    const { wrongStatus } = authorization.login;
    const page = logIn(call, session, { action: authorization.path, hidden: hidden(call), wrongStatus, application });
    if ("status" in page) return { ...page, headers: { ...page.headers, ...headers } };
  }
  const { account } = session;
  if (account === null) return errorPage(401, "You need to log in before you can go on.");
  if (!authorization.keepsSession) session.account = null;
  const wrong = problemOf(asked, authorization);
  if (wrong) return refused(call, wrong);
  const { denial } = authorization;
  const answer = denial && isDenied(call) ? denied(call, asked, denial) : give(call, account, asked);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Mastodon's button sends a form of its own. */
function isDenied({ parameters }: Call): boolean {
  return text(parameters, "decision") === "deny" || text(parameters, "_method") === "delete";
}

/** The page that a redirect to `outOfBand.path` shows. */
export function showCode(call: Call): Answer {
  return codePage(text(call.parameters, "code") ?? "");
}

/** Leads from an address that clients guess to the one that the metadata names, as on activities.next. */
export function forwardAuthorization(call: Call): Answer {
  return redirect(call, 307, pathWithQuery(call, call.profile.oauth.authorization.path));
}

function isRemembered(call: Call, account: Account, { application, scopes }: Asked): boolean {
  const { remembers, forceLoginAsks } = call.profile.oauth.authorization;
  if (forceLoginAsks && toBoolean(text(call.parameters, "force_login"))) return false;
  if (remembers === "for good") return call.store.oauth.consents.has(`${account.id}:${application.clientId}`);
  if (remembers === "never") return false;
  return [...call.store.tokens.values()].some(
    (token) =>
      token.application === application &&
      token.account === account &&
      token.state === "active" &&
      sameScopes(token.scopes, scopes),
  );
}

export function sameScopes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((scope) => b.includes(scope));
}

/** Gives a code for what was asked. */
function give(call: Call, account: Account, asked: Asked): Answer {
  const { authorization } = call.profile.oauth;
  const { application, redirectUri, scopes, challenge } = asked;
  const code = newSecret();
  const { consents, grants } = call.store.oauth;
  consents.add(`${account.id}:${application.clientId}`);
  grants.set(code, {
    application,
    account,
    redirectUri,
    scopes,
    challenge,
    expires: call.now().getTime() + authorization.codeSeconds * 1000,
    token: null,
    burnt: false,
  });
  return handOver(call, code, asked);
}
