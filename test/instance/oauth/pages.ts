import type { Answer } from "../call.ts";
import type { Account } from "../store.ts";
import type { RegisteredApplication } from "./state.ts";

/** What a form carries along. */
export type Hidden = Record<string, string>;

/** The form for name and password; with `needsCode`, for the second factor instead. */
export function logInPage(
  action: string,
  hidden: Hidden,
  said: { status?: number; problem?: string; needsCode?: boolean; application?: RegisteredApplication } = {},
): Answer {
  const fields = said.needsCode
    ? field("otp", "Two-factor code", "text")
    : `${field("username", "Username or e-mail", "text")}\n${field("password", "Password", "password")}`;
  const asks = said.application ? `<p>${escaped(said.application.name)} asks for access to your account.</p>\n` : "";
  const problem = said.problem ? `<p role="alert">${escaped(said.problem)}</p>\n` : "";
  const form = formOf(action, hidden, `${fields}\n<button>Log in</button>`);
  return htmlPage("Log in", `${asks}${problem}${form}`, said.status);
}

export function consentPage(
  action: string,
  hidden: Hidden,
  asked: { account: Account; application: RegisteredApplication; scopes: readonly string[]; canDeny: boolean },
): Answer {
  const scopes = asked.scopes.map((scope) => `<li><code>${escaped(scope)}</code></li>`).join("\n");
  const deny = asked.canDeny ? '\n<button name="decision" value="deny">Deny</button>' : "";
  const buttons = `<button name="decision" value="allow">Authorize</button>${deny}`;
  return htmlPage(
    "Authorization required",
    `<p>Logged in as <strong id="account">@${escaped(asked.account.username)}</strong></p>
${formOf("/auth/sign_out", {}, "<button>Use another account</button>")}
<p><strong id="application">${escaped(asked.application.name)}</strong> would like permission to:</p>
<ul id="scopes">
${scopes}
</ul>
${formOf(action, hidden, buttons)}`,
  );
}

export function codePage(code: string): Answer {
  return htmlPage(
    "Authorization code",
    `<p>Copy this authorization code and paste it to the application.</p>\n<p><code id="code">${escaped(code)}</code></p>`,
  );
}

export function errorPage(status: number, sentence: string): Answer {
  return htmlPage("An error has occurred", `<p id="error">${escaped(sentence)}</p>`, status);
}

function field(name: string, label: string, type: string): string {
  return `<p><label>${label} <input name="${name}" type="${type}"></label></p>`;
}

function formOf(action: string, hidden: Hidden, inside: string): string {
  const inputs = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return [`<form method="post" action="${escaped(action)}">`, ...inputs, inside, "</form>"].join("\n");
}

function htmlPage(title: string, body: string, status = 200): Answer {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      // Without form-action, as Mastodon's page: the redirect of the form leads to another origin.
      "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
    body: `<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${body}\n</body>\n</html>\n`,
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
