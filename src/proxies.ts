import { isLoopback } from "./loopback.ts";

/** Proxies to use, as URLs; empty for none. `no`: hosts to reach directly, as in NO_PROXY. */
export interface Proxies {
  http: string;
  https: string;
  no: string;
}

/** The proxy settings among variables of an environment, as every tool spells them, lower case first as curl does. */
export function proxiesIn(variables: Readonly<Record<string, string | undefined>>): Proxies {
  const of = (name: string) => variables[name.toLowerCase()] || variables[name] || "";
  return { http: of("HTTP_PROXY"), https: of("HTTPS_PROXY"), no: of("NO_PROXY") };
}

/** The proxy for an address, or an empty string: `HTTPS_PROXY` and `NO_PROXY` as curl reads them. */
export function proxyFor(url: URL, proxies: Proxies): string {
  const proxy = url.protocol === "https:" ? proxies.https : proxies.http;
  if (proxy === "" || isLoopback(url.hostname) || isExempt(url, proxies.no)) return "";
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}

/** Whether a proxy can be used at all: it needs a host, and speaks HTTP. */
export function isProxyAddress(proxy: string): boolean {
  return URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol);
}

function isExempt(url: URL, no: string): boolean {
  const entries = no.toLowerCase().split(/[\s,]+/);
  return entries.some((entry) => entry === "*" || (entry !== "" && covers(entry, url)));
}

/** `example.org`, `.example.org` and `*.example.org` cover the domain and all below it; a port narrows it. */
function covers(entry: string, url: URL): boolean {
  // An IPv6 address is full of colons, so that its port needs brackets.
  const [, host = entry, port = ""] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  if (port !== "" && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
  const domain = host.replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
