const require_action = require("./action.js");
// src/status/compose/measure.ts
const BLANK = /^[^\P{White_Space}\u00a0\u2007\u202f]+$/u;
const SIGIL = /(?:(?<![\w.+-])[\w.+-]+)?[@＠#＃](?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}.\-@＠#＃]*/gu;
const SCHEME = /:\/\/|\b(?:magnet|xmpp):/i;
let segmenter;
function graphemes(text) {
	segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
	return segmenter.segment(text);
}
function countGraphemes(text) {
	let count = 0;
	for (const _ of graphemes(text)) count++;
	return count;
}
function beginning(text, most) {
	const line = text.trim().replace(/\s+/g, " ");
	let end = 0;
	let count = 0;
	for (const { segment, index } of graphemes(line)) {
		if (count++ === most) break;
		end = index + segment.length;
	}
	return line.slice(0, end);
}
function lineBreaks(blank) {
	return blank.split("\n").length - 1;
}
function measure(text, counting) {
	const bounds = findBounds(text, counting);
	const measured = {
		text,
		stops: [0],
		counts: [0],
		kinds: []
	};
	let count = 0;
	let next = 0;
	let start = 0;
	let plain = 0;
	let bound;
	for (const { segment, index } of graphemes(text)) {
		const end = index + segment.length;
		plain += counting.unit === "graphemes" || segment.length === 1 ? 1 : Array.from(segment).length;
		for (; next < bounds.length && bounds[next].end <= end; next++) bound = merged(bound, bounds[next]);
		if (next < bounds.length && bounds[next].start < end) continue;
		const atom = text.slice(start, end);
		count += bound?.shortened ? require_action.countCharacters(atom, "", counting) : plain;
		measured.stops.push(end);
		measured.counts.push(count);
		measured.kinds.push(bound ? bound.link ? "link" : "bound" : BLANK.test(atom) ? "blank" : "text");
		start = end;
		plain = 0;
		bound = void 0;
	}
	return measured;
}
function reach(measured, from, room) {
	let low = from;
	let high = measured.kinds.length;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (cost(measured, from, middle) <= room) low = middle;
		else high = middle - 1;
	}
	return low;
}
function firstStop({ stops }, offset) {
	let low = 0;
	let high = stops.length - 1;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (stops[middle] >= offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
function lastStop(measured, offset) {
	const stop = firstStop(measured, offset);
	return measured.stops[stop] > offset ? stop - 1 : stop;
}
function cost(measured, from, to) {
	return measured.counts[to] - measured.counts[from];
}
function slice(measured, from, to) {
	return measured.text.slice(measured.stops[from], measured.stops[to]);
}
function skipBlank(measured, at, to = measured.kinds.length) {
	let stop = at;
	while (stop < to && measured.kinds[stop] === "blank") stop++;
	return stop;
}
function dropBlank(measured, from, at) {
	let stop = at;
	while (stop > from && measured.kinds[stop - 1] === "blank") stop--;
	return stop;
}
function isWordEnd({ kinds }, stop) {
	return stop > 0 && kinds[stop - 1] !== "blank" && (stop === kinds.length || kinds[stop] === "blank");
}
function isHeading(m, from, to) {
	if (m.stops[to] - m.stops[from] > 60 || m.kinds.slice(from, to).includes("link")) return false;
	return /^[^-*•–\n][^\n]*[^.!?…。！？؟।\n]$/u.test(slice(m, from, to));
}
function findBounds(text, counting) {
	const shortUrls = counting.urlLength !== null;
	const urls = require_action.findUrls(text);
	const links = urls.map(({ start, end }) => ({
		start,
		end,
		link: true,
		shortened: shortUrls
	}));
	const hashtags = require_action.findHashtags(text).map(({ start, end }) => ({
		start,
		end,
		link: true,
		shortened: false
	}));
	const mentions = require_action.findMentions(text, urls).map(({ start, end, handle }) => {
		return {
			start,
			end,
			link: false,
			shortened: handle.includes("@") && counting.mentions === "local part"
		};
	});
	const entities = disjoint([
		...links,
		...hashtags,
		...mentions
	]);
	return disjoint([...entities, ...findAlmost(text, entities)]);
}
function findAlmost(text, entities) {
	const found = [];
	const add = (start, end) => {
		const first = start > 0 && !BLANK.test(text[start - 1]) ? start - 1 : start;
		found.push({
			start: first,
			end,
			link: false,
			shortened: false
		});
	};
	const end = {
		start: text.length,
		end: text.length
	};
	let start = 0;
	for (const entity of [...entities, end]) {
		const gap = text.slice(start, entity.start);
		for (const { 0: run, index } of gap.matchAll(SIGIL)) add(start + index, start + index + run.length);
		for (const { 0: word, index } of gap.matchAll(/\P{White_Space}+/gu)) {
			if (SCHEME.test(word)) add(start + index, start + index + word.length);
			if (index + word.length === gap.length && entity !== end && word.includes(".") && /[/?:]/.test(word)) add(start + index, entity.start + 1);
		}
		start = entity.end;
	}
	return found;
}
function disjoint(spans) {
	const result = [];
	for (const span of spans.sort((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last && span.start < last.end) result[result.length - 1] = merged(last, span);
		else result.push(span);
	}
	return result;
}
function merged(a, b) {
	if (!a) return b;
	const end = Math.max(a.end, b.end);
	return {
		start: a.start,
		end,
		link: a.link || b.link,
		shortened: a.shortened || b.shortened
	};
}
// src/status/compose/cut.ts
const LEAST = 20;
function truncate(text, fit, room, counting) {
	const measured = measure(text, counting);
	const pieces = fit.map((range) => piece(measured, range)).filter(({ from, to }) => from < to);
	return pieces.length > 0 ? shrinkPieces(measured, pieces, room) : shrinkParagraph(measured, room);
}
function cutStretch(m, from, to, room, survive) {
	const end = survive === "none" ? to : dropBlank(m, from, closing(m, from, to));
	const left = room - cost(m, end, to);
	const kept = survive === "all" ? keepLinks(m, from, end, left) : shorten(m, from, end, left);
	return kept && {
		text: joined(kept.text, slice(m, end, to)),
		removed: kept.removed
	};
}
function joined(kept, rest) {
	const [odd = ""] = /^[^\S \t\n]+/.exec(rest) ?? [];
	const more = rest.slice(odd.length);
	return kept + (odd === "" || /^(?:[ \t\n]|$)/.test(more) ? more : ` ${more}`);
}
function piece(m, range) {
	const to = lastStop(m, range.end);
	const start = skipBlank(m, firstStop(m, range.start), to);
	return {
		from: start,
		to: dropBlank(m, start, to)
	};
}
function shrinkPieces(m, pieces, room) {
	const { blocks, joins } = takeApart(m, pieces);
	const losses = [];
	let over = [...blocks, ...joins].reduce((sum, block) => sum + block.cost, 0) - room;
	for (let i = blocks.length - 1; i >= 0 && over > 0; i--) {
		const block = blocks[i];
		if (!block.piece) continue;
		const { from, to } = block.piece;
		const kept = shorten(m, from, to, block.cost - over);
		if (kept && countGraphemes(slice(m, from, kept.to)) >= LEAST) {
			blocks[i] = {
				text: kept.text,
				cost: kept.cost
			};
			losses.unshift({
				removed: kept.removed,
				whole: false
			});
			over -= block.cost - kept.cost;
		} else {
			const gaps = joins.slice(Math.max(i - 1, 0), i + 1);
			const gap = i > 0 && i < blocks.length - 1 ? [wider(gaps[0], gaps[1])] : [];
			blocks.splice(i, 1);
			joins.splice(Math.max(i - 1, 0), gaps.length, ...gap);
			losses.unshift({
				removed: block.text,
				whole: true
			});
			over -= block.cost + gaps.reduce((sum, { cost }) => sum + cost, 0) - (gap[0]?.cost ?? 0);
		}
	}
	if (over > 0) return void 0;
	return {
		text: blocks.map(({ text }, i) => text + (joins[i]?.text ?? "")).join(""),
		losses
	};
}
function takeApart(m, pieces) {
	const blocks = [];
	const joins = [];
	let end = 0;
	const add = (from, to, isPiece) => {
		const start = skipBlank(m, from, to);
		const stop = dropBlank(m, start, to);
		if (start === stop) return;
		if (blocks.length > 0) joins.push({
			text: slice(m, end, start),
			cost: cost(m, end, start)
		});
		const block = {
			text: slice(m, start, stop),
			cost: cost(m, start, stop)
		};
		blocks.push(isPiece ? {
			...block,
			piece: {
				from: start,
				to: stop
			}
		} : block);
		end = stop;
	};
	let fixed = 0;
	for (const { from, to } of pieces) {
		add(fixed, from, false);
		add(from, to, true);
		fixed = to;
	}
	add(fixed, m.kinds.length, false);
	return {
		blocks,
		joins
	};
}
function wider(a, b) {
	const widest = (lineBreaks(b.text) - lineBreaks(a.text) || b.cost - a.cost) > 0 ? b : a;
	return widest.text === "" ? {
		text: " ",
		cost: 1
	} : widest;
}
function shrinkParagraph(m, room) {
	const longest = paragraphs(m).filter(({ from, to }) => closing(m, from, to) > from).reduce((a, b) => a && cost(m, a.from, a.to) >= cost(m, b.from, b.to) ? a : b, void 0);
	if (!longest) return void 0;
	const { from, to } = longest;
	const last = m.kinds.length;
	const left = room - cost(m, 0, from) - cost(m, to, last);
	const cut = cutStretch(m, from, to, left, "all") ?? cutStretch(m, from, to, left, "closing");
	return cut && {
		text: slice(m, 0, from) + joined(cut.text, slice(m, to, last)),
		losses: [{
			removed: cut.removed,
			whole: false
		}]
	};
}
function paragraphs(m) {
	const last = m.kinds.length;
	const found = [];
	let from = skipBlank(m, 0);
	for (let at = from; at < last;) {
		let end = at;
		while (end < last && m.kinds[end] !== "blank") end++;
		at = skipBlank(m, end);
		if (at === last || lineBreaks(slice(m, end, at)) > 1) {
			found.push({
				from,
				to: end
			});
			from = at;
		}
	}
	return found;
}
function closing(m, from, to) {
	let first = to;
	for (let end = to; end > from;) {
		let start = end;
		while (start > from && m.kinds[start - 1] !== "blank") start--;
		if (isText(m, start, end)) break;
		if (m.kinds.slice(start, end).includes("link")) first = start;
		end = dropBlank(m, from, start);
	}
	return first < to ? labelStart(m, from, first) : to;
}
const LONGEST_LABEL = 30;
function labelStart(m, from, link) {
	for (let start = link; start > from && m.stops[link] - m.stops[start] <= LONGEST_LABEL; start--) if (m.kinds[start - 1] === "blank" && lineBreaks(slice(m, start - 1, start)) > 0) return start;
	return link;
}
function isText(m, from, to) {
	for (let i = from; i < to; i++) if (m.kinds[i] === "bound" || m.kinds[i] === "text" && /[\p{L}\p{N}]/u.test(slice(m, i, i + 1))) return true;
	return false;
}
function keepLinks(m, from, to, room) {
	const links = m.kinds.slice(from, to).flatMap((kind, i) => kind === "link" ? [from + i] : []);
	for (let lost = [];;) {
		const reserve = lost.reduce((sum, i) => sum + 1 + cost(m, i, i + 1), 0);
		if (reserve * 2 > room) return void 0;
		const kept = shorten(m, from, to, room - reserve);
		if (!kept) return void 0;
		const behind = links.filter((i) => i >= kept.to);
		if (behind.length === lost.length) {
			const text = [kept.text, ...lost.map((i) => slice(m, i, i + 1))].join(" ");
			return {
				...kept,
				text,
				cost: kept.cost + reserve,
				removed: without(m, kept.to, to, lost)
			};
		}
		lost = behind;
	}
}
function without(m, from, to, atoms) {
	const ends = [...atoms, to];
	return ends.map((end, i) => slice(m, i === 0 ? from : ends[i - 1] + 1, end)).join("");
}
const LOOSE_END = /^[,;:…\-–—([{"'«“‘„•*·|/]$/;
function shorten(m, from, to, room) {
	let far = Math.min(reach(m, from, room - 1), to - 1);
	while (far > from) {
		const last = itemEnd(m, from, far) ?? dropLooseEnds(m, from, wordEnd(m, from, far)) ?? dropLooseEnds(m, from, far);
		if (last === void 0) return void 0;
		const end = dropHeading(m, from, last);
		const mark = endsItem(m, from, end) ? "\n…" : markAfter(m, from, end);
		const total = cost(m, from, end) + mark.length;
		if (total <= room) return {
			text: slice(m, from, end) + mark,
			cost: total,
			to: end,
			removed: slice(m, end, to)
		};
		far = end - 1;
	}
}
const ITEM = /^(?:[•◦▪☐☑*+-]|\d{1,9}[.)])\s/u;
function itemEnd(m, from, far) {
	const start = lineStart(m, from, far);
	if (start === from || !ITEM.test(slice(m, start, far)) || isLineEnd(m, far)) return void 0;
	const end = dropBlank(m, from, start);
	return cost(m, from, end) * 2 >= cost(m, from, far) ? end : void 0;
}
function dropHeading(m, from, at) {
	const start = paragraphStart(m, from, at);
	return start > from && lineBreaks(slice(m, at, skipBlank(m, at))) > 1 && isHeading(m, start, at) ? dropBlank(m, from, start) : at;
}
function endsItem(m, from, at) {
	return isLineEnd(m, at) && ITEM.test(slice(m, lineStart(m, from, at), at));
}
function isLineEnd(m, at) {
	return lineBreaks(slice(m, at, skipBlank(m, at))) > 0;
}
function lineStart(m, from, at) {
	let start = at;
	while (start > from && !(m.kinds[start - 1] === "blank" && slice(m, start - 1, start).includes("\n"))) start--;
	return start;
}
function paragraphStart(m, from, at) {
	let start = lineStart(m, from, at);
	while (start > from && lineBreaks(slice(m, dropBlank(m, from, start), start)) < 2) start = lineStart(m, from, dropBlank(m, from, start));
	return start;
}
function wordEnd(m, from, far) {
	let end = far;
	while (end > from && !isWordEnd(m, end)) end--;
	return cost(m, from, end) * 2 >= cost(m, from, far) ? end : far;
}
function dropLooseEnds(m, from, at) {
	let end = at;
	while (end > from && (m.kinds[end - 1] === "blank" || LOOSE_END.test(slice(m, end - 1, end)))) end--;
	return end > from ? end : void 0;
}
function markAfter(m, from, end) {
	let start = end;
	while (start > from && m.kinds[start - 1] === "text") start--;
	return (start === from || m.kinds[start - 1] === "blank") && !/^[.!?]/.test(slice(m, end - 1, end)) ? "…" : " …";
}
// src/status/compose/too-long.ts
var TooLong = class extends Error {
	name = "TooLong";
	characters;
	limit;
	part;
	constructor(message, found) {
		super(message);
		this.characters = found.characters;
		this.limit = found.limit;
		this.part = found.part;
	}
};
// src/status/compose/thread.ts
function thread(texts, options) {
	const sources = texts.map((text) => toSource(text, options.counting));
	for (let digits = 0;; digits++) {
		const { parts, lost } = fill(sources, digits, options);
		const total = String(parts.length);
		if (parts.length <= 1) return {
			parts,
			lost
		};
		if (total.length <= digits) return {
			parts: parts.map((part, i) => numbered(part, `${i + 1}/${total}`)),
			lost
		};
	}
}
const WORD = 1;
const SENTENCE = 2;
const LINE = 3;
const PARAGRAPH = 4;
function fill(sources, digits, { limit, reserved, maxParts }) {
	const parts = [];
	for (const [index, source] of sources.entries()) for (let from = skipBlank(source, 0); from < source.end;) {
		const number = digits === 0 ? 0 : 3 + String(parts.length + 1).length + digits;
		const room = limit - reserved - number;
		if (parts.length === maxParts - 1 && (index < sources.length - 1 || cost(source, from, source.end) > room)) {
			const last = fillLast(source, from, room, sources.slice(index + 1));
			return {
				parts: [...parts, last.text],
				lost: last.lost
			};
		}
		const to = partEnd(source, from, room);
		if (to === from) throw indivisible(source, from, parts.length + 1, room, limit);
		const text = slice(source, from, dropBlank(source, from, to));
		if (!require_action.isBlank(text)) parts.push(text);
		from = skipBlank(source, to);
	}
	return {
		parts,
		lost: ""
	};
}
function fillLast(source, from, room, others) {
	const rest = slice(source, from, source.end);
	const dropped = others.map(({ text }) => text);
	const mark = "\n\n…";
	if (cost(source, from, source.end) + 3 <= room) return {
		text: rest + mark,
		lost: dropped.join("\n\n")
	};
	const cut = cutStretch(source, from, source.end, room, "closing") ?? cutStretch(source, from, source.end, room, "none") ?? {
		text: "…",
		removed: rest
	};
	return {
		text: cut.text,
		lost: [cut.removed, ...dropped].join("\n\n")
	};
}
function partEnd(source, from, room) {
	const far = reach(source, from, room);
	if (far >= source.end) return far;
	for (const rank of [
		PARAGRAPH,
		LINE,
		SENTENCE,
		WORD
	]) {
		const at = lastRanked(source, from, far, rank);
		if (at > from && (cost(source, from, at) * 2 >= room || nextFits(source, at, room, rank))) return at;
	}
	return far;
}
function nextFits(source, at, room, rank) {
	const from = skipBlank(source, at);
	const far = reach(source, from, room);
	return far >= source.end || lastRanked(source, from, far, rank) > from;
}
function lastRanked({ ranks }, from, to, rank) {
	let stop = to;
	while (stop > from && ranks[stop] < rank) stop--;
	return stop;
}
function toSource(text, counting) {
	const measured = measure(text, counting);
	let end = measured.kinds.length;
	while (end > 0 && require_action.isBlank(slice(measured, end - 1, end))) end--;
	return {
		...measured,
		ranks: rankStops(measured),
		end
	};
}
function rankStops(m) {
	const ranks = new Uint8Array(m.stops.length);
	const sentences = new Set(Array.from(new Intl.Segmenter("und", { granularity: "sentence" }).segment(m.text), ({ index }) => index));
	let paragraph = 0;
	let wordEnd = 0;
	for (let stop = 1; stop < m.stops.length; stop++) {
		if (isWordEnd(m, stop)) {
			const next = skipBlank(m, stop);
			const breaks = lineBreaks(slice(m, stop, next));
			const heading = breaks > 1 && isHeading(m, paragraph, stop);
			ranks[stop] = heading || breaks === 0 ? WORD : breaks > 1 ? PARAGRAPH : LINE;
			if (breaks > 1) paragraph = next;
		}
		if (m.kinds[stop - 1] !== "blank") wordEnd = stop;
		if (sentences.has(m.stops[stop])) ranks[wordEnd] = Math.max(ranks[wordEnd], SENTENCE);
	}
	return ranks;
}
function numbered(part, number) {
	const at = part.lastIndexOf("\n\n");
	const split = at >= 0 && /^(?:[#＃][^\s#＃]+\s*)+$/u.test(part.slice(at + 2)) ? at : part.length;
	return `${part.slice(0, split)}\n\n${number}${part.slice(split)}`;
}
function indivisible(source, at, part, room, limit) {
	const characters = cost(source, at, at + 1);
	const used = room < limit ? `, ${limit - room} of which the content warning and the number take` : "";
	return new TooLong(`“${beginning(slice(source, at, at + 1), 40)}…” has ${characters} characters and cannot be split, and the instance allows ${limit}${used}: shorten or drop this URL, mention or hashtag.`, {
		characters: characters + limit - room,
		limit,
		part
	});
}
// src/status/compose/overflowing.ts
function overflowing(visible, options) {
	try {
		return {
			...fitting(visible, options),
			tooLong: null
		};
	} catch (error) {
		if (!(error instanceof TooLong)) throw error;
		return {
			parts: visible.map(({ text }) => require_action.toPart(text, options)),
			cuts: [],
			tooLong: error
		};
	}
}
function fitting(visible, options) {
	const reserved = require_action.countCharacters("", options.spoiler, options.counting);
	if (reserved >= options.limit) throw spoilerTooLong(reserved, options.limit);
	const { texts, cuts } = options.overflow === "thread" ? asThread(visible, reserved, options) : oneByOne(visible, reserved, options);
	const parts = texts.map((text) => require_action.toPart(text, options));
	for (const [i, { characters }] of parts.entries()) if (characters > options.limit) throw tooLong(i + 1, parts, characters, options);
	return {
		parts,
		cuts
	};
}
function asThread(drafts, reserved, options) {
	const { parts, lost } = thread(drafts.map(({ text }) => text), {
		...options,
		reserved
	});
	return {
		texts: parts,
		cuts: lost ? [cut(parts.length, lost, false)] : []
	};
}
function oneByOne(all, reserved, options) {
	const { drafts, dropped } = atMost(all, options);
	const cuts = [];
	const texts = drafts.map((draft, i) => {
		const { characters } = require_action.toPart(draft.text, options);
		if (characters <= options.limit) return draft.text;
		if (options.overflow === "fail") throw tooLong(i + 1, drafts, characters, options);
		const shortened = truncate(draft.text, draft.fit, options.limit - reserved, options.counting);
		if (!shortened || require_action.isBlank(shortened.text)) throw cannotCut(i + 1, drafts, characters, options);
		cuts.push(...shortened.losses.map(({ removed, whole }) => cut(i + 1, removed, whole)));
		return shortened.text;
	});
	if (dropped) cuts.push(cut(drafts.length, dropped, false));
	return {
		texts,
		cuts
	};
}
function atMost(all, options) {
	const { maxParts } = options;
	if (all.length <= maxParts) return {
		drafts: all,
		dropped: ""
	};
	if (options.overflow === "fail") throw tooMany(all, options);
	const last = all[maxParts - 1];
	return {
		drafts: [...all.slice(0, maxParts - 1), {
			...last,
			text: `${last.text}\n\n…`
		}],
		dropped: all.slice(maxParts).map(({ text }) => text).join("\n\n")
	};
}
function cut(part, removed, whole) {
	return {
		part,
		removed: countGraphemes(removed),
		beginning: beginning(removed, 60),
		whole
	};
}
function tooLong(part, parts, characters, { limit }) {
	return new TooLong(`${subject(part, parts)} has ${characters} characters, and the instance allows ${limit}: shorten it, or set \`overflow\` to \`truncate\` (what should yield goes through the filter \`fit\`) or to \`thread\`.`, {
		characters,
		limit,
		part
	});
}
function cannotCut(part, drafts, characters, { limit }) {
	const yielding = drafts[part - 1].fit.length > 0 ? "what went through `fit`" : "the longest paragraph";
	return new TooLong(`${subject(part, drafts)} has ${characters} characters, the instance allows ${limit}, and cutting ${yielding} is not enough: let a longer piece yield with the filter \`fit\`, shorten the rest, or set \`overflow\` to \`thread\`.`, {
		characters,
		limit,
		part
	});
}
function subject(part, parts) {
	return parts.length > 1 ? `Part ${part} of the status` : "The status";
}
function tooMany(drafts, options) {
	const part = options.maxParts + 1;
	const message = `The template makes ${drafts.length} parts, and \`max-parts\` allows ${options.maxParts}: write fewer \`---\`, raise \`max-parts\`, or set \`overflow\` to \`truncate\` or \`thread\`, which drop the rest.`;
	const { characters } = require_action.toPart(drafts[part - 1].text, options);
	return new TooLong(message, {
		characters,
		limit: options.limit,
		part
	});
}
function spoilerTooLong(characters, limit) {
	return new TooLong(`The content warning alone has ${characters} characters, and the instance allows ${limit} for it and the text together: shorten \`spoiler-text\`.`, {
		characters,
		limit,
		part: 1
	});
}
exports.overflowing = overflowing;
