const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_action = require("./action.js");
const require_announced = require("./announced.js");
// src/mastodon/instance.ts
var instance_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ readInstance: () => readInstance });
const PATHS = ["/api/v2/instance", "/api/v1/instance"];
function isInstancePath(path) {
	return PATHS.includes(path);
}
async function readInstance(client) {
	let known = null;
	let busy = null;
	for (const path of PATHS) {
		try {
			const { json } = await client.call("GET", path);
			if (isInstanceDocument(json)) known = {
				...known,
				...json
			};
		} catch (error) {
			if (!(error instanceof require_action.MastodonError) || !error.failure.answer) throw error;
			if (isBusy(error.failure.answer)) busy ??= error;
		}
		if (known && require_announced.announcedMaximum(known) !== void 0) return known;
	}
	if (busy) throw busy;
	return known;
}
async function whatIsAt(probe, origin) {
	let denials = 0;
	for (const path of PATHS) {
		const answer = await probe(new URL(path, origin));
		if (answer === null) break;
		const json = require_action.parseJson(answer.text);
		if (answer.status === 200 && isInstanceDocument(json)) return {
			kind: "instance",
			document: json
		};
		if (answer.status === 401 && require_action.isApiError(json)) return {
			kind: "instance",
			document: null
		};
		if (isDenial(answer)) denials += 1;
	}
	return {
		kind: denials === PATHS.length ? "no instance" : "no answer",
		document: null
	};
}
async function isInstance(probe, origin) {
	return (await whatIsAt(probe, origin)).kind === "instance";
}
function isBusy({ status }) {
	return status === 429 || status >= 500 && status !== 501;
}
function isDenial({ status }) {
	return status < 400 || [
		400,
		404,
		405,
		410,
		501
	].includes(status);
}
function isInstanceDocument(json) {
	const document = json;
	return typeof document?.version === "string" && (document.uri ?? document.domain) !== void 0;
}
Object.defineProperty(exports, "instance_exports", {
	enumerable: true,
	get: function() {
		return instance_exports;
	}
});
Object.defineProperty(exports, "isInstance", {
	enumerable: true,
	get: function() {
		return isInstance;
	}
});
Object.defineProperty(exports, "isInstancePath", {
	enumerable: true,
	get: function() {
		return isInstancePath;
	}
});
Object.defineProperty(exports, "readInstance", {
	enumerable: true,
	get: function() {
		return readInstance;
	}
});
Object.defineProperty(exports, "whatIsAt", {
	enumerable: true,
	get: function() {
		return whatIsAt;
	}
});
