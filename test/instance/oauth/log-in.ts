import type { Answer, Call } from "../call.ts";
import { text } from "../parameters.ts";
import { type Account, newSecret } from "../store.ts";
import { redirect } from "./answers.ts";
import { errorPage, type Hidden, logInPage } from "./pages.ts";
import type { RegisteredApplication, Session } from "./state.ts";

const cookieName = "practice_session";

/** The session of the call's cookie; null for a browser that has none. */
export function sessionOf(call: Call): Session | null {
  const value = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`).exec(call.headers.cookie ?? "")?.[1] ?? "";
  return call.store.oauth.sessions.get(value) ?? null;
}

/** The session of the call's cookie, or a new one with the header that makes the browser keep it. */
export function someSession(call: Call): { session: Session; headers: Record<string, string> } {
  const known = sessionOf(call);
  if (known) return { session: known, headers: {} };
  const session: Session = { account: null, pending: null, returnTo: null };
  const value = newSecret();
  call.store.oauth.sessions.set(value, session);
  return { session, headers: { "set-cookie": `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax` } };
}

/** The e-mail address that an account logs in with. */
export function emailOf(account: Account): string {
  return `${account.username}@mail.example`;
}

/**
 * @param names whether a user name does, or the e-mail address alone
 * @returns the local account with that name and password
 */
export function withPassword(
  call: Call,
  name: string,
  password: string,
  names: "e-mail" | "both" = "both",
): Account | null {
  const wanted = name.toLowerCase();
  const found = call.store.accounts.find(
    (account) =>
      account.domain === null &&
      (emailOf(account).toLowerCase() === wanted || (names === "both" && account.username.toLowerCase() === wanted)),
  );
  return found && found.password === password ? found : null;
}

/**
 * Takes what a log-in form sends: name and password, or the second factor of who has given these.
 * @param form where the form is sent again to, and with what, when it was not enough
 * @returns the account, which the session then is of; else the page to show
 */
export function logIn(
  call: Call,
  session: Session,
  form: { action: string; hidden: Hidden; wrongStatus: number; application?: RegisteredApplication },
): Account | Answer {
  const { action, hidden, wrongStatus: status, application } = form;
  const again = (problem: string, needsCode = false) =>
    logInPage(action, hidden, { status, problem, needsCode, ...(application ? { application } : {}) });
  const code = text(call.parameters, "otp");
  if (session.pending && code !== null) {
    if (code !== session.pending.twoFactor) return again("Invalid two-factor code", true);
    session.account = session.pending;
    session.pending = null;
    return session.account;
  }
  const account = withPassword(call, text(call.parameters, "username") ?? "", text(call.parameters, "password") ?? "");
  if (!account) return again("Invalid username or password");
  if (account.twoFactor !== null) {
    session.pending = account;
    return logInPage(action, hidden, { needsCode: true, ...(application ? { application } : {}) });
  }
  session.account = account;
  return account;
}

/** The page to log in on, of servers that have one. */
export function showLogIn(call: Call): Answer {
  return logInPage(call.path, {}, {});
}

export function submitLogIn(call: Call): Answer {
  const { session, headers } = someSession(call);
  const account = logIn(call, session, { action: call.path, hidden: {}, wrongStatus: 422 });
  if ("status" in account) return { ...account, headers: { ...account.headers, ...headers } };
  return redirect(call, 303, session.returnTo ?? "/", headers);
}

/** Ends the session's log-in; the next one leads back to where this one had led, for another account. */
export function logOut(call: Call): Answer {
  const { login } = call.profile.oauth.authorization;
  const session = sessionOf(call);
  if (session) session.account = null;
  return login.kind === "page"
    ? redirect(call, login.status, login.path)
    : redirect(call, 303, session?.returnTo ?? "/");
}

/** What an account sees that may not log in. */
export function showSettings(): Answer {
  return errorPage(200, "Your account is not fully operational.");
}
