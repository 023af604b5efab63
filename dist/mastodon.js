const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_vendor_undici = require("./vendor-undici.js");
const require_action = require("./action.js");
let node_timers_promises = require("node:timers/promises");
// src/mastodon/loopback.ts
var import_undici = require_vendor_undici.require_undici();
function isLoopback(hostname) {
	return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith(".localhost");
}
// src/mastodon/proxy.ts
function proxiesIn(variables) {
	const of = (name) => variables[name.toLowerCase()] || variables[name] || "";
	return {
		http: of("HTTP_PROXY"),
		https: of("HTTPS_PROXY"),
		no: of("NO_PROXY")
	};
}
function proxyFor(url, proxies) {
	const proxy = url.protocol === "https:" ? proxies.https : proxies.http;
	if (proxy === "" || isLoopback(url.hostname) || isExempt(url, proxies.no)) return "";
	return proxy.includes("://") ? proxy : `http://${proxy}`;
}
function isProxyAddress(proxy) {
	return URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol);
}
function isExempt(url, no) {
	return no.toLowerCase().split(/[\s,]+/).some((entry) => entry === "*" || entry !== "" && covers(entry, url));
}
function covers(entry, url) {
	const [, host = entry, port = ""] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
	if (port !== "" && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
	const domain = host.replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
	const hostname = url.hostname.replace(/^\[|\]$/g, "");
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
// src/mastodon/http.ts
const MAX_ANSWER = 8388608;
const CONNECT_TIMEOUT = 1e4;
function openHttp(options) {
	const { proxies, timeout } = options;
	const signal = AbortSignal.timeout(timeout);
	const common = {
		connect: { timeout: CONNECT_TIMEOUT },
		headersTimeout: 0,
		bodyTimeout: 0
	};
	const dispatchers = /* @__PURE__ */ new Map();
	function dispatcherFor(url) {
		const proxy = proxyFor(url, proxies);
		const way = proxy || url.origin;
		const known = dispatchers.get(way);
		if (known) return known;
		const fresh = proxy === "" ? new import_undici.Pool(url.origin, common) : proxyAgent(proxy);
		dispatchers.set(way, fresh);
		return fresh;
	}
	async function proxyAgent(uri) {
		if (!isProxyAddress(uri)) throw Object.assign(/* @__PURE__ */ new Error("The proxy's address cannot be used"), { code: "ERR_PROXY_ADDRESS" });
		const { ProxyAgent } = await Promise.resolve().then(() => require("./vendor-proxies.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_later(), 1));
		const clientFactory = (origin, options) => new import_undici.Pool(origin, {
			...options,
			headersTimeout: CONNECT_TIMEOUT
		});
		return new ProxyAgent({
			...common,
			uri,
			clientFactory
		});
	}
	async function exchange(request, end) {
		const { method, url, headers, body } = request;
		const stream = typeof body === "object" ? settled(body.chunks()) : null;
		try {
			const answer = await (await dispatcherFor(url)).request({
				origin: url.origin,
				path: `${url.pathname}${url.search}`,
				method,
				headers: typeof body === "object" ? {
					...headers,
					"content-length": `${body.length}`
				} : headers,
				body: stream ?? body ?? null,
				signal: end
			});
			const text = await readText(answer.body);
			await (0, node_timers_promises.setImmediate)();
			return {
				status: answer.statusCode,
				headers: flatten(answer.headers),
				text
			};
		} finally {
			await stream?.return(void 0);
		}
	}
	function until(end, clock) {
		const timeIsUp = rejectionBy(end);
		return {
			async send(request) {
				if (end.aborted) throw tooLate();
				return Promise.race([exchange(request, end), timeIsUp]);
			},
			clock,
			proxyOf: (url) => proxyFor(url, proxies),
			within(limit) {
				const isTime = typeof limit === "number";
				const sooner = AbortSignal.any([end, isTime ? AbortSignal.timeout(limit) : limit]);
				return until(sooner, require_action.wallClock(sooner, isTime ? Math.min(limit, clock.left()) : clock.left()));
			}
		};
	}
	return until(signal, require_action.wallClock(signal, timeout));
}
function tooLate() {
	const error = Object.assign(/* @__PURE__ */ new Error("The time was over before the request was sent"), { code: "ERR_TIME_IS_UP" });
	error.name = "TimeoutError";
	return error;
}
function rejectionBy(signal) {
	const rejection = new Promise((_, reject) => {
		const end = () => reject(signal.reason);
		if (signal.aborted) end();
		else signal.addEventListener("abort", end, { once: true });
	});
	rejection.catch(() => {});
	return rejection;
}
const MOST_WAITING = 65536;
async function* settled(chunks) {
	for await (const chunk of chunks) yield chunk.length < MOST_WAITING ? Buffer.from(chunk) : chunk;
}
function flatten(headers) {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]));
}
async function readText(body) {
	const chunks = [];
	let size = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= MAX_ANSWER) break;
	}
	return Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString("utf8");
}
function asFetch(http) {
	return async (input, init) => {
		const headers = Object.fromEntries(new Headers(init?.headers));
		const body = typeof init?.body === "string" ? { body: init.body } : {};
		const answer = await http.send({
			method: init?.method ?? "GET",
			url: new URL(String(input)),
			headers,
			...body
		});
		const empty = answer.status === 204 || answer.status === 304;
		return new Response(empty ? null : answer.text, {
			status: answer.status,
			headers: answer.headers
		});
	};
}
Object.defineProperty(exports, "asFetch", {
	enumerable: true,
	get: function() {
		return asFetch;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
	}
});
Object.defineProperty(exports, "isProxyAddress", {
	enumerable: true,
	get: function() {
		return isProxyAddress;
	}
});
Object.defineProperty(exports, "openHttp", {
	enumerable: true,
	get: function() {
		return openHttp;
	}
});
Object.defineProperty(exports, "proxiesIn", {
	enumerable: true,
	get: function() {
		return proxiesIn;
	}
});
