const require_action = require("./action.js");
const require_instance = require("./instance.js");
// src/mastodon/find-host.ts
async function findApiOrigin(probe, origin) {
	const { host } = new URL(origin);
	const tried = /* @__PURE__ */ new Set([origin]);
	for (const [path, pointersOf] of CLUES) {
		const answer = await probe(new URL(path.replaceAll("{host}", host), origin));
		if (answer === null) return null;
		for (const pointer of [answer.headers.location, ...answer.status === 200 ? pointersOf(answer) : []]) {
			const candidate = safeOrigin(pointer, origin);
			if (candidate === null || tried.has(candidate)) continue;
			tried.add(candidate);
			if (await require_instance.isInstance(probe, candidate)) return candidate;
		}
	}
	return null;
}
const CLUES = [
	["/.well-known/nodeinfo", ({ text }) => linksIn(text).map(({ href }) => href)],
	["/.well-known/host-meta", ({ text }) => [/template=["']([^"']+)["']/.exec(text)?.[1]]],
	["/.well-known/oauth-authorization-server", ({ text }) => [require_action.asObject(require_action.parseJson(text)).issuer]],
	["/.well-known/webfinger?resource=acct:{host}@{host}", selfLinks]
];
function selfLinks({ text }) {
	return linksIn(text).filter(({ rel }) => rel === "self").map(({ href }) => href);
}
function parseAddress(typed) {
	const text = typed.trim().replace(/^<(.*)>$/, "$1").replace(/^(["'`])(.*)\1$/, "$2").trim();
	if (text === "") throw new Error("No instance is named. Give its address, such as mastodon.social, or your handle.");
	if (/^@[^@\s/.]+$/.test(text)) throw new Error(`${text} names no server. Give the whole handle, such as ${text}@mastodon.social`);
	const named = /^(?:acct:)?@?([^@\s/:?#]+)@([^@\s/?#]+)$/.exec(text);
	if (named) return {
		origin: originOf(named[2]),
		handle: `${named[1]}@${named[2]}`
	};
	const seenFromElsewhere = /\/@([^@\s/?#]+)@([^@\s/?#]+)/.exec(text);
	if (seenFromElsewhere) {
		const [, name, domain] = seenFromElsewhere;
		return {
			origin: originOf(domain),
			handle: `${name}@${domain}`
		};
	}
	return {
		origin: originOf(text),
		handle: ""
	};
}
function originOf(text) {
	const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
	const url = /\s/.test(text) || !URL.canParse(address) ? null : new URL(address);
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") throw new Error("That is no address of an instance. It should look like mastodon.social, https://mastodon.social or @me@mastodon.social");
	if (url.username || url.password) throw new Error("The address carries a user name or password, which does not belong there. Leave it out.");
	if (require_action.isLoopback(url.hostname)) return /^https:/i.test(text) ? url.origin : `http://${url.host}`;
	return `https://${url.host.replace(/\.(?=$|:)/, "")}`;
}
const MOST_HOPS = 3;
async function findInstance(probe, { origin, handle }) {
	let here = origin;
	for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
		if (await require_instance.isInstance(probe, here)) return here;
		const next = safeOrigin((await probe(new URL("/api/v2/instance", here)))?.headers.location, here);
		if (next === null || next === here) break;
		here = next;
	}
	return await findApiOrigin(probe, origin) ?? (handle === "" ? null : homeOf(probe, origin, handle));
}
async function homeOf(probe, origin, handle) {
	const path = `/.well-known/webfinger?resource=${encodeURIComponent(`acct:${handle}`)}`;
	const answer = await probe(new URL(path, origin));
	const pointers = [answer?.headers.location, ...answer?.status === 200 ? selfLinks(answer) : []];
	for (const pointer of pointers) {
		const candidate = safeOrigin(pointer, origin);
		if (candidate !== null && candidate !== origin && await require_instance.isInstance(probe, candidate)) return candidate;
	}
	return null;
}
async function softwareAt(probe, origin) {
	const index = await probe(new URL("/.well-known/nodeinfo", origin));
	const href = index?.status === 200 ? linksIn(index.text)[0]?.href : void 0;
	if (safeOrigin(href, origin) !== origin) return null;
	const document = await probe(new URL(String(href), origin));
	const { name, version } = require_action.asObject(require_action.asObject(require_action.parseJson(document?.text ?? "")).software);
	if (typeof name !== "string" || !/^[\w.-]{1,40}$/.test(name)) return null;
	return {
		name,
		version: typeof version === "string" ? version.slice(0, 60) : ""
	};
}
async function softwareOf(probe, origin) {
	return (await softwareAt(probe, origin))?.name ?? null;
}
function safeOrigin(pointer, base) {
	if (typeof pointer !== "string" || pointer === "" || !URL.canParse(pointer, base)) return null;
	const url = new URL(pointer, base);
	const from = new URL(base);
	const staysHere = url.protocol === "http:" && from.protocol === "http:" && require_action.isLoopback(url.hostname);
	return url.protocol === "https:" || staysHere ? url.origin : null;
}
function linksIn(text) {
	const { links } = require_action.asObject(require_action.parseJson(text));
	return Array.isArray(links) ? links.map(require_action.asObject) : [];
}
Object.defineProperty(exports, "findApiOrigin", {
	enumerable: true,
	get: function() {
		return findApiOrigin;
	}
});
Object.defineProperty(exports, "findInstance", {
	enumerable: true,
	get: function() {
		return findInstance;
	}
});
Object.defineProperty(exports, "parseAddress", {
	enumerable: true,
	get: function() {
		return parseAddress;
	}
});
Object.defineProperty(exports, "safeOrigin", {
	enumerable: true,
	get: function() {
		return safeOrigin;
	}
});
Object.defineProperty(exports, "softwareAt", {
	enumerable: true,
	get: function() {
		return softwareAt;
	}
});
Object.defineProperty(exports, "softwareOf", {
	enumerable: true,
	get: function() {
		return softwareOf;
	}
});
