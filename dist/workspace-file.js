let node_fs = require("node:fs");
let node_path = require("node:path");
// src/action/workspace-file.ts
const MAX_BYTES = 1048576;
function readWorkspaceFile(input, path, folders) {
	const file = resolveInside(input, path, folders);
	const stat = (0, node_fs.lstatSync)(file);
	if (!stat.isFile()) throw new Error(`\`${input}\`: ${path} is not a file.`);
	if (stat.size > MAX_BYTES) throw new Error(`\`${input}\`: ${path} has ${stat.size} bytes, the most is ${MAX_BYTES}. Is it the file you mean?`);
	const bytes = (0, node_fs.readFileSync)(file);
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new Error(`\`${input}\`: ${path} is not UTF-8 text. Save it as UTF-8.`);
	}
	return text.replaceAll("\r\n", "\n");
}
function resolveInside(input, path, folders) {
	const { root, below } = placeInside(input, path, folders);
	return walkDown(input, path, root, below);
}
function placeInside(input, path, folders) {
	const roots = folders.map((folder) => ({
		named: (0, node_path.resolve)(folder),
		real: realFolder(folder)
	}));
	const wanted = (0, node_path.resolve)(roots[0].real, node_path.sep === "\\" ? path.replaceAll("/", node_path.sep) : path);
	for (const { named, real } of roots) {
		const below = [real, named].map((base) => (0, node_path.relative)(base, wanted)).find((way) => !leadsOut(way)) ?? belowMount(named, wanted);
		if (below !== void 0) return {
			root: real,
			below
		};
	}
	throw new Error(`\`${input}\`: ${path} lies outside the workspace. Copy the file into the workspace first.`);
}
function belowMount(folder, wanted) {
	const mounted = /^\/__w(\/.+)$/.exec(folder)?.[1];
	if (mounted === void 0) return void 0;
	const place = `${wanted}/`.indexOf(`${mounted}/`);
	return place > 0 ? wanted.slice(place + mounted.length + 1) : void 0;
}
function walkDown(input, path, root, below) {
	let step = root;
	for (const name of below.split(node_path.sep)) {
		if (holdsCredentials(name)) throw credentials(input, path);
		step = (0, node_path.resolve)(step, name);
		const stat = lookAt(step);
		if (stat === null) throw notThere(input, path, (0, node_path.isAbsolute)(path) ? void 0 : findDeeper(root, below));
		if (stat.isSymbolicLink()) throw new Error(`\`${input}\`: ${path} leads through a symbolic link. Name the file itself.`);
	}
	if (holdsCredentials((0, node_path.relative)(root, node_fs.realpathSync.native(step)))) throw credentials(input, path);
	return step;
}
function holdsCredentials(below) {
	return below.split(node_path.sep).some((name) => /^(\.git|git-credentials-.*)$/i.test(name));
}
function credentials(input, path) {
	return /* @__PURE__ */ new Error(`\`${input}\`: ${path} may hold credentials of \`actions/checkout\`. Use another path.`);
}
function lookAt(path) {
	try {
		return (0, node_fs.lstatSync)(path);
	} catch {
		return null;
	}
}
function findDeeper(root, below) {
	const first = foldersIn(root, "");
	return [...first, ...first.flatMap((folder) => foldersIn(root, folder))].map((folder) => (0, node_path.join)(folder, below)).find((path) => lookAt((0, node_path.resolve)(root, path))?.isFile());
}
function foldersIn(root, below) {
	try {
		return (0, node_fs.readdirSync)((0, node_path.resolve)(root, below), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !holdsCredentials(entry.name)).map(({ name }) => (0, node_path.join)(below, name));
	} catch {
		return [];
	}
}
function notThere(input, path, deeper) {
	const named = path.length > 100 ? `${path.slice(0, 100)}…` : path;
	if (deeper !== void 0) {
		const there = deeper.replaceAll(node_path.sep, "/");
		return /* @__PURE__ */ new Error(`\`${input}\`: ${named} does not exist in the workspace, but ${there} does. Write \`${there}\`: paths start at the workspace, since \`working-directory\` does not apply to \`uses\`.`);
	}
	const slashes = node_path.sep === "/" && path.includes("\\") ? "Write `/` between folders. " : "";
	return /* @__PURE__ */ new Error(`\`${input}\`: ${named} does not exist in the workspace. ${slashes}Is \`actions/checkout\` missing before this step, or the path misspelled?`);
}
function realFolder(folder) {
	try {
		return (0, node_fs.realpathSync)(folder);
	} catch {
		return folder;
	}
}
function leadsOut(path) {
	return path === ".." || path.startsWith(`..${node_path.sep}`) || (0, node_path.isAbsolute)(path);
}
Object.defineProperty(exports, "placeInside", {
	enumerable: true,
	get: function() {
		return placeInside;
	}
});
Object.defineProperty(exports, "readWorkspaceFile", {
	enumerable: true,
	get: function() {
		return readWorkspaceFile;
	}
});
Object.defineProperty(exports, "resolveInside", {
	enumerable: true,
	get: function() {
		return resolveInside;
	}
});
