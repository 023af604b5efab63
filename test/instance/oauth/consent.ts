import type { PracticeInstance } from "../server.ts";

export interface ConsentOptions {
  /** Who logs in; `poster` unless given. */
  username?: string;
  /** `practice` unless given. */
  password?: string;
  /** The second factor, where the account has one. */
  twoFactor?: string;
  /** Presses Deny. */
  deny?: boolean;
  /** The browser's cookies by name: the same ones again are the same browser. A new browser unless given. */
  cookies?: Map<string, string>;
}

/**
 * Walks an authorization as a person with a browser does, by plain HTTP: logs in, consents or denies.
 * @param authorizeUrl what the client would open
 * @returns the address that the person is sent back to (the first that is not the instance's own), or the code that an
 *   out-of-band page shows
 * @throws Error with status and text when it ends on an error page, or there is no button to deny
 */
export async function consent(
  instance: PracticeInstance,
  authorizeUrl: string,
  options: ConsentOptions = {},
): Promise<string> {
  const { username = "poster", password = "practice", twoFactor = "", deny = false } = options;
  const filled: Record<string, string> = { username, password, otp: twoFactor };
  const cookies = options.cookies ?? new Map<string, string>();
  let step: Step = { method: "GET", url: authorizeUrl };
  for (let steps = 0; steps < 12; steps++) {
    const { status, location, body } = await take(step, cookies);
    if (location !== null) {
      const url = new URL(location, step.url);
      // A private scheme has no origin, and OOB without a page is such a one.
      if (url.origin !== instance.origin) return location;
      step = { method: "GET", url: url.href };
      continue;
    }
    const code = codeIn(body, options);
    if (status === 200 && code !== null) return code;
    const form = formsIn(body).find(({ action }) => action !== "/auth/sign_out");
    if (!form || body.includes('role="alert"') || status >= 400)
      throw new Error(`The authorization ended with ${status}: ${body}`);
    const decides = form.buttons.includes("allow");
    if (decides && deny && !form.buttons.includes("deny")) throw new Error("There is no button to deny.");
    const answers = Object.fromEntries(form.fields.map((name) => [name, filled[name] ?? ""]));
    const decision: Record<string, string> = decides ? { decision: deny ? "deny" : "allow" } : {};
    const url = new URL(form.action, step.url).href;
    step = { method: "POST", url, form: { ...form.hidden, ...answers, ...decision } };
  }
  throw new Error("The authorization goes round in circles.");
}

interface Step {
  method: string;
  url: string;
  form?: Record<string, string>;
}

async function take({ method, url, form }: Step, cookies: Map<string, string>) {
  const response = await fetch(url, {
    method,
    redirect: "manual",
    // As a browser would, it never meets a connection that snac has closed.
    headers: {
      accept: "text/html",
      connection: "close",
      cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
    },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]*)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return { status: response.status, location: response.headers.get("location"), body: await response.text() };
}

/** The code of an out-of-band page: marked up, or the bare body with what may follow the code. */
function codeIn(body: string, { deny }: ConsentOptions): string | null {
  if (deny) return null;
  const [, marked, bare] = /<code id="code">([^<]*)<|^([\w-]+)(?:&state=.*)?$/.exec(body) ?? [];
  return marked ?? bare ?? null;
}

interface Form {
  action: string;
  hidden: Record<string, string>;
  fields: string[];
  /** The values of its buttons that have one. */
  buttons: string[];
}

function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form [^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(([, action = "", inside = ""]) => {
    const inputs = [...inside.matchAll(/<input ([^>]*)>/g)].map(([, attributes = ""]) => attributesIn(attributes));
    const hidden = inputs.filter(({ type }) => type === "hidden");
    return {
      action,
      hidden: Object.fromEntries(hidden.map(({ name = "", value = "" }) => [name, value])),
      fields: inputs.filter(({ type }) => type !== "hidden").map(({ name = "" }) => name),
      buttons: [...inside.matchAll(/<button [^>]*value="([^"]*)"/g)].map(([, value = ""]) => value),
    };
  });
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
