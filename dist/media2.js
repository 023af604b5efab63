const require_action = require("./action.js");
const require_missing_scope = require("./missing-scope.js");
const require_file_size = require("./file-size.js");
const require_outcome = require("./outcome.js");
const require_rate_limit = require("./rate-limit.js");
let node_crypto = require("node:crypto");
// src/mastodon/diagnosis/refused-media.ts
const KINDS = [
	[
		/description.*too long|too long.*description/i,
		"The description is longer than the server takes.",
		"Shorten it."
	],
	[
		/\d+x\d+|dimension|matrix|resolution/i,
		"It has more pixels than the server takes; of a GIF that is much less than of other images.",
		"Make it smaller."
	],
	[
		/frame ?rate|\dfps\b/i,
		"It has more frames a second than the server takes.",
		"Encode it with 60 or fewer."
	],
	[
		/no video stream/i,
		"It is a video file without a picture.",
		"Save its sound alone, as MP3."
	],
	[
		/could not be verified/i,
		"The server cannot tell its kind, so it may be cut or damaged.",
		"Save it anew."
	],
	[
		/thumbnail.*(blank|absent|must)/i,
		"Only a video or a sound has a thumbnail.",
		"Leave `thumbnail` out."
	],
	[
		/content type|file type|media type|mime|unsupported|not supported|file is invalid/i,
		"The server does not take this kind of file, or not as it is encoded.",
		"Convert it: to PNG or JPEG, for a video to MP4 (H.264), for sound to MP3."
	],
	[
		/too large|too big|file size|less than/i,
		"It is larger than the server takes.",
		"Make it smaller."
	],
	[
		/process/i,
		"The file is damaged, or encoded in a way that the server cannot read.",
		"Check that it opens, and save it anew."
	]
];
function explainMedia(failure, label) {
	const { status } = failure.answer;
	const host = require_action.hostOf(failure);
	const sentence = require_missing_scope.serverSentence(failure);
	const what = failure.method === "GET" ? `${host} could not process ${label}: ${require_missing_scope.told(failure)}.` : `${host} refused ${label}: ${require_missing_scope.told(failure)}.`;
	if (status === 413) return {
		what,
		why: "It is larger than the server, or the proxy in front of it, lets through.",
		cure: "Make it smaller, or ask the instance's admins for their limit."
	};
	if ([
		404,
		405,
		501
	].includes(status)) return {
		what,
		why: "The server takes no media through this API, or something in front of it does not let them through.",
		cure: "Leave the media out, or ask the instance's admins."
	};
	if (!(status === 400 || status === 415 || status === 422 || status === 500 && /process/i.test(sentence)) || !require_action.isApiError(failure.json) || /authenticated user/i.test(sentence)) return null;
	const [, why, cure] = KINDS.find(([words]) => words.test(sentence)) ?? [];
	return {
		what,
		why: why ?? "",
		cure: cure ?? "Change what the server minds, and run again."
	};
}
// src/mastodon/media/processing.ts
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5e3;
const GROWTH = 1.5;
const MOST_FAILURES = 5;
async function awaitProcessing(client, id, upload) {
	const { clock } = client;
	const path = `/api/v1/media/${encodeURIComponent(id)}`;
	const began = clock.now();
	let pause = FIRST_PAUSE;
	let failures = 0;
	for (;;) {
		if (clock.left() <= pause) throw tooSlow({
			method: "GET",
			path,
			origin: client.origin,
			proxy: ""
		}, upload, clock.now() - began);
		await clock.wait(pause);
		pause = Math.min(pause * GROWTH, LONGEST_PAUSE);
		try {
			const answer = await client.call("GET", path);
			failures = 0;
			const { url } = require_action.asObject(answer.json);
			if (answer.status === 200 && typeof url === "string" && url !== "") return;
		} catch (error) {
			if (!(error instanceof require_action.MastodonError)) throw error;
			const { failure } = error;
			if (isRefused(failure)) return;
			if (failure.answer?.status === 422) {
				const diagnosis = explainMedia({
					...failure,
					answer: failure.answer
				}, upload.label);
				throw new require_action.MastodonError(failure, diagnosis ?? error.diagnosis, "not done");
			}
			if (failure.cause?.name === "TimeoutError") throw tooSlow(failure, upload, clock.now() - began);
			if (failure.answer?.status !== 429) failures += 1;
			if (failures === MOST_FAILURES) throw new require_action.MastodonError(failure, error.diagnosis, "not done");
			pause = LONGEST_PAUSE;
		}
	}
}
function tooSlow(failure, { label, file }, milliseconds) {
	const seconds = Math.round(milliseconds / 1e3);
	const diagnosis = {
		what: `${require_action.hostOf(failure)} was still processing ${label} (${require_file_size.formatSize(file.size)}) when the time limit was over, ${seconds} s after it was sent.`,
		why: "The server takes long over files of this kind, or its queue is full.",
		cure: "Set a longer `timeout`, or make the file smaller."
	};
	return new require_action.MastodonError(failure, diagnosis, "not done");
}
function isRefused({ answer, json }) {
	if (!answer) return false;
	const { status } = answer;
	if (status < 400) return json === void 0;
	return status < 500 && ![
		408,
		422,
		425,
		429
	].includes(status) || status === 501;
}
// src/mastodon/media/progress.ts
const FIRST_LINE = 2e3;
const NEXT_LINE = 5e3;
async function tellProgress(clock, jobs, report, end) {
	try {
		await clock.wait(FIRST_LINE);
		while (!end.aborted) {
			const news = jobs.flatMap(newsOf);
			if (news.length > 0) report.progress(`Uploading ${news.join("; ")}`);
			await clock.wait(NEXT_LINE);
		}
	} catch {}
}
function newsOf({ upload: { label, file }, sent, state }) {
	if (state === "processing") return [`${label}: the server is still processing it`];
	if (state !== "sending") return [];
	if (sent >= file.size) return [`${label}: all ${require_file_size.formatSize(file.size)} sent, the server has not answered yet`];
	return [`${label}: ${require_file_size.formatSize(sent)} of ${require_file_size.formatSize(file.size, sent)} sent`];
}
// src/mastodon/multipart.ts
function encodeForm(fields, boundary = (0, node_crypto.randomUUID)()) {
	const pieces = fields.flatMap((field) => {
		return [
			Buffer.from(`--${boundary}\r\n${headersOf(field)}\r\n`),
			"file" in field ? field.file : Buffer.from(field.value),
			Buffer.from("\r\n")
		];
	});
	pieces.push(Buffer.from(`--${boundary}--\r\n`));
	const length = pieces.reduce((sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.length : piece.size), 0);
	async function* chunks() {
		for (const piece of pieces) if (Buffer.isBuffer(piece)) yield piece;
		else yield* readWhole(piece);
	}
	return {
		type: `multipart/form-data; boundary=${boundary}`,
		body: {
			length,
			chunks
		}
	};
}
function headersOf(field) {
	const disposition = `Content-Disposition: form-data; name="${escaped(field.name)}"`;
	if (!("file" in field)) return `${disposition}\r\n`;
	const { filename, type } = field.file;
	return `${disposition}; filename="${escaped(filename)}"\r\nContent-Type: ${escaped(type)}\r\n`;
}
function escaped(text) {
	return text.replaceAll(/[\u0000-\u001F\u007F"\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
async function* readWhole(file) {
	const { filename, size } = file;
	let count = 0;
	try {
		for await (const chunk of file.read()) {
			count += chunk.length;
			if (count > size) break;
			yield chunk;
		}
	} catch (cause) {
		throw new require_action.FileError(cause.message, { cause });
	}
	if (count !== size) throw new require_action.FileError(`${filename} changed while it was sent: it had ${size} bytes before. Let nothing write to it meanwhile.`);
}
// src/mastodon/media/sending.ts
const PAUSES = [
	2e3,
	5e3,
	1e4
];
const RATE_PAUSES = [
	1e4,
	2e4,
	4e4
];
async function sendMedia(client, job, report) {
	let path = "/api/v2/media";
	let tries = 0;
	for (;;) {
		job.sent = 0;
		try {
			return attachmentOf(await client.call("POST", path, { form: formOf(job) }), client, path);
		} catch (error) {
			if (!(error instanceof require_action.MastodonError)) throw error;
			const { failure } = error;
			if (path === "/api/v2/media" && [
				404,
				405,
				501
			].includes(failure.answer?.status ?? 0)) {
				path = "/api/v1/media";
				continue;
			}
			const pause = pauseAfter(failure, tries, client.clock);
			if (pause === null) throw finalError(error, job, tries);
			report.progress(`Uploading ${job.upload.label} again in ${Math.ceil(pause / 1e3)} s: ${inShort(failure)}.`);
			tries += 1;
			job.state = "waiting";
			await client.clock.wait(pause);
			job.state = "sending";
		}
	}
}
function formOf(job) {
	const { file, description, focus, thumbnail } = job.upload;
	return encodeForm([
		...description === "" ? [] : [{
			name: "description",
			value: description
		}],
		...focus === "" ? [] : [{
			name: "focus",
			value: focus
		}],
		...thumbnail === null ? [] : [{
			name: "thumbnail",
			file: thumbnail
		}],
		{
			name: "file",
			file: counted(file, job)
		}
	]);
}
function counted(file, job) {
	return {
		...file,
		async *read() {
			for await (const chunk of file.read()) {
				yield chunk;
				job.sent += chunk.length;
			}
		}
	};
}
function attachmentOf(answer, client, path) {
	const { id, url } = require_action.asObject(answer.json);
	if (typeof id === "string" && id !== "" || typeof id === "number") return {
		id: String(id),
		isReady: typeof url === "string" && url !== ""
	};
	const failure = {
		method: "POST",
		path,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	};
	const what = `${require_action.hostOf(failure)} answered ${answer.status} to POST ${path}, but the answer is no media attachment.`;
	throw new require_action.MastodonError(failure, {
		what,
		why: "The server does not keep to the Mastodon API, or something in front of it answered.",
		cure: "Run again later."
	}, "not done");
}
function pauseAfter(failure, tries, clock) {
	const pause = failure.answer ? pauseAfterAnswer({
		...failure,
		answer: failure.answer
	}, tries, clock) : isHopeless(failure.cause) ? void 0 : PAUSES[tries];
	return pause !== void 0 && pause < clock.left() ? pause : null;
}
function pauseAfterAnswer(failure, tries, clock) {
	const { status } = failure.answer;
	if (status === 429) {
		const pause = RATE_PAUSES[tries];
		return pause === void 0 ? void 0 : require_rate_limit.waitOf(failure.answer, clock.now()) ?? pause;
	}
	const isFinal = status === 501 || require_outcome.failsValidation(failure) || /processing/i.test(require_missing_scope.serverSentence(failure));
	return status === 408 || status >= 500 && !isFinal ? PAUSES[tries] : void 0;
}
function isHopeless(cause) {
	return !require_outcome.mayPass(cause) || /^(Timeout|Abort)Error$/.test(cause?.name ?? "");
}
function inShort(failure) {
	const { answer, cause } = failure;
	if (answer) return `${require_action.hostOf(failure)} answered ${require_missing_scope.told({
		...failure,
		answer
	})}`;
	return `the connection to ${require_action.hostOf(failure)} broke (${require_outcome.causeInShort(cause) || cause?.message})`;
}
function finalError(error, job, tries) {
	const { failure } = error;
	const { label, file } = job.upload;
	if (failure.answer) {
		const explained = require_missing_scope.orMissingScope(error, "write:media", "To attach media");
		if (explained instanceof require_action.MastodonError && explained !== error) return explained;
		const diagnosis = explainMedia({
			...failure,
			answer: failure.answer
		}, label);
		return new require_action.MastodonError(failure, diagnosis ?? error.diagnosis, "not done");
	}
	const host = require_action.hostOf(failure);
	const sent = `${require_file_size.formatSize(job.sent)} of ${require_file_size.formatSize(file.size, job.sent)}`;
	if (failure.cause?.name === "TimeoutError") {
		const isSent = job.sent >= file.size;
		const diagnosis = {
			what: isSent ? `${host} had not answered to ${label} when the time limit was over, though all of it was sent.` : `${sent} of ${label} were sent to ${host} when the time limit was over.`,
			why: isSent ? "The server takes long over files of this kind." : "The line is slow for a file of this size.",
			cure: "Set a longer `timeout`, or make the file smaller."
		};
		return new require_action.MastodonError(failure, diagnosis, "not done");
	}
	if (job.sent > 0 && tries > 0) {
		const diagnosis = {
			what: `The connection to ${host} broke ${tries + 1} times while ${label} was sent, at last after ${sent}.`,
			why: "The file may be larger than what stands in front of the instance lets through, or the line is bad.",
			cure: "Make the file smaller, or run again later."
		};
		return new require_action.MastodonError(failure, diagnosis, "not done");
	}
	return new require_action.MastodonError(failure, error.diagnosis, "not done");
}
// src/mastodon/media/media.ts
const AT_ONCE = 4;
const DELETION_TIMEOUT = 1e4;
async function uploadMedia(client, uploads, report) {
	const stop = new AbortController();
	const bounded = client.within(stop.signal);
	const jobs = uploads.map((upload) => ({
		upload,
		sent: 0,
		state: "waiting"
	}));
	const ids = [];
	const waiting = jobs.entries();
	const worker = async () => {
		for (const [index, job] of waiting) {
			job.state = "sending";
			const { id, isReady } = await sendMedia(bounded, job, report);
			ids[index] = id;
			job.state = "processing";
			if (!isReady) await awaitProcessing(bounded, id, job.upload);
			job.state = "ready";
		}
	};
	const workers = Array.from({ length: Math.min(AT_ONCE, jobs.length) }, worker);
	const telling = tellProgress(bounded.clock, jobs, report, stop.signal);
	try {
		await Promise.all(workers);
		return ids;
	} catch (error) {
		stop.abort();
		await Promise.allSettled(workers);
		await deleteMedia(client, Object.values(ids));
		throw error;
	} finally {
		stop.abort();
		await telling;
	}
}
async function deleteMedia(client, ids) {
	const bounded = client.within(DELETION_TIMEOUT);
	const deletions = ids.map((id) => bounded.call("DELETE", `/api/v1/media/${encodeURIComponent(id)}`));
	await Promise.allSettled(deletions);
}
exports.deleteMedia = deleteMedia;
exports.uploadMedia = uploadMedia;
