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
  for (const url of [known, wanted]) url.port = "";
  // What the registered one has no word of may be in the query.
  if (known.search === "") wanted.search = "";
  return known.href === wanted.href;
}

function isLoopbackAddress({ hostname }: URL): boolean {
  return hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

/** Doorkeeper's sentences for a redirect URI that may not be registered; none for one that may. */
export function complaintsOf(uri: string): string[] {
  if (uri === outOfBand) return [];
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  if (uri.includes("#")) return ["cannot contain a fragment."];
  if (scheme === undefined) return ["must be an absolute URI."];
  const isForbidden = ["data", "vbscript", "javascript"].includes(scheme);
  // What has no path behind its scheme counts as none.
  const isBare = !/^[^:]*:\//.test(uri);
  const complaints = [
    isForbidden ? "is forbidden by the server." : "",
    isBare ? "must specify a scheme." : "",
    /\s/.test(uri) || (/^https?$/.test(scheme) && !parsed(uri)?.host) ? "must be a valid URI." : "",
  ];
  return complaints.filter((complaint) => complaint !== "");
}

function parsed(uri: string): URL | null {
  try {
    return new URL(uri);
  } catch {
    return null;
  }
}
