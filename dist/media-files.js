const require_workspace_file = require("./workspace-file.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_crypto = require("node:crypto");
// src/action/media-kind.ts
const HEAD = 4100;
const TEXTS = [
	[/^version https:\/\/git-lfs\.github\.com\/spec\//, "is a pointer of Git LFS, not the file itself. Set `lfs: true` in the step of `actions/checkout`."],
	[/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg|<svg\b)/i, "is an SVG drawing, which instances do not take. Convert it to PNG."],
	[/^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html\b|<head\b|<body\b)/i, "is a web page. If it was downloaded, the download was answered with a page: check its address and its status."]
];
const TYPES = {
	"application/pdf": "is a PDF document. Make an image of its page.",
	"application/zip": "is a ZIP archive. Unpack it in a step before.",
	"application/gzip": "is a gzip archive. Unpack it in a step before.",
	"application/postscript": "is a PostScript document. Convert it to PNG."
};
const MUST = "but media are images, videos and sounds";
async function kindOfMedia(head) {
	const start = Buffer.from(head).toString("utf8").replace(/^\uFEFF/, "");
	const refused = TEXTS.find(([pattern]) => pattern.test(start));
	if (refused) return {
		type: "",
		refusal: refused[1]
	};
	const { fileTypeFromBuffer } = await Promise.resolve().then(() => require("./vendor-media.js")).then((n) => n.core_exports);
	const mime = (await fileTypeFromBuffer(head))?.mime.replace(/;.*/, "") ?? "";
	if (mime === "image/apng") return {
		type: "image/png",
		refusal: ""
	};
	if (/^(image|video|audio)\//.test(mime)) return {
		type: mime,
		refusal: ""
	};
	if (mime !== "") return {
		type: "",
		refusal: TYPES[mime] ?? `is ${mime}, ${MUST}. Check the path.`
	};
	return {
		type: "",
		refusal: !/[\u0000\uFFFD]/.test(start.slice(0, -4)) ? `is a text, ${MUST}. Check the path.` : `is of no known kind, ${MUST}. Is it damaged?`
	};
}
// src/action/media-files.ts
const MOST_MATCHES = 50;
const CHUNK = 262144;
async function findMedia(requests, folders) {
	const problems = [];
	const found = [];
	const paths = /* @__PURE__ */ new Set();
	const trying = async (step) => {
		try {
			await step();
		} catch (error) {
			problems.push(error.message);
		}
	};
	for (const request of requests) await trying(async () => {
		const shared = await findShared(request, folders);
		const places = (await pathsOf(request.file, folders)).map((label) => ({
			label,
			path: require_workspace_file.resolveInside("media", label, folders)
		}));
		for (const { label, path } of places) await trying(async () => {
			if (paths.has(path)) throw new Error(`\`media\` names ${label} twice. Narrow the glob, or leave it out once.`);
			paths.add(path);
			found.push({
				label,
				...await inspect(path, label),
				focus: request.focus,
				...shared
			});
		});
	});
	if (problems.length > 0) throw new Error(problems.join("\n"));
	return found;
}
async function findShared({ description, descriptionFile, thumbnail }, folders) {
	return {
		description: descriptionFile === "" ? {
			source: description,
			isTemplate: true
		} : {
			source: require_workspace_file.readWorkspaceFile("media", descriptionFile, folders).trim(),
			isTemplate: false
		},
		thumbnail: thumbnail === "" ? null : await findThumbnail(thumbnail, folders)
	};
}
async function findThumbnail(path, folders) {
	const { file } = await inspect(require_workspace_file.resolveInside("media", path, folders), path);
	if (file.type.startsWith("image/")) return file;
	throw new Error(`\`media\`: the thumbnail ${path} is ${file.type}. Take an image.`);
}
async function pathsOf(pattern, folders) {
	const { glob, isDynamicPattern } = await Promise.resolve().then(() => require("./vendor-media.js")).then((n) => n.dist_exports);
	const { root, below } = require_workspace_file.placeInside("media", pattern, folders);
	const slashes = below.replaceAll(node_path.sep, "/");
	if (!isDynamicPattern(slashes) || (0, node_fs.existsSync)((0, node_path.resolve)(root, below))) return [pattern];
	if (slashes.startsWith("!")) throw new Error(`\`media\`: ${pattern} would leave files out, which is not offered. Write a glob that matches only what is meant.`);
	const matches = await glob(slashes, {
		cwd: root,
		followSymbolicLinks: false,
		expandDirectories: false
	});
	if (matches.length === 0) throw noMatch(pattern, root);
	if (matches.length > MOST_MATCHES) throw new Error(`\`media\`: ${pattern} matches ${matches.length} files, more than a status can bear. Narrow it.`);
	const { compare } = new Intl.Collator("en", { numeric: true });
	const isWorkspace = root === require_workspace_file.placeInside("media", ".", folders).root;
	return matches.sort(compare).map((match) => isWorkspace ? match : (0, node_path.resolve)(root, match));
}
function noMatch(pattern, root) {
	const cause = isEmpty(root) ? "which is empty. Is `actions/checkout`, or the step that makes the file, missing before this step?" : "Check the glob: it begins at the top of the workspace, and tells upper from lower case.";
	return /* @__PURE__ */ new Error(`\`media\`: no file matches ${pattern} in the workspace${isEmpty(root) ? ", " : ". "}${cause}`);
}
function isEmpty(folder) {
	try {
		return (0, node_fs.readdirSync)(folder).length === 0;
	} catch {
		return true;
	}
}
async function inspect(path, label) {
	const stat = (0, node_fs.lstatSync)(path);
	if (stat.isDirectory()) throw new Error(`\`media\`: ${label} is a folder. Name its files, such as \`${label.replace(/\/+$/, "")}/*.png\`.`);
	if (!stat.isFile()) throw new Error(`\`media\`: ${label} is no regular file. Copy it to one.`);
	if (stat.size === 0) throw new Error(`\`media\`: ${label} is empty. Did the step that makes it fail?`);
	const hash = (0, node_crypto.createHash)("sha256");
	let head;
	for await (const chunk of readFound(path, label, stat)) {
		hash.update(chunk);
		head ??= Buffer.from(chunk.subarray(0, HEAD));
	}
	const { type, refusal } = await kindOfMedia(head ?? Buffer.of());
	if (refusal !== "") throw new Error(`\`media\`: ${label} ${refusal}`);
	return {
		file: {
			filename: (0, node_path.basename)(path),
			type,
			size: stat.size,
			read: () => readFound(path, label, stat)
		},
		sha256: hash.digest("hex")
	};
}
async function* readFound(path, label, found) {
	const unreadable = (cause) => {
		const cure = cause.code === "EACCES" || cause.code === "EPERM" ? "Let the runner's user read it." : "Let nothing move it while this step runs.";
		return /* @__PURE__ */ new Error(`\`media\`: ${label} cannot be read (${cause.code}). ${cure}`);
	};
	const handle = await (0, node_fs_promises.open)(path, node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0)).catch((cause) => {
		throw unreadable(cause);
	});
	try {
		const now = await handle.stat();
		if (now.dev !== found.dev || now.ino !== found.ino || now.size !== found.size || now.mtimeMs !== found.mtimeMs) throw new Error(`\`media\`: ${label} changed after it was checked: it had ${found.size} bytes then, and has ${now.size} now. Let nothing write to it while this step runs.`);
		const buffer = Buffer.allocUnsafeSlow(CHUNK);
		for (;;) {
			const count = await fill(handle, buffer).catch((cause) => {
				throw unreadable(cause);
			});
			if (count > 0) yield buffer.subarray(0, count);
			if (count < CHUNK) return;
		}
	} finally {
		await handle.close();
	}
}
async function fill(handle, buffer) {
	let count = 0;
	while (count < buffer.length) {
		const { bytesRead } = await handle.read(buffer, count, buffer.length - count);
		if (bytesRead === 0) break;
		count += bytesRead;
	}
	return count;
}
exports.findMedia = findMedia;
