export const outOfBand = "urn:ietf:wg:oauth:2.0:oob";

/**
 * Whether a redirect URI is the registered one. Doorkeeper 5 looks at neither port when both hosts are loopback IP
 * addresses; `localhost` is none of these and must be the same to the letter.
 */
export function matchesRedirectUri(
  registered: string,
  asked: string,
  rule: "loopback port" | "exact" | "any",
): boolean {
  if (rule === "any" || registered === asked) return true;
  if (rule === "exact") return false;
  const [known, wanted] = [parsed(registered), parsed(asked)];
  if (!known || !wanted || !isLoopbackAddress(known) || !isLoopbackAddress(wanted)) return false;
  known.port = "";
  wanted.port = "";
  return known.href === wanted.href;
}

function isLoopbackAddress({ hostname }: URL): boolean {
  return hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

/** Doorkeeper's sentences for a redirect URI that may not be registered; null for one that may. */
export function complaint(uri: string): string | null {
  if (uri === outOfBand) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  if (uri.includes("#")) return "cannot contain a fragment.";
  if (scheme === undefined) return "must be an absolute URI.";
  if (["data", "vbscript", "javascript"].includes(scheme)) return "is forbidden by the server.";
  if (/\s/.test(uri) || ((scheme === "http" || scheme === "https") && !parsed(uri)?.host))
    return "must be a valid URI.";
  return null;
}

function parsed(uri: string): URL | null {
  try {
    return new URL(uri);
  } catch {
    return null;
  }
}
