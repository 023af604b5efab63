import { isProxyAddress } from "../../proxies.ts";
import { causeInShort, codeOf, type Diagnosis, type Failure, hostOf, isTlsError, proxyRefusal } from "../error.ts";

const RETRY = "Run again later.";
const MORE_TIME = "In a workflow, a longer `timeout` allows more time.";

/** What a connection died of, told for a person. Spends no request: there is nobody to ask. */
export function explainConnection(failure: Failure): Diagnosis {
  const { origin, proxy, cause } = failure;
  const host = hostOf(failure);
  const code = codeOf(cause);
  const message = (cause as Error | undefined)?.message ?? "";
  if (code === "ERR_TIME_IS_UP") {
    return {
      what: `The time limit was over before ${failure.method} ${failure.path} could be sent to ${host}.`,
      why: "What came before it took too long.",
      cure: `Run again. ${MORE_TIME}`,
    };
  }
  if ((cause as Error | undefined)?.name === "TimeoutError") {
    return {
      what: `${host} gave no answer to ${failure.method} ${failure.path} within the time limit.`,
      why: `The server is overloaded, or ${isProxyAddress(proxy) ? `the proxy ${new URL(proxy).host}` : "something on the way"} holds the connection.`,
      cure: `${RETRY} ${MORE_TIME}`,
    };
  }
  if (proxy !== "") return explainProxy(failure, host, code, message);
  if (isTlsError(code)) return explainTls(host, code);
  switch (code) {
    case "UND_ERR_HEADERS_OVERFLOW":
      return {
        what: `The headers of the answer of ${host} are longer than 16 kB (${code}).`,
        why: "Something in front of the instance, such as a wall against bots, adds to them.",
        cure: "Tell the instance's admins.",
      };
    case "ENOTFOUND":
      return {
        what: `The name ${host} was not found (ENOTFOUND).`,
        why: "The instance URL is misspelled, or the server is gone.",
        cure: `Open ${origin} in a browser and copy the address from there. Where this machine needs a proxy, set HTTPS_PROXY.`,
      };
    case "EAI_AGAIN":
      return {
        what: `The name ${host} could not be looked up (EAI_AGAIN).`,
        why: "The name service of this machine did not answer.",
        cure: RETRY,
      };
    case "ECONNREFUSED":
      return {
        what: `${host} refused the connection (ECONNREFUSED).`,
        why: "The server is down, or it listens on another port.",
        cure: `Open ${origin} in a browser; if it answers there, check the port in the instance URL.`,
      };
    case "UND_ERR_CONNECT_TIMEOUT":
    case "ETIMEDOUT":
      return {
        what: `${host} did not accept the connection in time (${code}).`,
        why: "The server is down, or a firewall drops what comes from this machine.",
        cure: RETRY,
      };
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ENETDOWN":
      return {
        what: `There is no route from this machine to ${host} (${code}).`,
        why: "It has no network, or only the other kind of it (IPv4, IPv6).",
        cure: "Check its network, or set HTTPS_PROXY where it needs a proxy.",
      };
    default:
      return {
        what: `The connection to ${host} broke before the answer was complete (${code || message || "no reason given"}).`,
        why: code.startsWith("HPE_")
          ? "What answers there does not speak HTTP."
          : "The server was restarted, or something on the way cut the line.",
        cure: RETRY,
      };
  }
}

function explainTls(host: string, code: string): Diagnosis {
  const what = `No secure connection to ${host} (${code}).`;
  if (code === "CERT_HAS_EXPIRED") {
    return {
      what,
      why: "The server's certificate has expired.",
      cure: "Tell the instance's admins; run again when it is renewed.",
    };
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") {
    return {
      what,
      why: "The server's certificate is for another name.",
      cure: "Check the host in the instance URL: it must be the one that the browser shows.",
    };
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
    return {
      what,
      why: "What answers on that port does not speak TLS, or an outdated version of it.",
      cure: "Check the port in the instance URL.",
    };
  }
  return {
    what,
    why: "The server's certificate is not signed by an authority that Node knows.",
    cure: "For an authority of your own, set the environment variable NODE_EXTRA_CA_CERTS to the path of its certificate (PEM).",
  };
}

function explainProxy(failure: Failure, host: string, code: string, message: string): Diagnosis {
  const variable = new URL(failure.origin).protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  if (!isProxyAddress(failure.proxy)) {
    return {
      what: `The proxy for ${host} cannot be used.`,
      why: `${variable} holds no address of an HTTP proxy.`,
      cure: `Set ${variable} to an address such as http://proxy.example:3128, or list ${host} in NO_PROXY.`,
    };
  }
  const { host: proxy, protocol } = new URL(failure.proxy);
  const refusal = proxyRefusal(failure.cause);
  if (refusal !== null) return explainProxyRefusal(failure, refusal, host, variable);
  if (isTlsError(code) && code !== "UND_ERR_PRX_TLS") {
    const { what: direct, why, cure } = explainTls(host, code);
    const what = direct.replace(" (", ` through the proxy ${proxy} (`);
    if (protocol === "https:" && code.startsWith("ERR_SSL_")) {
      return {
        what,
        why: "The proxy itself may speak plain HTTP, as most do.",
        cure: `Write its address with http:// in ${variable}.`,
      };
    }
    return {
      what,
      why: `${why} A proxy that opens TLS has this effect too.`,
      cure,
    };
  }
  const died = causeInShort(failure.cause) || message;
  const what = `The proxy ${proxy} could not be used to reach ${host} (${died}).`;
  const check = `Check the address in ${variable}, or list ${host} in NO_PROXY.`;
  if (code === "ENOTFOUND") return { what, why: "The name of the proxy was not found.", cure: check };
  if (NEVER_THERE.includes(code)) return { what, why: "The proxy itself does not answer.", cure: check };
  if (code.startsWith("HPE_")) return { what, why: "What answers there is no HTTP proxy.", cure: check };
  return { what, why: "The proxy, or the server behind it, cut the line.", cure: RETRY };
}

const NEVER_THERE = ["ECONNREFUSED", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"];

function explainProxyRefusal({ proxy }: Failure, status: number, host: string, variable: string): Diagnosis {
  const { host: name, password } = new URL(proxy);
  const what = `The proxy ${name} refused to open the way to ${host}: it answered ${status}.`;
  if (status === 407) {
    return password === ""
      ? { what, why: "It wants a user name and a password.", cure: `Set ${variable} to http://user:password@${name}` }
      : { what, why: `It does not accept the user name and password in ${variable}.`, cure: "Correct them there." };
  }
  return {
    what,
    why: status === 403 ? "It does not allow this host." : "It cannot reach this host.",
    cure: `Ask whoever runs the proxy, or list ${host} in NO_PROXY where a direct way exists.`,
  };
}
