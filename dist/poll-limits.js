// src/mastodon/limits/poll-limits.ts
function refusedPoll(poll, limits) {
	return [...refusedOptions(poll.options, limits), ...refusedExpiry(poll.expires_in, limits)];
}
function refusedBesidePoll({ hasText, hasMedia }, limits) {
	const refused = [];
	if (!hasText && !hasMedia) refused.push("A poll needs a text to stand under. Give the status a text.");
	if (hasMedia && !limits.besideMedia) refused.push("This instance takes no media beside a poll (Mastodon does since 4.6). Leave out `media` or `poll`, or post two statuses.");
	return refused;
}
function refusedOptions(options, { maxOptions, maxOptionCharacters }) {
	const refused = [];
	if (options.length > maxOptions) refused.push(`The poll has ${options.length} options, this instance allows ${maxOptions}. Leave some out.`);
	const seen = /* @__PURE__ */ new Map();
	for (const [index, option] of options.entries()) {
		const text = option.trim();
		const name = `Poll option ${index + 1}`;
		const length = countGraphemes(text);
		const earlier = seen.get(text);
		if (text === "") refused.push(`${name} is empty: the value that it names has come to nothing. Give it a text.`);
		else if (earlier !== void 0) refused.push(`${name} is the same as option ${earlier}, “${shortened(text)}”. Each option must differ.`);
		else if (length > maxOptionCharacters) refused.push(`${name} has ${length} characters, this instance allows ${maxOptionCharacters}: “${shortened(text)}”. Shorten it.`);
		if (text !== "" && earlier === void 0) seen.set(text, index + 1);
	}
	return refused;
}
function refusedExpiry(seconds, { minExpiration, maxExpiration }) {
	const bound = seconds < minExpiration ? `at least ${inWords(minExpiration, Math.ceil)}` : seconds > maxExpiration ? `at most ${inWords(maxExpiration, Math.floor)}` : "";
	if (bound === "") return [];
	return [`The poll would run for ${inWords(seconds)}, this instance allows ${bound}. Change \`expires-in\`.`];
}
function shortened(option) {
	const all = [...option];
	return all.length > 120 ? `${all.slice(0, 120).join("")}…` : option;
}
function countGraphemes(text) {
	return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}
function inWords(seconds, round) {
	const units = [
		[86400, "day"],
		[3600, "hour"],
		[60, "minute"],
		[1, "second"]
	];
	const fits = ([size]) => seconds >= size && (round !== void 0 || seconds % size === 0);
	const [size, name] = units.find(fits) ?? [1, "second"];
	const amount = round ? round(seconds / size) : seconds / size;
	return `${amount} ${name}${amount === 1 ? "" : "s"}`;
}
exports.refusedBesidePoll = refusedBesidePoll;
exports.refusedPoll = refusedPoll;
