const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_action = require("./action.js");
// src/mastodon/look/content.ts
const ENTITIES$1 = {
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: " ",
	amp: "&"
};
const LINES = /^<\/?(p|br|li|ul|ol|h[1-6]|blockquote|pre|div|hr)\b/i;
const PIECES = /<[^<>]*>|<|[^<]+/g;
function plainContent(html) {
	let text = "";
	for (const [piece] of html.matchAll(PIECES)) if (!isTag(piece)) text += piece;
	else if (/^<\/p>/i.test(piece)) text += "\n\n";
	else if (LINES.test(piece) && !text.endsWith("\n") && text !== "") text += "\n";
	else if (/^<br\b/i.test(piece)) text += "\n";
	return decode(text).split("\n").map((line) => line.trim() === "" ? "" : line).join("\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}
function contentWithAddresses(html) {
	let rest = "";
	let link = null;
	for (const [piece] of html.matchAll(PIECES)) if (/^<a\b/i.test(piece)) link = {
		href: attribute(piece, "href"),
		shown: "",
		isName: /\b(mention|hashtag|u-url)\b/.test(attribute(piece, "class"))
	};
	else if (link && /^<\/a\b/i.test(piece)) {
		const isName = link.isName || /^[@#]/.test(link.shown) || link.href === "" || /^mailto:/i.test(link.href);
		rest += isName ? link.shown : link.href;
		link = null;
	} else if (link) {
		if (!isTag(piece)) link.shown += piece;
	} else rest += piece;
	return plainContent(rest + (link?.shown ?? ""));
}
function linksIn(html) {
	return [...html.matchAll(PIECES)].map(([piece]) => piece).filter((piece) => /^<a\b/i.test(piece)).map((tag) => decode(attribute(tag, "href"))).filter((href) => href !== "");
}
function isTag(piece) {
	return /^<[a-z/!]/i.test(piece) && piece.endsWith(">");
}
function attribute(tag, name) {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(tag);
	return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}
function decode(text) {
	return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
		if (name) return ENTITIES$1[name.toLowerCase()] ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code <= 1114111 ? String.fromCodePoint(code) : "�";
	});
}
// src/mastodon/look/same-text.ts
function isSameText(up, text) {
	return isSameBy(ENTITY.test(decode(text)) ? essence : normalForm, up, text);
}
const ENTITY = /&[a-z]{2,}\d*;/i;
const ENTITIES = new RegExp(ENTITY, "gi");
function saysTheSame(up, text) {
	return isSameBy(essence, up, text);
}
function isSameBy(form, up, text) {
	const shown = form(up);
	const untagged = text.replaceAll(/<[^>]*>/g, "");
	return shown === form(text) || shown !== "" && shown === form(untagged);
}
function essence(text) {
	return normalForm(text).replaceAll(ENTITIES, "").replaceAll(/[^\p{L}\p{N}]/gu, "");
}
function normalForm(text) {
	return decode(text).replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "").normalize("NFC").replace(/^\s*RE:\s+https?:\S+/, "").replace(/\sRE:\s+https?:\S+$/, "").replaceAll(/(@[\w.-]+)@[\w.-]*\w/g, "$1").replaceAll(/\[([^[\]]*)\]\((https?:[^\s()]+)\)/g, "$2").replaceAll(/(?<![\w/.@-])www\.(?=\w)/gi, "http://www.").replaceAll(URLS, (url) => canonical(url)).split(/[\r\n\u2028\u2029]+/).map((line) => line.trim().replace(/^(?:[#>]+|[-+•]|\d{1,3}[.)])\s+/, "").replace(/^(?:-{3,}|_{3,}|\*{3,})$/, "")).join(" ").replaceAll(/[*_~`\\]/g, "").replaceAll(/\s+/g, " ").trim();
}
const URLS = /https?:\/\/[^\s<>"]+/g;
function namesAddress(text, address) {
	return addressesIn(text).some((found) => isSameAddress(found, address));
}
function isSameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function addressesIn(text) {
	return (text.match(URLS) ?? []).flatMap((url) => [url, withoutPunctuation(url)]);
}
function canonical(url) {
	const bare = withoutPunctuation(url);
	const tail = url.slice(bare.length);
	return `${(URL.canParse(bare) ? new URL(bare).href : bare).replace(/\/$/, "")}${tail}`;
}
function withoutPunctuation(url) {
	let end = url.length;
	while (end > 0 && ".,;:!?'\")]".includes(url[end - 1])) end -= 1;
	return url.slice(0, end);
}
// src/mastodon/look/found.ts
var found_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ otherTextOf: () => otherTextOf });
function foundOf(origin, entity, text, duplicate) {
	const otherText = duplicate ? otherTextOf(entity, text) : null;
	return require_action.publishedOf(origin, entity, {
		duplicate,
		otherText,
		status: 0,
		took: 0,
		response: JSON.stringify(entity)
	});
}
function otherTextOf(entity, text) {
	const up = require_action.isScheduled(entity) ? require_action.textOf(require_action.asObject(entity.params).text) : plainContent(require_action.textOf(entity.content));
	return up !== "" && !saysTheSame(up, text) ? up : null;
}
Object.defineProperty(exports, "contentWithAddresses", {
	enumerable: true,
	get: function() {
		return contentWithAddresses;
	}
});
Object.defineProperty(exports, "foundOf", {
	enumerable: true,
	get: function() {
		return foundOf;
	}
});
Object.defineProperty(exports, "found_exports", {
	enumerable: true,
	get: function() {
		return found_exports;
	}
});
Object.defineProperty(exports, "isSameAddress", {
	enumerable: true,
	get: function() {
		return isSameAddress;
	}
});
Object.defineProperty(exports, "isSameText", {
	enumerable: true,
	get: function() {
		return isSameText;
	}
});
Object.defineProperty(exports, "linksIn", {
	enumerable: true,
	get: function() {
		return linksIn;
	}
});
Object.defineProperty(exports, "namesAddress", {
	enumerable: true,
	get: function() {
		return namesAddress;
	}
});
