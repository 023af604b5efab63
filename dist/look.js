const require_action = require("./action.js");
const require_key_keeping = require("./key-keeping.js");
// src/mastodon/look/look.ts
const MOST_PAGES = 5;
const PAGE = 40;
const LOOK_LIMIT = 3e4;
const NO_SCOPE = "the token lacks the scope `read:statuses`";
const NOTHING = {
	owner: null,
	statuses: [],
	scheduled: [],
	skew: {
		offset: 0,
		slack: 0
	},
	visibility: ""
};
async function look(client, known, options) {
	const limited = client.within(LOOK_LIMIT);
	const owner = known ?? await ownerOf(limited);
	if (isGap(owner)) return {
		...NOTHING,
		gap: owner
	};
	const visibility = options.visibility ?? owner.privacy;
	const sight = {
		owner,
		...await readStatuses(limited, owner.id, {
			...options,
			visibility
		})
	};
	if (!options.scheduled) return sight;
	const { list, gap } = await readScheduled(limited);
	return {
		...sight,
		scheduled: list,
		gap: sight.gap ?? gap
	};
}
async function ownerOf(client) {
	const answer = await ask(client, "/api/v1/accounts/verify_credentials");
	if (answer instanceof require_action.MastodonError) return gapOf(answer, isDenied(answer) ? "the token may not tell whose it is (scope `profile`)" : "");
	const { id, source } = require_action.asObject(answer.json);
	if (!require_action.isId(id)) return {
		why: "the server does not tell whose the token is",
		forGood: true,
		lacksScope: false,
		error: null
	};
	return {
		id: String(id),
		privacy: require_action.textOf(require_action.asObject(source).privacy)
	};
}
async function readStatuses(client, owner, { since, beyond, visibility }) {
	const path = `/api/v1/accounts/${encodeURIComponent(owner)}/statuses?limit=${PAGE}&exclude_reblogs=true`;
	const isPublic = visibility === "public" || visibility === "unlisted";
	let skew = {
		offset: 0,
		slack: 0
	};
	let denied = null;
	let partial = null;
	async function readPage(page) {
		let answer = await (denied ? askOpenly : ask)(client, page);
		if (answer instanceof require_action.MastodonError && isDenied(answer) && denied === null) {
			denied = answer;
			answer = await askOpenly(client, page);
			if (!isPublic) partial = {
				why: `${NO_SCOPE}, and without it only public posts are seen`,
				forGood: true,
				lacksScope: true,
				error: denied
			};
		}
		if (answer instanceof require_action.MastodonError) {
			if (denied && isForGood(answer)) return gapOf(denied, `${NO_SCOPE}, and without it the server shows nothing`);
			return gapOf(answer, "");
		}
		skew = require_action.skewOf(answer.headers, client.clock.now());
		if (Number(answer.headers.age ?? 0) > 0) partial ??= {
			why: "a cache answered",
			forGood: false,
			lacksScope: true,
			error: null
		};
		return answer.json;
	}
	const { list, gap } = await readPages(path, readPage, ({ created_at: made }) => require_action.isOlder(made, since - beyond, skew));
	if (partial === null && gap === null && !isPublic) {
		const hides = await require_key_keeping.hidesOwnPosts(client);
		const why = hides ? "this server lists public posts alone" : "the server does not say what it is, and may hide some";
		if (hides !== false) partial = {
			why,
			forGood: hides === true,
			lacksScope: false,
			error: null
		};
	}
	return {
		statuses: list,
		scheduled: [],
		visibility,
		skew,
		gap: partial ?? (require_action.isOlder(list.at(-1)?.created_at, since, skew) ? null : gap)
	};
}
async function readScheduled(client) {
	return readPages(`/api/v1/scheduled_statuses?limit=${PAGE}`, async (page) => {
		const answer = await ask(client, page);
		if (!(answer instanceof require_action.MastodonError)) return answer.json;
		const { status = 0 } = answer.failure.answer ?? {};
		const isMissing = [
			400,
			404,
			405,
			410,
			422,
			501
		].includes(status);
		if (isMissing && await require_key_keeping.hasScheduledList(client) === false) return [];
		const gap = gapOf(answer, isDenied(answer) ? NO_SCOPE : "");
		return isMissing ? {
			...gap,
			forGood: false
		} : gap;
	}, () => false);
}
async function readPages(path, read, isPast) {
	const list = [];
	const known = /* @__PURE__ */ new Set();
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const last = list.at(-1);
		const answer = await read(last ? `${path}&max_id=${encodeURIComponent(String(last.id))}` : path);
		if (isGap(answer)) return {
			list,
			gap: answer
		};
		if (!Array.isArray(answer)) return {
			list,
			gap: STRANGE
		};
		const fresh = answer.map(require_action.asObject).filter(({ id }) => require_action.isId(id) && !known.has(String(id)));
		if (fresh.length === 0) return {
			list,
			gap: answer.length < PAGE / 2 ? null : TOO_LONG
		};
		for (const entity of fresh) known.add(String(entity.id));
		list.push(...fresh);
		if (isPast(fresh.at(-1))) return {
			list,
			gap: null
		};
	}
	return {
		list,
		gap: TOO_LONG
	};
}
const TOO_LONG = {
	why: `the account posted more since than ${MOST_PAGES} pages show`,
	forGood: true,
	lacksScope: false,
	error: null
};
const STRANGE = {
	why: "the server answered with something else than a list",
	forGood: false,
	lacksScope: false,
	error: null
};
function isGap(answer) {
	return typeof require_action.asObject(answer).forGood === "boolean";
}
async function ask(client, path) {
	try {
		return await client.call("GET", path);
	} catch (error) {
		if (error instanceof require_action.MastodonError) return error;
		throw error;
	}
}
async function askOpenly(client, path) {
	const answer = await client.probe(new URL(path, client.origin));
	const json = answer?.status === 200 ? require_action.parseJson(answer.text) : void 0;
	if (answer && json !== void 0) return {
		json,
		headers: answer.headers
	};
	const failure = {
		method: "GET",
		path,
		origin: client.origin,
		proxy: "",
		...answer ? { answer } : {}
	};
	return new require_action.MastodonError(failure, {
		what: "",
		why: "",
		cure: ""
	}, "not done");
}
function isDenied({ failure }) {
	return failure.answer?.status === 401 || failure.answer?.status === 403;
}
function isForGood({ failure: { answer } }) {
	const status = answer?.status ?? 0;
	return status >= 400 && status < 500 && ![
		408,
		425,
		429
	].includes(status);
}
function gapOf(error, why) {
	const { answer, path } = error.failure;
	const what = `GET ${path.replace(/\?.*/, "")}`;
	const plain = answer ? `${what} answered ${answer.status}` : `${what} got no answer`;
	return {
		why: why || plain,
		forGood: isForGood(error),
		lacksScope: isDenied(error),
		error
	};
}
exports.look = look;
