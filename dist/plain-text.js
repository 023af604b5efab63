const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_vendor_markdown = require("./vendor-markdown.js");
// src/status/plain-text/html.ts
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<[!?][^<>]*>/giy;
const BLOCKS = new Set("address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend main menu nav ol p section summary table tbody tfoot thead title ul".split(" "));
const LINES = /* @__PURE__ */ new Set([
	"tr",
	"dt",
	"dd",
	"option"
]);
const INLINE = new Set("a abbr acronym audio b bdi bdo big br button cite code col colgroup data datalist del dfn em font g-emoji i iframe img input ins kbd label li link mark meta meter noscript object optgroup output picture pre progress q rp rt ruby s samp script select slot small source span strike strong style sub sup svg path td template textarea th time track tt u var video wbr".split(" "));
const UNSEEN = /* @__PURE__ */ new Set([
	"script",
	"style",
	"template",
	"textarea",
	"title",
	"iframe",
	"svg",
	"noscript"
]);
function htmlBlocks(html) {
	const blocks = [];
	let line = [];
	let item = false;
	let cells = 0;
	const end = () => {
		const paragraph = {
			type: "paragraph",
			children: line
		};
		if (line.some((node) => node.type !== "text" || node.value.trim() !== "")) {
			if (!item) blocks.push(paragraph);
			else listOf(blocks).children.push({
				type: "listItem",
				spread: false,
				children: [paragraph]
			});
		}
		line = [];
		cells = 0;
	};
	const tokens = tokenize(html);
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if ("text" in token) line.push({
			type: "text",
			value: token.text
		});
		else if (UNSEEN.has(token.tag) || token.tag === "pre") {
			if (token.closing) continue;
			const close = closing(tokens, at);
			if (token.tag === "pre") {
				end();
				blocks.push(preformatted(tokens.slice(at + 1, close)));
			}
			at = close;
		} else if (token.tag === "li") {
			end();
			item = !token.closing;
		} else if (BLOCKS.has(token.tag)) {
			end();
			if (token.tag !== "p") item = false;
		} else if (LINES.has(token.tag)) {
			if (!token.closing && line.length > 0) line.push({ type: "break" });
			cells = 0;
		} else if (token.tag === "td" || token.tag === "th") {
			if (!token.closing && cells++ > 0) line.push({
				type: "text",
				value: " | "
			});
		} else line.push({
			type: "html",
			value: token.source
		});
	}
	end();
	return blocks;
}
function foldInlineHtml(nodes) {
	if (!nodes.some((node) => node.type === "html")) return [...nodes];
	const root = [];
	const open = [];
	for (const node of nodes) {
		const into = open.at(-1)?.children ?? root;
		if (node.type !== "html") {
			into.push(node);
			continue;
		}
		const token = tokenize(node.value)[0];
		if (token === void 0) continue;
		if ("text" in token) into.push({
			type: "text",
			value: token.text
		});
		else if (token.tag === "br" || token.tag === "li" || BLOCKS.has(token.tag) || LINES.has(token.tag)) into.push({ type: "break" });
		else if (token.tag === "img") into.push({
			type: "image",
			url: attribute(token.source, "src"),
			alt: attribute(token.source, "alt")
		});
		else if (/^(?:a|del|s|strike)$/.test(token.tag)) {
			if (token.closing) {
				if (open.at(-1)?.tag === token.tag) open.pop();
			} else if (open.length < 3) {
				const link = {
					type: "link",
					url: attribute(token.source, "href"),
					children: []
				};
				const node = token.tag === "a" ? link : {
					type: "delete",
					children: []
				};
				into.push(node);
				open.push({
					tag: token.tag,
					children: node.children
				});
			}
		}
	}
	return root;
}
function tokenize(html) {
	const tokens = [];
	let text = "";
	let at = 0;
	const tag = (token) => {
		if (text !== "") tokens.push({ text: decode(text) });
		text = "";
		tokens.push(token);
	};
	while (at < html.length) {
		const next = html.indexOf("<", at);
		if (next === -1) break;
		text += html.slice(at, next);
		at = next;
		if (html.startsWith("<!--", at)) {
			const end = html.indexOf("-->", at + 2);
			at = end === -1 ? html.length : end + 3;
			continue;
		}
		TAG.lastIndex = at;
		const match = TAG.exec(html);
		const name = match?.[2]?.toLowerCase();
		if (match === null || name !== void 0 && !(BLOCKS.has(name) || LINES.has(name) || INLINE.has(name))) {
			text += html[at];
			at += 1;
			continue;
		}
		if (name !== void 0) tag({
			tag: name,
			closing: match[1] === "/",
			source: match[0]
		});
		at += match[0].length;
	}
	text += html.slice(at);
	if (text !== "") tokens.push({ text: decode(text) });
	return tokens;
}
function closing(tokens, at) {
	const { tag } = tokens[at];
	const end = tokens.findIndex((token, index) => index > at && "tag" in token && token.closing && token.tag === tag);
	return end === -1 ? tokens.length : end;
}
function preformatted(tokens) {
	return {
		type: "code",
		value: tokens.map((token) => "text" in token ? token.text : token.tag === "br" ? "\n" : "").join("").replace(/^\n/, "").trimEnd()
	};
}
function listOf(blocks) {
	const last = blocks.at(-1);
	if (last?.type === "list") return last;
	const list = {
		type: "list",
		ordered: false,
		spread: false,
		children: []
	};
	blocks.push(list);
	return list;
}
function attribute(tag, name) {
	const [, double, single, bare] = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
	return decode(double ?? single ?? bare ?? "");
}
function decode(text) {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi, (written, decimal, hex, name) => {
		if (name !== void 0) return require_vendor_markdown.decodeNamedCharacterReference(name) || written;
		const code = decimal === void 0 ? Number.parseInt(hex, 16) : Number(decimal);
		return code > 1114111 ? "�" : String.fromCodePoint(code);
	});
}
// src/status/plain-text/link.ts
const GITHUB_HOSTS = [
	"github.com",
	"www.github.com",
	"redirect.github.com",
	"togithub.com"
];
const REPOSITORY_PATH = /^([\w.-]+\/[\w.-]+)\/(pulls?|issues|discussions|commits?|compare|releases|tree)\/([^/?#]+)(.*)$/s;
function linkContext(markdown, repositoryUrl) {
	const own = repositoryUrl === void 0 ? void 0 : hostAndPath(repositoryUrl);
	const hosts = new Set(own === void 0 ? GITHUB_HOSTS : [...GITHUB_HOSTS, own.host]);
	return {
		repository: own?.path.replace(/\/+$|\.git$/, "").toLowerCase() ?? onlyRepository(markdown),
		hosts,
		written: /* @__PURE__ */ new Set()
	};
}
function linkText(text, url, place, links) {
	if (text === "") return "";
	if (/^mailto:/i.test(url)) return sameAddress(text, url) ? text : behind(text, url.slice(7), place, links);
	const target = hostAndPath(url);
	if (target === void 0) return text;
	const reference = gitHubReference(target, links);
	if (sameAddress(text, url)) {
		if (reference?.whole && reference.kind !== "range") return shortForm(reference, links);
		return /^(?:https?:\/\/|www\.)/i.test(text) ? text : url;
	}
	if (reference !== void 0) {
		if (saysReference(text, reference, place.heading)) return text;
		if (reference.kind !== "range" && reference.whole) return behind(text, shortForm(reference, links), place, links);
	}
	const profile = links.hosts.has(target.host) && /^([\w-]+)\/?$/.exec(target.path)?.[1];
	if (profile && text.replace(/^@/, "").toLowerCase() === profile.toLowerCase()) return text;
	return behind(text, url, place, links);
}
function behind(text, address, place, links) {
	if (text.includes(address) || links.written.has(address)) return text;
	links.written.add(address);
	if (!place.alone) return `${text} (${address})`;
	return text.endsWith(":") ? `${text} ${address}` : `${text}: ${address}`;
}
function saysReference(text, { kind, id }, inHeading) {
	if (kind === "issue") return new RegExp(`(?<!\\d)${id}(?!\\d)`).test(text);
	if (kind === "commit") return text.includes(id.slice(0, 7)) || /^[0-9a-f]{4,}$/.test(text) && id.startsWith(text);
	return inHeading || /^v?\d+\.\d[\w.+-]*$/i.test(text);
}
function shortForm({ kind, repository, id }, links) {
	const elsewhere = repository.toLowerCase() === links.repository ? "" : repository;
	return kind === "issue" ? `${elsewhere}#${id}` : `${elsewhere && `${elsewhere}@`}${id.slice(0, 7)}`;
}
function gitHubReference(target, links) {
	if (!links.hosts.has(target.host)) return void 0;
	const [, repository, what, id, rest] = REPOSITORY_PATH.exec(target.path) ?? [];
	if (repository === void 0 || what === void 0 || id === void 0) return void 0;
	const whole = rest === "" || rest === "/";
	if (/^(?:pulls?|issues|discussions)$/.test(what)) return /^\d{1,10}$/.test(id) ? {
		kind: "issue",
		repository,
		id,
		whole
	} : void 0;
	if (what === "commit") return /^[0-9a-f]{7,64}$/.test(id) ? {
		kind: "commit",
		repository,
		id,
		whole
	} : void 0;
	return {
		kind: "range",
		repository,
		id,
		whole
	};
}
function onlyRepository(markdown) {
	const named = /* @__PURE__ */ new Set();
	for (const [, repository] of markdown.matchAll(/github\.com\/([\w.-]{1,100}\/[\w.-]{1,100})\/(?:pull|issues|discussions|commit|compare)\//gi)) named.add(repository.toLowerCase());
	return named.size === 1 ? [...named][0] : void 0;
}
function hostAndPath(url) {
	const [, host, path] = /^https?:\/\/([^/?#]+)\/?(.*)$/is.exec(url) ?? [];
	return host === void 0 ? void 0 : {
		host: host.toLowerCase(),
		path: path ?? ""
	};
}
function sameAddress(text, url) {
	return bareAddress(text) === bareAddress(url);
}
function bareAddress(address) {
	return address.replace(/^(?:https?:\/\/|mailto:)/i, "").replace(/\/$/, "").toLowerCase();
}
// src/status/plain-text/parse.ts
const PIECE = 1e3;
const LONGEST_PIECE = 8e3;
const MOST_LINES_OF_PIECE = 500;
const DEEPEST = 12;
const MOST_MARKERS = 500;
const MOST_COMMENTS = 20;
const MOST_TICKS = 5;
const MOST_LINES = 8e3;
const CONTAINER = String.raw`[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)`;
const NEXT_CONTAINER = new RegExp(CONTAINER, "y");
const TOO_DEEP = new RegExp(`^((?:${CONTAINER}){${DEEPEST}})(?:${CONTAINER})+`, "gm");
const BULLET = /^[-*+][ \t]/;
const NUMBER$1 = /^\d{1,9}[.)][ \t]/;
const BLOCK_END = /^(?:[ \t]*|#{1,6}[ \t].*|=+[ \t]*|-+[ \t]*)$/;
const FENCE = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)*)(`{3,}(?=[^`]*$)|~{3,})/;
const DELIMITER_ROW = /^[ \t]*[|:-][-:| \t]*$/;
const DEFINITION = /^ {0,3}\[([^\]\n]{1,999})\]:[ \t]*\S/gm;
const BREAKABLE = / (?=[a-z<])/gi;
const LABEL = /\[([^[\]\n]{1,999})\]/g;
function parseMarkdown(markdown) {
	const lines = markdown.replace(TOO_DEEP, "$1").split("\n").flatMap(broken);
	const end = endOfMarkdown(lines);
	const blocks = parseLines(lines.slice(0, end).join("\n"));
	if (end === lines.length) return blocks;
	const rest = lines.slice(end).join("\n");
	return [...blocks, {
		type: "paragraph",
		children: [{
			type: "text",
			value: rest
		}]
	}];
}
function endOfMarkdown(lines) {
	if (lines.length <= MOST_LINES / DEEPEST) return lines.length;
	let count = 0;
	const end = lines.findIndex((line) => {
		let containers = 0;
		for (NEXT_CONTAINER.lastIndex = 0; NEXT_CONTAINER.test(line);) containers += 1;
		count += Math.max(1, containers);
		return count > MOST_LINES;
	});
	return end < 0 ? lines.length : end;
}
function parseLines(text) {
	const pieces = split(text);
	if (pieces.length === 1) return parse(text);
	const defined = new Set([...text.matchAll(DEFINITION)].map(([, label]) => normal(label)));
	const blocks = [];
	for (const piece of pieces) {
		const labels = [...piece.text.matchAll(LABEL)].map(([, label]) => normal(label)).filter((label) => defined.has(label));
		const before = labels.length === 0 ? "" : `${[...new Set(labels)].map((label) => `[${label}]: .\n\n`).join("")}<!-- -->\n\n`;
		append(blocks, parse(before + piece.again + piece.text).filter((node) => node.position.start.offset >= before.length), piece);
	}
	return blocks;
}
let parserOptions;
function parse(markdown) {
	parserOptions ??= {
		extensions: [require_vendor_markdown.gfm({ singleTilde: false }), boundedMarkers()],
		mdastExtensions: require_vendor_markdown.gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension)
	};
	return require_vendor_markdown.fromMarkdown(markdown, parserOptions).children;
}
function boundedMarkers() {
	const seen = /* @__PURE__ */ new WeakMap();
	const countOf = (context) => {
		const count = seen.get(context) ?? {
			markers: 0,
			comments: 0
		};
		seen.set(context, count);
		return count;
	};
	const marker = {
		name: "boundedMarker",
		tokenize(effects, ok, nok) {
			if (++countOf(this).markers <= MOST_MARKERS) return nok;
			const inside = (code) => {
				if (code === null || code < -2) {
					effects.exit("data");
					return ok(code);
				}
				effects.consume(code);
				return inside;
			};
			return (code) => {
				effects.enter("data");
				effects.consume(code);
				return inside;
			};
		}
	};
	return { text: {
		33: marker,
		42: marker,
		91: marker,
		93: marker,
		95: marker,
		126: marker,
		60: {
			name: "boundedComment",
			tokenize(effects, ok, nok) {
				const count = countOf(this);
				const afterLess = (code) => {
					return (code === 33 || code === 63) && ++count.comments > MOST_COMMENTS ? ok(code) : nok(code);
				};
				return (code) => {
					effects.enter("data");
					effects.consume(code);
					effects.exit("data");
					return afterLess;
				};
			}
		},
		96: {
			name: "boundedTicks",
			previous(code) {
				return code !== 96 || this.events.at(-1)?.[1].type === "characterEscape";
			},
			tokenize(effects, ok, nok) {
				let count = 0;
				const more = (code) => {
					if (code === 96) {
						effects.consume(code);
						count += 1;
						return more;
					}
					effects.exit("data");
					return count > MOST_TICKS ? ok(code) : nok(code);
				};
				return (code) => {
					effects.enter("data");
					return more(code);
				};
			}
		}
	} };
}
function broken(line) {
	if (line.length <= LONGEST_PIECE) return [line];
	const lines = [];
	let from = 0;
	for (;;) {
		BREAKABLE.lastIndex = from + LONGEST_PIECE / 2;
		const at = BREAKABLE.exec(line)?.index;
		if (at === void 0) return [...lines, line.slice(from)];
		lines.push(line.slice(from, at));
		from = at + 1;
	}
}
function split(text) {
	if (text.length <= PIECE) return [{
		text,
		again: "",
		apart: false,
		torn: false
	}];
	const lines = text.split("\n");
	const pieces = [];
	let piece = {
		text: "",
		again: "",
		apart: false,
		torn: false,
		length: 0
	};
	let first = 0;
	let blockStart = 0;
	let fence;
	let raw;
	const cut = (at, again, torn) => {
		pieces.push({
			...piece,
			text: lines.slice(first, at).join("\n")
		});
		piece = {
			text: "",
			again,
			apart: (lines[at - 1] ?? "").trim() === "",
			torn,
			length: 0
		};
		first = at;
		if (again === "" && at < lines.length) lines[at] = lines[at].trimStart();
	};
	for (const [at, line] of lines.entries()) {
		const previous = lines[at - 1] ?? "";
		if (fence?.inside && /^[^\s>]/.test(line)) fence = void 0;
		const open = fence !== void 0 || raw !== void 0;
		const isItem = BULLET.test(line) || NUMBER$1.test(line) && NUMBER$1.test(previous);
		const head = piece.length > PIECE && !open ? tableHead(lines, blockStart, at) : "";
		if (piece.length > PIECE && !open && (isItem || BLOCK_END.test(previous) && /^\S/.test(line))) cut(at, "", false);
		else if (head !== "" || piece.length > LONGEST_PIECE || at - first > MOST_LINES_OF_PIECE) cut(at, fence ? `${fence.start}\n` : raw ? `${raw.start}\n` : head, true);
		piece.length += line.length + 1;
		if (previous.trim() === "") blockStart = at;
		if (raw !== void 0) {
			if (line.toLowerCase().includes(raw.end)) raw = void 0;
		} else if (fence !== void 0) {
			if ((/^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1])?.startsWith(fence.marker)) fence = void 0;
		} else {
			const [start, before, marker] = FENCE.exec(line) ?? [];
			if (start !== void 0 && marker !== void 0) fence = {
				start,
				marker,
				inside: /\S|[ \t]{2}/.test(before)
			};
			else raw = rawHtml(line);
		}
	}
	cut(lines.length, "", false);
	return pieces;
}
function rawHtml(line) {
	const [start, name] = /^ {0,3}<(?:(pre|script|style|textarea)(?=[\s>]|$)|!--)/i.exec(line) ?? [];
	if (start === void 0) return void 0;
	const end = name === void 0 ? "-->" : `</${name.toLowerCase()}>`;
	if (line.toLowerCase().includes(end)) return void 0;
	return {
		start: name === void 0 ? "<!--" : `<${name}>`,
		end
	};
}
function tableHead(lines, blockStart, at) {
	const [head = "", delimiter = ""] = lines.slice(blockStart, blockStart + 2);
	return at > blockStart + 1 && head.includes("|") && DELIMITER_ROW.test(delimiter) && lines[at].includes("|") && head.length + delimiter.length < PIECE ? `${head}\n${delimiter}\n` : "";
}
function append(blocks, own, piece) {
	const last = blocks.at(-1);
	const [head, ...rest] = own;
	if (last?.type === "list" && head?.type === "list" && last.ordered === head.ordered) {
		last.spread ||= head.spread || piece.apart;
		last.children.push(...head.children);
	} else if (piece.again !== "" && last?.type === "table" && head?.type === "table") last.children.push(...head.children.slice(1));
	else if (piece.torn && last?.type === "paragraph" && head?.type === "paragraph") last.children.push({
		type: "text",
		value: "\n"
	}, ...head.children);
	else if (piece.again !== "" && last?.type === "code" && head?.type === "code") last.value += `${piece.apart ? "\n" : ""}\n${head.value}`;
	else if (head !== void 0) blocks.push(head);
	blocks.push(...rest);
}
function normal(label) {
	return label.trim().replace(/\s+/g, " ").toLowerCase();
}
function definitions(blocks, found = /* @__PURE__ */ new Map()) {
	for (const node of blocks) if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node.url);
	else if ("children" in node) definitions(node.children, found);
	return found;
}
// src/status/plain-text/shortcodes.ts
const NAMES = `
+1 👍 -1 👎 thumbsup 👍 thumbsdown 👎 100 💯 1234 🔢 accept 🉑 adhesive_bandage 🩹 airplane ✈️ alarm_clock ⏰ alembic ⚗️
alien 👽️ ambulance 🚑️ anchor ⚓️ angry 😠 apple 🍎 arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_up ⬆️
arrow_heading_up ⤴️ art 🎨 astonished 😲 baby 👶 balloon 🎈 bar_chart 📊 battery 🔋 bear 🐻 bee 🐝 beer 🍺 beers 🍻
beetle 🪲 bell 🔔 bento 🍱 bike 🚲 bird 🐦 birthday 🎂 blue_heart 💙 blush 😊 book 📖 bookmark 🔖 bookmark_tabs 📑
books 📚 boom 💥 bricks 🧱 broken_heart 💔 broom 🧹 bug 🐛 building_construction 🏗️ bulb 💡 bust_in_silhouette 👤
busts_in_silhouette 👥 cake 🍰 calendar 📆 camera 📷 camera_flash 📸 candle 🕯️ card_file_box 🗃️ card_index 📇 cat 🐱
chains ⛓️ champagne 🍾 chart_with_downwards_trend 📉 chart_with_upwards_trend 📈 checkered_flag 🏁 cherries 🍒
children_crossing 🚸 christmas_tree 🎄 clap 👏 clapper 🎬 clipboard 📋 clock1 🕐 closed_lock_with_key 🔐 cloud ☁️
clown_face 🤡 cocktail 🍸 coffee ☕️ coffin ⚰️ computer 💻 confetti_ball 🎊 confused 😕 construction 🚧
construction_worker 👷 cookie 🍪 cop 👮 copyright ©️ crab 🦀 credit_card 💳 crossed_fingers 🤞 crossed_flags 🎌
crown 👑 cry 😢 crying_cat_face 😿 crystal_ball 🔮 dancer 💃 dart 🎯 dash 💨 date 📅 desktop_computer 🖥️ detective 🕵️
diamonds ♦️ dizzy 💫 dog 🐶 dolphin 🐬 door 🚪 dragon 🐉 dragon_face 🐲 droplet 💧 duck 🦆 ear 👂 earth_africa 🌍️
earth_americas 🌎️ earth_asia 🌏️ egg 🥚 eight_spoked_asterisk ✳️ electric_plug 🔌 elephant 🐘 email 📧 envelope ✉️
evergreen_tree 🌲 exclamation ❗️ heavy_exclamation_mark ❗️ exploding_head 🤯 eye 👁️ eyeglasses 👓 eyes 👀 factory 🏭
fallen_leaf 🍂 fast_forward ⏩️ file_cabinet 🗄️ file_folder 📁 film_strip 🎞️ fire 🔥 fire_engine 🚒 fireworks 🎆
fish 🐟 flashlight 🔦 floppy_disk 💾 flower_playing_cards 🎴 four_leaf_clover 🍀 fox_face 🦊 gear ⚙️ gem 💎 ghost 👻
gift 🎁 gift_heart 💝 globe_with_meridians 🌐 goal_net 🥅 grapes 🍇 green_apple 🍏 green_book 📗 green_circle 🟢
green_heart 💚 grey_exclamation ❕ grey_question ❔ grin 😁 grinning 😀 guitar 🎸 hammer 🔨 hammer_and_pick ⚒️
hammer_and_wrench 🛠️ handshake 🤝 hankey 💩 hatched_chick 🐥 hatching_chick 🐣 heart ❤️ heart_eyes 😍 heartbeat 💓
hearts ♥️ heavy_check_mark ✔️ heavy_minus_sign ➖ heavy_multiplication_x ✖️ heavy_plus_sign ➕ hedgehog 🦔
heavy_dollar_sign 💲 herb 🌿 honeybee 🐝 hook 🪝 hotsprings ♨️ hourglass ⌛️ hourglass_flowing_sand ⏳️ house 🏠
hugs 🤗 inbox_tray 📥 incoming_envelope 📨 information_source ℹ️ innocent 😇 iphone 📱 jack_o_lantern 🎃 joy 😂 key 🔑
keyboard ⌨️ kiss 💋 kite 🪁 label 🏷️ ladder 🪜 lady_beetle 🐞 laughing 😆 leaves 🍃 ledger 📒 left_right_arrow ↔️
lemon 🍋 leopard 🐆 link 🔗 lipstick 💄 lock 🔒 lock_with_ink_pen 🔏 loud_sound 🔊 loudspeaker 📢 love_letter 💌 mag 🔍️
mag_right 🔎 magic_wand 🪄 magnet 🧲 mailbox 📫️ mage 🧙 mega 📣 memo 📝 microscope 🔬 mirror 🪞 money_with_wings 💸
moneybag 💰 monocle_face 🧐 monkey 🐒 moon 🌔 mountain ⛰️ muscle 💪 musical_note 🎵 mute 🔇 necktie 👔 new 🆕
newspaper 📰 newspaper_roll 🗞️ no_bell 🔕 no_entry ⛔️ no_entry_sign 🚫 notebook 📓 notes 🎶 nut_and_bolt 🔩 octopus 🐙
ok 🆗 ok_hand 👌 open_book 📖 open_file_folder 📂 open_hands 👐 open_mouth 😮 orange_book 📙 orange_circle 🟠
orange_heart 🧡 outbox_tray 📤 owl 🦉 package 📦 page_facing_up 📄 page_with_curl 📃 paintbrush 🖌️ palm_tree 🌴
panda_face 🐼 paperclip 📎 partying_face 🥳 passport_control 🛂 pencil 📝 pencil2 ✏️ penguin 🐧 pensive 😔 phone ☎️
pick ⛏️ pill 💊 pinching_hand 🤏 pineapple 🍍 pizza 🍕 point_down 👇️ point_left 👈️ point_right 👉️ point_up ☝️
point_up_2 👆️ poop 💩 postal_horn 📯 pouting_cat 😾 pray 🙏 printer 🖨️ purple_circle 🟣 purple_heart 💜 pushpin 📌
put_litter_in_its_place 🚮 question ❓️ rabbit 🐰 racehorse 🐎 rage 😡 rainbow 🌈 raised_hands 🙌 recycle ♻️ red_circle 🔴
registered ®️ relaxed ☺️ relieved 😌 repeat 🔁 rewind ⏪️ ribbon 🎀 robot 🤖 rocket 🚀 rose 🌹 rotating_light 🚨
round_pushpin 📍 safety_vest 🦺 sauropod 🦕 scissors ✂️ scream 😱 scroll 📜 see_no_evil 🙈 seedling 🌱 sheep 🐑
shield 🛡️ ship 🚢 shopping_cart 🛒 shrug 🤷 skull 💀 sleeping 😴 small_blue_diamond 🔹 small_orange_diamond 🔸
small_red_triangle 🔺 smile 😄 smiley 😃 smirk 😏 snail 🐌 snake 🐍 snowflake ❄️ sob 😭 soccer ⚽️ sound 🔉
space_invader 👾 sparkle ❇️ sparkler 🎇 sparkles ✨ sparkling_heart 💖 speaker 🔈️ speech_balloon 💬 spider 🕷️
spider_web 🕸️ squirrel 🐿️ star ⭐️ star2 🌟 star_struck 🤩 stars 🌠 stethoscope 🩺 stop_sign 🛑 stopwatch ⏱️
straight_ruler 📏 sun_with_face 🌞 sunflower 🌻 sunglasses 😎 sunny ☀️ sunrise 🌅 sweat_smile 😅 symbols 🔣 t-rex 🦖
tada 🎉 tanabata_tree 🎋 technologist 🧑‍💻 telescope 🔭 tent ⛺️ test_tube 🧪 thinking 🤔 thought_balloon 💭 thread 🧵
tiger 🐯 timer_clock ⏲️ tm ™️ tongue 👅 toolbox 🧰 top 🔝 tornado 🌪️ traffic_light 🚥 triangular_flag_on_post 🚩
triangular_ruler 📐 trophy 🏆 truck 🚚 tulip 🌷 turtle 🐢 tv 📺 twisted_rightwards_arrows 🔀 two_hearts 💕 umbrella ☔️
unicorn 🦄 unlock 🔓 up 🆙 v ✌️ vertical_traffic_light 🚦 vhs 📼 video_camera 📹️ video_game 🎮 warning ⚠️
wastebasket 🗑️ watch ⌚️ wave 👋 waving_hand 👋 whale 🐳 whale2 🐋 wheelchair ♿️ white_check_mark ✅ white_circle ⚪️
white_heart 🤍 wind_face 🌬️ wine_glass 🍷 wink 😉 wolf 🐺 wood 🪵 world_map 🗺️ wrench 🔧 writing_hand ✍️ x ❌ yellow_circle 🟡
yellow_heart 💛 yum 😋 zap ⚡️ zipper_mouth_face 🤐
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ keycap_ten 🔟`;
let emoji;
function replaceShortcodes(text) {
	if (!text.includes(":")) return text;
	emoji ??= readNames();
	const known = emoji;
	return text.replace(/(?<![A-Za-z0-9_:])(?::[a-z0-9_+-]+:)+(?![A-Za-z0-9_:])/g, (run) => run.replace(/:([^:]+):/g, (written, name) => known.get(name) ?? written));
}
function readNames() {
	const words = NAMES.trim().split(/\s+/);
	return new Map(words.flatMap((word, index) => index % 2 === 0 ? [[word, words[index + 1]]] : []));
}
// src/status/plain-text/plain-text.ts
var plain_text_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ plainText: () => plainText });
const BULLETS = [
	"•",
	"◦",
	"▪"
];
const BADGE = /shields\.io|badge|travis-ci|contrib\.rocks/i;
const NO_ALT = /^(?:image|img|\S+\.(?:png|jpe?g|gif|svg|webp|mp4|mov))$/i;
const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]`;
const WIDE_LINE_END = new RegExp(`(?<=${WIDE})\\n(?=${WIDE})`, "gu");
const COMMIT = /(?<![\w/.:=-])([0-9a-f]{7})[0-9a-f]{33}(?!\w)/g;
const MARKER = /^([ \t]*)(?=(?:#{1,6}|[-+*]|\d{1,9}[.)])(?:[ \t]|$)|>|`{3}|~{3}|[-*_=|:][-*_=|: \t]*$|\[[^\]\n]*\]:)/gm;
const NUMBER = /\bhttps?:\/\/\S+|#(?=\d+(?!\w))/g;
function plainText(markdown, options = {}) {
	const source = clean(markdown);
	const tree = parseMarkdown(source);
	const context = {
		links: linkContext(source, options.repositoryUrl),
		targets: definitions(tree)
	};
	const notes = tree.filter((node) => node.type === "footnoteDefinition");
	return finish([...tree.filter((node) => node.type !== "footnoteDefinition").map((node) => block(node, context, 0)), notes.map((note) => block(note, context, 0)).filter(Boolean).join("\n")].filter(Boolean).join("\n\n"));
}
function clean(text) {
	return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n").replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, "");
}
function finish(text) {
	return clean(text).split("\n").map((line) => line.trimEnd()).join("\n").replace(/\n{3,}/g, "\n\n").trim().replace(NUMBER, (found) => found === "#" ? "#‌" : found).replace(MARKER, "$1‌");
}
function block(node, context, depth) {
	switch (node.type) {
		case "paragraph": return line(node.children, context);
		case "heading": return line(node.children, context, {
			heading: true,
			alone: true
		}).replaceAll("\n", " ");
		case "code": return node.value.replaceAll("	", "  ");
		case "list": return list(node, context, depth);
		case "blockquote": return blocks(withoutAlert(node), context, depth);
		case "table": return table(node, context);
		case "html": return blocks(htmlBlocks(node.value), context, depth);
		case "footnoteDefinition": return `[${node.label ?? node.identifier}] ${blocks(node.children, context, depth)}`;
		default: return "";
	}
}
function blocks(nodes, context, depth, between = "\n\n") {
	return nodes.map((node) => block(node, context, depth)).filter(Boolean).join(between);
}
function list(node, context, depth) {
	const loose = node.spread || node.children.some((item) => item.spread);
	return node.children.map((item, index) => listItem(item, itemMark(node, item, index, depth), context, depth)).filter(Boolean).join(loose ? "\n\n" : "\n");
}
function itemMark(node, item, index, depth) {
	const bullet = BULLETS[Math.min(depth, BULLETS.length - 1)];
	const box = item.checked === true ? "☑" : item.checked === false ? "☐" : "";
	const number = node.ordered ? `${(node.start ?? 1) + index}.` : "";
	return (depth === 0 && (box || number) ? [number, box] : [
		bullet,
		number,
		box
	]).filter(Boolean).join(" ");
}
function listItem(item, mark, context, depth) {
	const [first, ...rest] = item.children;
	const between = item.spread ? "\n\n" : "\n";
	if (first?.type === "list") return blocks(item.children, context, depth + 1, between);
	const head = first === void 0 ? "" : block(first, context, depth + 1);
	const tail = blocks(rest, context, depth + 1, between);
	return [head && `${mark} ${head}`, tail].filter(Boolean).join(between);
}
function withoutAlert(quote) {
	const [first, ...rest] = quote.children;
	const text = first?.type === "paragraph" ? first.children[0] : void 0;
	if (first?.type !== "paragraph" || text?.type !== "text") return quote.children;
	const value = text.value.replace(/^\[!(\w+)\](?=\s|$)\s*/, "$1: ");
	return [{
		...first,
		children: [{
			...text,
			value
		}, ...first.children.slice(1)]
	}, ...rest];
}
function table(node, context) {
	const cells = {
		heading: false,
		alone: false
	};
	const [head = [], ...body] = node.children.map((row) => row.children.map((cell) => line(cell.children, context, cells).replaceAll("\n", " ")));
	const kept = (_, column) => body.length === 0 || body.some((row) => row[column]);
	return [head, ...body].map((row) => row.filter(kept)).filter((row) => row.some(Boolean)).map((row) => row.slice(0, row.findLastIndex(Boolean) + 1).join(" | ").trimStart()).join("\n");
}
function line(nodes, context, place = {
	heading: false,
	alone: true
}) {
	return inline(nodes, context, place).replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
}
function inline(nodes, context, place) {
	const folded = foldInlineHtml(nodes).filter((node) => node.type !== "text" || node.value !== "");
	const only = place.alone && folded.filter((node) => !/^\s*$/.test(rawText(node))).length === 1;
	return folded.map((node, index) => {
		const bracketed = /[(（]$/.test(rawText(folded[index - 1])) && /^[)）]/.test(rawText(folded[index + 1]));
		return phrase(node, context, {
			...place,
			alone: only || bracketed
		});
	}).join("");
}
function rawText(node) {
	return node?.type === "text" ? node.value : "￼";
}
function phrase(node, context, place) {
	switch (node.type) {
		case "text": return prose(node.value);
		case "inlineCode": return node.value;
		case "break": return "\n";
		case "emphasis":
		case "strong": return inline(node.children, context, place);
		case "delete": return `~~${inline(node.children, context, place)}~~`;
		case "link": return link(node.children, node.url, context, place);
		case "linkReference": return link(node.children, context.targets.get(node.identifier) ?? "", context, place);
		case "image": return alternative(node.alt, node.url);
		case "imageReference": return alternative(node.alt, context.targets.get(node.identifier) ?? "");
		case "footnoteReference": return `[${node.label ?? node.identifier}]`;
		default: return "";
	}
}
function prose(text) {
	return replaceShortcodes(text.replace(WIDE_LINE_END, "").replaceAll("\n", " ").replace(COMMIT, "$1"));
}
function link(nodes, url, context, place) {
	return linkText(inline(nodes, context, {
		heading: place.heading,
		alone: false
	}).trim(), url.trim().replace(/\s/g, encodeURIComponent), place, context.links);
}
function alternative(alt, url) {
	const text = (alt ?? "").trim();
	return BADGE.test(url) || NO_ALT.test(text) ? "" : replaceShortcodes(text);
}
Object.defineProperty(exports, "plainText", {
	enumerable: true,
	get: function() {
		return plainText;
	}
});
Object.defineProperty(exports, "plain_text_exports", {
	enumerable: true,
	get: function() {
		return plain_text_exports;
	}
});
