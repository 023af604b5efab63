const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_mastodon = require("./mastodon.js");
const require_vendor_feed = require("./vendor-feed.js");
const require_action = require("./action.js");
// src/sources/feed-document.ts
function decodeFeed(bytes, contentType) {
	const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
	const mark = charsetOfMark(head);
	const declared = [/charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType), /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i.exec(head)];
	const charsets = mark ? [mark] : [...declared.map((found) => found?.[1] ?? ""), "utf-8"].filter(Boolean);
	for (const charset of charsets) try {
		return new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {}
	throw new Error(`its bytes are not ${charsets.join(", nor ")}. Correct the \`encoding\` of its XML declaration`);
}
function charsetOfMark(head) {
	if (head.startsWith("ï»¿")) return "utf-8";
	if (head.startsWith("ÿþ") || head.startsWith("<\0?\0")) return "utf-16le";
	if (head.startsWith("þÿ") || head.startsWith("\0<\0?")) return "utf-16be";
	return null;
}
const PROLOG = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^<>[]|\[[\s\S]*?\]\s*(?=>))*>)*/i;
function whyNoFeed(text, base) {
	const start = text.replace(PROLOG, "");
	if (start.trim() === "") return "it is empty. Is the site built before this step, and the address right?";
	if (start.startsWith("{")) return null;
	const root = /^<(?:[\w-]+:)?([\w-]+)/.exec(start)?.[1]?.toLowerCase() ?? "";
	if ([
		"rss",
		"rdf",
		"feed"
	].includes(root)) return null;
	if (root === "html" || /<(html|body|head)\b/i.test(start.slice(0, 2e3))) {
		const named = feedNamedBy(text, base);
		return `it is a web page. ${named ? `Its feed is ${named}.` : "Give the address of the feed itself."}`;
	}
	return `${root === "" ? "it is neither XML nor JSON" : `its first element is <${root}>`}. RSS, Atom and JSON feeds are understood.`;
}
function feedNamedBy(page, base) {
	for (const [tag] of page.matchAll(/<link\b[^<>]*>/gi)) {
		if (!/application\/(rss|atom|feed)\+?/i.test(tag)) continue;
		const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag);
		const address = href?.[1] ?? href?.[2] ?? href?.[3] ?? "";
		if (URL.canParse(address, base || void 0)) return new URL(address, base || void 0).href;
	}
	return "";
}
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([\p{L}_][^\s<>/]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/uy;
function brokenAt(xml) {
	const open = [];
	const line = (at) => `line ${lineAt(xml, at)}`;
	let at = xml.indexOf("<", PROLOG.exec(xml)?.[0].length ?? 0);
	while (at !== -1) {
		MARKUP.lastIndex = at;
		const [whole = "", closing, name, , empty] = MARKUP.exec(xml) ?? [];
		if (whole === "") return `${line(at)}: a \`<\` that begins no tag. Was it cut, or should it be \`&lt;\`?`;
		if (name === void 0 && !/(?:-->|\]\]>|\?>)$/.test(whole)) return `${line(at)}: a section that never ends. Was it cut?`;
		if (closing === "/") {
			const opened = open.pop();
			if (opened === void 0) return `${line(at)}: </${name}> closes nothing.`;
			if (opened.name !== name) return `${line(opened.at)}: <${opened.name}> is not closed before the </${name}> of ${line(at)}.`;
		} else if (name !== void 0 && empty === "") open.push({
			name,
			at
		});
		at = xml.indexOf("<", at + whole.length);
	}
	const last = open.at(-1);
	return last ? `${line(xml.trimEnd().length)}: it ends, and <${last.name}> is not closed. Was it cut?` : null;
}
function lineAt(text, at) {
	return text.slice(0, at).split("\n").length;
}
// src/sources/feed-text.ts
const BLOCKS = new Set("address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody tfoot thead tr ul".split(" "));
const PARAGRAPHS = new Set("article blockquote div dl figure h1 h2 h3 h4 h5 h6 ol p pre section table ul".split(" "));
const INLINE = new Set("a abbr acronym audio b bdi bdo big br button caption cite code col colgroup del dfn em embed font i iframe img input ins kbd label link map mark meta noscript object param picture q s samp script small source span strike strong style sub sup svg td template textarea th time title track tt u var video wbr".split(" "));
const UNSEEN = /* @__PURE__ */ new Set([
	"script",
	"style",
	"template",
	"noscript",
	"iframe",
	"svg",
	"title",
	"textarea"
]);
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<[!?][^<>]*>/giy;
function htmlText(html, options = {}) {
	let text = "";
	let isPreformatted = false;
	let isLeftOut = false;
	for (const { before, name, closing } of tagsIn(html)) {
		if (!isLeftOut) text += isPreformatted ? before : before.replaceAll(/[ \t\r\n\f]+/g, " ");
		if (name === "pre") isPreformatted = !closing;
		if (/^h[1-6]$/.test(name)) isLeftOut = options.headings === false && !closing;
		if (name === "br") text += "\n";
		else if (PARAGRAPHS.has(name)) text += "\n\n";
		else if (BLOCKS.has(name)) text += name === "li" && !closing ? `${LINE}• ` : LINE;
		else if ((name === "td" || name === "th") && !closing) text += " ";
	}
	return tidy(require_vendor_feed.decodeHTML(text.replaceAll(/ ?(?:\v ?)+/g, "\n")));
}
const LINE = "\v";
function firstParagraph(html) {
	return htmlText(html, { headings: false }).split("\n\n", 1)[0];
}
function* tagsIn(html) {
	let from = 0;
	let at = html.indexOf("<");
	while (at !== -1) {
		TAG.lastIndex = at;
		const [tag = "", closing = "", element = ""] = TAG.exec(html) ?? [];
		const name = element.toLowerCase();
		const isMarkup = tag !== "" && (name === "" || BLOCKS.has(name) || INLINE.has(name));
		if (isMarkup) {
			yield {
				before: html.slice(from, at),
				name,
				closing: closing !== ""
			};
			from = at + tag.length;
			if (closing === "" && UNSEEN.has(name) && !tag.endsWith("/>")) from = endOf(html, name, from);
		}
		at = html.indexOf("<", isMarkup ? from : at + 1);
	}
	yield {
		before: html.slice(from),
		name: "",
		closing: false
	};
}
function endOf(html, name, from) {
	const end = new RegExp(`</${name}\\b`, "gi");
	end.lastIndex = from;
	return end.exec(html)?.index ?? html.length;
}
function perhapsHtml(text) {
	const open = /* @__PURE__ */ new Set();
	for (const { name, closing } of tagsIn(text)) {
		if (closing && open.has(name) || [
			"br",
			"img",
			"wbr"
		].includes(name)) return htmlText(text);
		if (!closing) open.add(name);
	}
	return tidy(require_vendor_feed.decodeHTML(text));
}
function tidy(text) {
	return text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n").replaceAll(/(?![\n\t])\p{Cc}|\p{Cs}/gu, "").split("\n").map((line) => line.replaceAll(/[ \t\u00A0]+/g, " ").trim()).join("\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}
function oneLineOf(text) {
	return text.replaceAll(/\s+/g, " ").trim();
}
// src/sources/feed.ts
function readFeed(text, base) {
	const source = text.replace(/^\uFEFF/, "");
	const reason = whyNoFeed(source, base);
	if (reason !== null) throw new Error(reason);
	const parsed = parse(source);
	switch (parsed.format) {
		case "rss": return readRss(parsed.feed, base);
		case "rdf": return readRdf(parsed.feed, base);
		case "atom": return readAtom(parsed.feed, base);
		case "json": return readJson(parsed.feed, base);
	}
}
function parse(text) {
	if (/^\s*\{/.test(text)) checkJson(text);
	try {
		const parsed = require_vendor_feed.parse(text);
		if (parsed.format === "json" || /<\/(?:[\w-]+:)?(?:rss|rdf|feed)\s*>(?:\s|<!--[\s\S]*?-->)*$/i.test(text.slice(-1e3))) return parsed;
	} catch (cause) {
		const { name, cause: inner } = cause;
		if (name === "DetectError" || name === "ParseError" && brokenAt(text) === null) throw new Error("it has none of the elements of a feed. RSS, Atom and JSON feeds are understood.");
		const said = brokenAt(text) ?? `${(inner?.message ?? "it cannot be parsed").split("\n")[0]}.`;
		throw new Error(`it is not well-formed XML: ${said}`);
	}
	throw new Error(`it is not well-formed XML: ${brokenAt(text) ?? "its first element is not closed."}`);
}
function checkJson(text) {
	try {
		JSON.parse(text);
	} catch (cause) {
		const [said = ""] = cause.message.split(/ in JSON| \(line/);
		const at = Number(/position (\d+)/.exec(cause.message)?.[1] ?? text.length);
		throw new Error(`it is not valid JSON: line ${lineAt(text, at)}: ${said}.`);
	}
}
function readRss(rss, base) {
	const home = linkOf([rss.link, rss.atom?.links?.find(isAlternate)?.href], [rss.xml?.base, base]);
	const language = rss.language ?? rss.dc?.languages?.[0] ?? rss.xml?.lang ?? null;
	return {
		feed: {
			title: textOf(rss.title, perhapsHtml),
			link: home,
			description: textOf(rss.description, perhapsHtml),
			language
		},
		entries: (rss.items ?? []).map((item) => readRssItem(item, home, [
			rss.xml?.base,
			home,
			base
		], language))
	};
}
function readRssItem(item, home, bases, language) {
	const { guid, atom, dc, dcterms, itunes, media } = item;
	const permalink = guid?.isPermaLink === false || !/^https?:/i.test(guid?.value ?? "") ? void 0 : guid?.value;
	const link = linkOf([
		item.link,
		atom?.links?.find(isAlternate)?.href,
		permalink,
		item.enclosures?.[0]?.url
	], [item.xml?.base, ...bases]);
	const description = item.description ?? dcterms?.abstracts?.[0] ?? itunes?.summary ?? media?.description?.value;
	const content = item.content?.encoded ?? atom?.content?.value;
	return entryOf({
		title: textOf(item.title ?? dc?.titles?.[0] ?? itunes?.title, perhapsHtml),
		summary: textOf(description && withoutFooter(description, link, home), htmlText) ?? textOf(content, firstParagraph),
		content: textOf(content, htmlText),
		link,
		tags: [...(item.categories ?? []).map(({ name }) => name), ...dc?.subjects ?? []],
		published: [
			item.pubDate,
			dc?.dates?.[0],
			dcterms?.issued?.[0],
			dcterms?.created?.[0],
			atom?.published
		],
		updated: [atom?.updated, dcterms?.modified?.[0]],
		language: item.xml?.lang ?? dc?.languages?.[0] ?? language,
		id: guid?.value ?? atom?.id ?? null,
		author: item.authors?.[0]?.name ?? dc?.creators?.[0] ?? itunes?.author ?? item.authors?.[0]?.email ?? null
	});
}
function withoutFooter(html, link, home) {
	const at = html.lastIndexOf("<p>");
	const last = html.slice(at);
	return at >= 0 && link !== null && home !== null && last.includes(`"${link}"`) && last.includes(`"${home}`) ? html.slice(0, at) : html;
}
function readRdf(rdf, base) {
	const home = linkOf([rdf.link], [rdf.xml?.base, base]);
	const language = rdf.dc?.languages?.[0] ?? rdf.xml?.lang ?? null;
	const feed = {
		title: textOf(rdf.title, perhapsHtml),
		link: home,
		description: textOf(rdf.description, perhapsHtml),
		language
	};
	const read = (item) => entryOf({
		title: textOf(item.title ?? item.dc?.titles?.[0], perhapsHtml),
		summary: textOf(item.description ?? item.dc?.descriptions?.[0], htmlText) ?? textOf(item.content?.encoded, firstParagraph),
		content: textOf(item.content?.encoded, htmlText),
		link: linkOf([item.link, item.rdf?.about], [
			item.xml?.base,
			rdf.xml?.base,
			home,
			base
		]),
		tags: item.dc?.subjects ?? [],
		published: [
			item.dc?.dates?.[0],
			item.dcterms?.issued?.[0],
			item.dcterms?.created?.[0]
		],
		updated: [item.dcterms?.modified?.[0]],
		language: item.dc?.languages?.[0] ?? language,
		id: item.rdf?.about ?? null,
		author: item.dc?.creators?.[0] ?? null
	});
	return {
		feed,
		entries: (rdf.items ?? []).map(read)
	};
}
function readAtom(atom, base) {
	const home = linkOf([atom.links?.find(isAlternate)?.href], [atom.xml?.base, base]);
	const language = atom.xml?.lang ?? null;
	const feed = {
		title: atomText(atom.title),
		link: home,
		description: atomText(atom.subtitle),
		language
	};
	const read = (entry) => {
		const links = [entry.links?.find(isAlternate)?.href, entry.links?.find(({ rel }) => rel === "enclosure")?.href];
		const media = entry.media?.groups?.[0] ?? entry.media;
		return entryOf({
			title: atomText(entry.title) ?? textOf(media?.title?.value, tidy),
			summary: atomText(entry.summary) ?? textOf(media?.description?.value, tidy) ?? atomText(entry.content, firstParagraph),
			content: atomText(entry.content),
			link: linkOf([...links, entry.content?.src], [
				entry.xml?.base,
				atom.xml?.base,
				base,
				home
			]),
			tags: (entry.categories ?? []).map(({ term, label }) => label ?? term),
			published: [entry.published, entry.dc?.dates?.[0]],
			updated: [entry.updated],
			language: entry.xml?.lang ?? language,
			id: entry.id ?? null,
			author: entry.authors?.[0]?.name ?? atom.authors?.[0]?.name ?? null
		});
	};
	return {
		feed,
		entries: (atom.entries ?? []).map(read)
	};
}
function atomText(text, readHtml = (html) => htmlText(html)) {
	return textOf(text?.value, /html/i.test(text?.type ?? "") ? readHtml : tidy);
}
function readJson(json, base) {
	const bases = [
		base,
		json.feed_url,
		json.home_page_url
	];
	const language = json.language ?? null;
	const feed = {
		title: textOf(json.title, tidy),
		link: linkOf([json.home_page_url], bases),
		description: textOf(json.description, tidy),
		language
	};
	const read = (item) => entryOf({
		title: textOf(item.title, tidy),
		summary: textOf(item.summary, tidy) ?? textOf(item.content_html, firstParagraph),
		content: textOf(item.content_text, tidy) ?? textOf(item.content_html, htmlText),
		link: linkOf([
			item.url,
			item.external_url,
			item.attachments?.[0]?.url
		], bases),
		tags: item.tags ?? [],
		published: [item.date_published],
		updated: [item.date_modified],
		language: item.language ?? language,
		id: item.id ?? null,
		author: item.authors?.[0]?.name ?? json.authors?.[0]?.name ?? null
	});
	return {
		feed,
		entries: (json.items ?? []).map(read)
	};
}
function entryOf({ title, summary, content, link, tags, published, updated, language, id, author }) {
	const names = tags.map((tag) => oneLineOf(perhapsHtml(tag ?? ""))).filter((tag) => tag !== "");
	const [made, changed] = [dateIn(published), dateIn(updated)];
	return {
		title: title && oneLineOf(title),
		summary: summary ?? content?.split("\n\n")[0] ?? null,
		link,
		tags: [...new Set(names)],
		date: made ?? changed,
		language,
		id,
		content: content ?? summary,
		published: made,
		updated: changed,
		author: author && oneLineOf(perhapsHtml(author))
	};
}
function dateIn(written) {
	for (const text of written) {
		const date = text === void 0 ? null : require_action.isoDate(text);
		if (date !== null) return date;
	}
	return null;
}
function textOf(value, read) {
	return value && read(value) || null;
}
function isAlternate({ rel = "alternate" }) {
	return rel.toLowerCase() === "alternate";
}
function linkOf(links, bases) {
	const base = bases.reduceRight((outer, inner) => inner && URL.canParse(inner, outer) ? new URL(inner, outer).href : outer, void 0);
	for (const written of links) {
		const link = written?.trim() ?? "";
		if (link === "" || !URL.canParse(link, base)) continue;
		const url = new URL(link, base);
		if (/^https?:$/.test(url.protocol)) return /^https?:\/\/[^\s\p{C}<>"]+$/iu.test(link) ? link : url.href;
	}
	return null;
}
// src/sources/load-feed.ts
var load_feed_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	candidatesOf: () => candidatesOf,
	loadFeed: () => loadFeed,
	timeOf: () => timeOf
});
const ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";
async function loadFeed(source, http) {
	const { name } = source;
	let text;
	let base = "";
	try {
		if (source.bytes) text = decodeFeed(source.bytes, "");
		else {
			const answer = await require_action.getFromWeb(http, name, ACCEPT);
			if (answer.status !== 200) throw new Error(`the server answered ${answer.status}. Open the address in a browser, and correct it`);
			if (!answer.isWhole) throw new Error(`it is larger than ${require_mastodon.MAX_ANSWER / 1024 / 1024} MiB`);
			base = answer.url.href;
			text = decodeFeed(answer.bytes, answer.headers["content-type"] ?? "");
		}
		return readFeed(text, base);
	} catch (cause) {
		const clause = cause.message.replace(/[.]$/, "");
		throw new Error(`\`feed\`: ${name} cannot be used: ${clause}${clause.endsWith("?") ? "" : "."}`);
	}
}
function candidatesOf({ entries }, now, maxAge) {
	const remarks = [];
	const usable = entries.filter(({ date, link, id }) => date !== null && (link !== null || id !== null));
	const left = entries.length - usable.length;
	if (left > 0) {
		const what = left === 1 ? "An entry of the feed has" : `${left} entries of the feed have`;
		remarks.push(`${what} no date, or neither link nor id, and cannot be known again. Such entries are left out.`);
	}
	const known = /* @__PURE__ */ new Set();
	return {
		entries: usable.filter((entry) => {
			const age = now - timeOf(entry);
			const name = JSON.stringify([entry.link, entry.id ?? entry.title]);
			if (age < 0 || age > 2 * maxAge || known.has(name)) return false;
			known.add(name);
			return true;
		}).toReversed().sort((one, other) => timeOf(one) - timeOf(other)),
		remarks
	};
}
function timeOf({ date }) {
	return Date.parse(date);
}
Object.defineProperty(exports, "load_feed_exports", {
	enumerable: true,
	get: function() {
		return load_feed_exports;
	}
});
