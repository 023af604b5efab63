const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_vendor_globs = require("./vendor-globs.js");
const require_action = require("./action.js");
const require_mastodon = require("./mastodon.js");
const require_vendor_toml = require("./vendor-toml.js");
const require_plain_text = require("./plain-text.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_path_posix = require("node:path/posix");
// src/sources/changes.ts
var import_picomatch = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_vendor_globs.require_picomatch(), 1);
const MOST_COMPARED = 300;
const MOST_COMMITS = 50;
const ZEROS = /^0*$/;
async function changesOf({ event, github }, api) {
	const ask = (route, values = {}) => askFor(api, github.repository, route, values);
	if (github.event_name === "push") return ofPush(event, ask);
	if (github.event_name === "merge_group") {
		const { base_sha: base, head_sha: head } = fieldsOf(event.merge_group);
		return compare(String(base), String(head), ask);
	}
	const pull = fieldsOf(event.pull_request);
	if (!/^pull_request(_target)?$/.test(github.event_name) || pull.number === void 0) return null;
	return changesIn(await pages(`pulls/${pull.number}/files`, ask), String(fieldsOf(pull.base).sha));
}
async function ofPush(event, ask) {
	const before = String(event.before ?? "");
	const after = String(event.after ?? "");
	const commits = listOf(event.commits);
	if (event.deleted === true || ZEROS.test(after)) return {
		files: [],
		removed: [],
		before: null
	};
	if (commits.length > 0 && commits.every(({ added, modified }) => Array.isArray(added) && Array.isArray(modified)) && Number(event.total_commits ?? commits.length) <= commits.length) return inLists(commits, ZEROS.test(before) ? null : before);
	const { default_branch: main, name } = {
		name: "",
		...fieldsOf(event.repository)
	};
	const isDefault = event.ref === `refs/heads/${main}`;
	if (ZEROS.test(before) && !isDefault && name !== "") return compare(String(main), after, ask);
	if (!ZEROS.test(before)) try {
		return await compare(before, after, ask);
	} catch (error) {
		if (require_action.statusOf(error.cause) !== 404) throw error;
	}
	if (commits.length > MOST_COMMITS) return `the push has ${commits.length} commits and nothing to compare them with`;
	const all = [];
	for (const { id, sha } of commits) all.push(...listOf(fieldsOf((await ask(`commits/${id ?? sha}`)).data).files));
	return changesIn(all, null);
}
function inLists(commits, before) {
	const paths = (name) => commits.flatMap((commit) => Array.isArray(commit[name]) ? commit[name].map(String) : []);
	const [added, modified, removed] = [
		new Set(paths("added")),
		new Set(paths("modified")),
		new Set(paths("removed"))
	];
	return {
		files: [.../* @__PURE__ */ new Set([...added, ...modified])].map((path) => {
			return {
				path,
				former: before === null || added.has(path) && !removed.has(path) ? null : path,
				mayDiffer: true,
				mayBeGone: removed.has(path)
			};
		}),
		removed: [...removed].filter((path) => !added.has(path)),
		before
	};
}
async function compare(base, head, ask) {
	const { status, commits, files } = fieldsOf((await ask(`compare/${[base, head].map(encodeURIComponent).join("...")}`)).data);
	const listed = Array.isArray(files) ? listOf(files) : listOf(commits).flatMap((commit) => listOf(commit.files));
	if (status !== "diverged" && listed.length < MOST_COMPARED) return changesIn(listed, base);
	const [old, now] = [await treeOf(base, ask), await treeOf(head, ask)];
	if (old === null || now === null) return "the push changed more files than the GitHub API tells of";
	return {
		files: [...now].filter(([path, id]) => old.get(path) !== id).map(([path]) => ({
			path,
			former: old.has(path) ? path : null,
			mayDiffer: true,
			mayBeGone: false
		})),
		removed: [...old.keys()].filter((path) => !now.has(path)),
		before: base
	};
}
async function treeOf(commit, ask) {
	const { tree, truncated } = fieldsOf((await ask(`git/trees/${encodeURIComponent(commit)}`, { recursive: "1" })).data);
	if (truncated === true || !Array.isArray(tree)) return null;
	const blobs = listOf(tree).filter(({ type }) => type === "blob");
	return new Map(blobs.map(({ path, sha }) => [String(path), String(sha)]));
}
function changesIn(listed, before) {
	const named = listed.map(({ filename, previous_filename: previous, status, patch, changes }) => ({
		patch,
		changes,
		path: String(filename),
		previous: typeof previous === "string" && previous !== "" ? previous : String(filename),
		isNew: status === "added" || status === "copied",
		isGone: status === "removed" || status === "deleted"
	}));
	const added = new Set(named.flatMap(({ isNew, path }) => isNew ? [path] : []));
	const removed = named.flatMap(({ isGone, path }) => isGone ? [path] : []);
	const left = /* @__PURE__ */ new Set([...removed, ...named.flatMap(({ path, previous }) => previous === path ? [] : [previous])]);
	const files = /* @__PURE__ */ new Map();
	for (const { path, previous, isNew, isGone, patch, changes } of named) {
		if (isGone) continue;
		if (!isNew && added.has(previous)) added.add(path);
		const former = isNew || added.has(path) ? null : previous;
		files.set(path, {
			path,
			former,
			mayDiffer: changes !== 0 && saysOtherThan(patch),
			mayBeGone: left.has(path)
		});
	}
	return {
		files: [...files.values()],
		removed,
		before
	};
}
const SAYS_OTHER = /^-[ \t]*(?:["'\w.-]+[ \t]*[:=]|[+-]{3}|[-\]}]|["'\w.-]+[ \t]*,?[ \t]*$)|^\+(?:-{3}|\+{3})[ \t]*$/m;
function saysOtherThan(patch) {
	return typeof patch !== "string" || SAYS_OTHER.test(patch);
}
const PAGE = 100;
const MOST_PAGES = 30;
async function pages(route, ask) {
	const all = [];
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const list = listOf((await ask(route, {
			per_page: PAGE,
			limit: PAGE,
			page
		})).data);
		all.push(...list);
		if (list.length < PAGE) break;
	}
	return all;
}
async function textAt(environment, api, path, ref) {
	const way = path.split("/").map(encodeURIComponent).join("/");
	try {
		const { data } = await askFor(api, environment.github.repository, `contents/${way}`, { ref });
		const { content, encoding } = fieldsOf(data);
		if (typeof content !== "string" || encoding !== "base64") return null;
		return Buffer.from(content, "base64").toString("utf8").replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
	} catch (error) {
		if (require_action.statusOf(error.cause) === 404) return null;
		throw error;
	}
}
async function askFor(api, repository, route, values) {
	const [owner = "", repo = ""] = repository.split("/");
	if (api.token === "") throw new Error("`files` needs `github-token`, which is empty. Leave it out for the default, `${{ github.token }}`.");
	try {
		return await require_action.askGithub(api, `GET /repos/{owner}/{repo}/${route}`, {
			owner,
			repo,
			...values
		});
	} catch (cause) {
		const cures = {
			forbidden: "`github-token` may not read the repository. Give the job `permissions: { contents: read }`.",
			missing: "`github-token` may not see the repository. Give the job `permissions: { contents: read }`."
		};
		const failed = `Asking ${api.apiUrl} what changed in ${repository} failed`;
		throw new Error(require_action.explainFailure(cause, failed, cures), { cause });
	}
}
function fieldsOf(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
function listOf(value) {
	return Array.isArray(value) ? value.map(fieldsOf) : [];
}
// src/sources/content-file.ts
async function readContentFile(path, text) {
	const { language, source, body } = require_mastodon.splitFrontMatter(text);
	if (language === null && neverEnds(text)) {
		const [mark] = text.split("\n", 1);
		throw new Error(`line 1: the front matter never ends. Write \`${mark.trim()}\` below it.`);
	}
	const data = language === null ? {} : await parseData(language, source);
	const lines = source.split("\n");
	const lineOf = (key) => {
		const at = (name, from) => lines.findIndex((line, index) => index >= from && line.match(/[\w.-]+/)?.[0] === name);
		const top = at(require_mastodon.OWN_KEY, 0);
		const below = at(key, Math.max(top, 0));
		return (below === -1 ? Math.max(top, 0) : below) + 2;
	};
	const written = dateIn(data, path);
	return {
		entry: {
			title: textIn(data, "title") ?? headingOf(body),
			summary: textIn(data, "description") ?? textIn(data, "summary") ?? paragraphOf(body),
			link: [
				"link",
				"url",
				"permalink",
				"canonical"
			].map((key) => require_action.webAddress(textIn(data, key) ?? "")).find(Boolean) ?? null,
			tags: tagsIn(data),
			date: written && require_action.isoDate(written),
			language: textIn(data, "lang") ?? textIn(data, "language") ?? textIn(data, "locale"),
			path,
			slug: textIn(data, "slug") ?? slugOf(path),
			body: body.trim(),
			data
		},
		isDraft: isTrue(data.draft) || isFalse(data.published) || isFalse(data["mastodon"]),
		begins: written === null ? null : beginOf(written),
		lineOf
	};
}
function neverEnds(text) {
	return /^(?:\+\+\+[ \t]*\n|---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*["'\p{L}\p{N}_.-]+[ \t]*:[ \t\n])/u.test(text);
}
async function parseData(language, source) {
	try {
		const value = language === "TOML" ? plainData(require_vendor_toml.parse(source)) : await require_mastodon.parseYamlText(source);
		return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
	} catch (cause) {
		const { message, line } = cause;
		const [said = ""] = message.split("\n");
		throw new Error(`line ${(line ?? 0) + 1}: the front matter is not ${language}: ${inThisFile(said, line)}.`);
	}
}
function inThisFile(said, line) {
	const plain = said.replace(/^Invalid TOML document: /, "").replace(/\.$/, "");
	return line === null ? plain : plain.replace(/ at line \d+, column \d+/, "").replace(/^line \d+ is/, "it is");
}
function plainData(value) {
	if (value instanceof Date) return value.toISOString().replace(/\.0+(?=\D|$)/, "");
	if (Array.isArray(value)) return value.map(plainData);
	if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plainData(held)]));
	return typeof value === "boolean" ? value : String(value);
}
function textIn(data, key) {
	const value = data[key];
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
function tagsIn(data) {
	const tags = data.tags ?? data.taxonomies?.tags;
	if (Array.isArray(tags)) return tags.filter((tag) => typeof tag === "string" && tag !== "");
	if (typeof tags !== "string") return [];
	return tags.split(tags.includes(",") ? "," : /\s+/).map((tag) => tag.trim()).filter((tag) => tag !== "");
}
function isTrue(value) {
	return value === true || typeof value === "string" && /^(true|yes|on)$/i.test(value);
}
function isFalse(value) {
	return value === false || typeof value === "string" && /^(false|no|off)$/i.test(value);
}
function dateIn(data, path) {
	const keys = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
	const { created } = typeof data.date === "object" && data.date !== null ? data.date : {};
	const inName = /^\d{4}-\d{2}-\d{2}/.exec(nameOf(path))?.[0];
	return [
		keys.get("publishdate"),
		keys.get("date"),
		created,
		keys.get("pubdate"),
		keys.get("published"),
		inName
	].find((one) => typeof one === "string" && require_action.isoDate(one) !== null) ?? null;
}
const EARLIEST = 504e5;
function beginOf(written) {
	const hasOffset = /(?:z|utc|gmt|[+-]\d{1,2}:?\d{2})$/i.test(written.trim()) && /\d:\d/.test(written);
	return Date.parse(require_action.isoDate(written)) - (hasOffset ? 0 : EARLIEST);
}
function slugOf(path) {
	return nameOf(path).replace(/^\d{4}-\d{2}-\d{2}[-_ ](?=.)/, "");
}
function nameOf(path) {
	const name = (0, node_path_posix.basename)(path, (0, node_path_posix.extname)(path));
	return /^_?index(\.[a-z]{2}(-\w+)?)?$/i.test(name) ? (0, node_path_posix.basename)((0, node_path_posix.dirname)(path)) : name;
}
const MOST_BLOCKS = 500;
const LONGEST = 5e3;
function blocksOf(body) {
	const lines = body.split("\n");
	const isCode = require_action.inFencedCode(lines);
	const blocks = [[]];
	for (const [index, line] of lines.entries()) if (line.trim() !== "" && !isCode[index]) blocks.at(-1).push(line);
	else if (blocks.at(-1).length > 0) blocks.push([]);
	return blocks.slice(0, MOST_BLOCKS).map((block) => block.join("\n"));
}
const HEADING = /^ {0,3}(?:#{1,6}[ \t]+(.+?)[ \t#]*$|(.+)\n {0,3}(?:=+|-+)[ \t]*$)/m;
function headingOf(body) {
	for (const block of blocksOf(body)) {
		if (INDENTED.test(block)) continue;
		const [, one, other] = HEADING.exec(block) ?? [];
		const title = require_plain_text.plainText((one ?? other ?? "").slice(0, LONGEST)).replaceAll(/\s+/g, " ");
		if (title !== "") return title;
	}
	return null;
}
const INDENTED = /^(?: {4}|\t)/;
const NO_PROSE = /^\s*(?:[|<]|[-*+][ \t]|\d+[.)][ \t]|\[\^|!!!|\?\?\?|:::|import\s|export\s|(?:!\[[^\]]*\]\([^)]*\)\s*)+$)/;
const SITE_TAGS = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;
function paragraphOf(body) {
	for (const block of blocksOf(body)) {
		const prose = block.replace(SITE_TAGS, "").replace(/^ {0,3}#{1,6}[ \t].*$/gm, "");
		if (INDENTED.test(block) || prose.trim() === "" || NO_PROSE.test(prose) || /\n {0,3}(?:=+|-+)[ \t]*$/.test(prose)) continue;
		const text = require_plain_text.plainText(prose.slice(0, LONGEST));
		if (text !== "") return text;
	}
	return null;
}
// src/sources/load-files.ts
var load_files_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ findFiles: () => findFiles });
async function findFiles(wanted, environment, api, now) {
	const site = siteOf(wanted, environment);
	const changes = await changesOf(environment, api);
	if (changes !== null && typeof changes !== "string") return ofChanges(changes, site, environment, api, now);
	const why = changes === null ? [] : [`Since ${changes}, the files count that are dated within \`max-age\`.`];
	const found = await byDate(site, now);
	return {
		...found,
		remarks: [...why, ...found.remarks]
	};
}
function siteOf(wanted, { folders }) {
	const checkout = checkoutIn(folders[0]);
	const inner = wanted.patterns.filter((pattern) => !pattern.startsWith("!"));
	const outer = wanted.patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
	const isMatch = (0, import_picomatch.default)(inner, { ignore: outer });
	return {
		...wanted,
		folders,
		checkout,
		matches: (path) => isMatch(checkout + path)
	};
}
function checkoutIn(workspace) {
	if ((0, node_fs.existsSync)((0, node_path.join)(workspace, ".git"))) return "";
	const folders = foldersIn(workspace).filter((name) => (0, node_fs.existsSync)((0, node_path.join)(workspace, name, ".git")));
	return folders.length === 1 ? `${folders[0]}/` : "";
}
function foldersIn(workspace) {
	try {
		return (0, node_fs.readdirSync)(workspace, { withFileTypes: true }).flatMap((one) => one.isDirectory() ? [one.name] : []);
	} catch {
		return [];
	}
}
async function ofChanges(changes, site, environment, api, now) {
	const remarks = [];
	const files = [];
	const { before } = changes;
	const isThere = (path) => (0, node_fs.existsSync)((0, node_path.join)(site.folders[0], site.checkout, path));
	const wanted = changes.files.filter(({ path, mayBeGone }) => site.matches(path) && (!mayBeGone || isThere(path)));
	const missing = wanted.map(({ path }) => path).filter((path) => !isThere(path));
	if (missing.length > 0) throw notCheckedOut(missing, environment);
	const formerly = (path) => before === null ? Promise.resolve(null) : textAt(environment, api, path, before);
	const gone = [];
	for (const path of wanted.some(({ former }) => former === null) ? changes.removed.filter(site.matches) : []) gone.push(await formerly(path) ?? "");
	for (const { path, former, mayDiffer } of wanted) {
		if (require_mastodon.NO_TEXT.test(path)) {
			remarks.push(`\`files\`: ${path} is not text. Narrow the globs; to attach a file, use \`media\`.`);
			continue;
		}
		const file = await readFound(path, site);
		if (file.isDraft) continue;
		const isAsBefore = !mayDiffer || before === null;
		if (former === null ? await isAmong(file, gone) : site.matches(former) && (isAsBefore || await wasPublic(former, await formerly(former), site))) continue;
		if (file.begins !== null && file.begins > now && !site.allowsFuture) {
			remarks.push(`${path} is dated ${file.entry.date}, which is ahead, so it is not posted now. Post it from a feed after the scheduled build, or set \`scheduled-at: "{{ entry.date }}"\`.`);
			continue;
		}
		files.push({
			entry: file.entry,
			own: file.own,
			date: null,
			problems: file.problems
		});
	}
	if (files.length > site.maxPosts) {
		const named = files.slice(0, 10).map(({ entry }) => entry.path);
		throw new Error(`${files.length} files become public, and \`max-posts\` allows ${site.maxPosts} posts: ${named.join(", ")}${files.length > 10 ? ", …" : ""}. Raise \`max-posts\` if all of them are meant.`);
	}
	return {
		files,
		isByDate: false,
		nothing: wanted.length === 0 ? "No changed file matches `files`." : "No file that `files` names becomes public here. Drafts, and pages that were public before, are not announced.",
		remarks
	};
}
async function readFound(path, site) {
	try {
		return await checked(path, await require_mastodon.readWorkspaceFile("files", site.checkout + path, site.folders), site);
	} catch (error) {
		return unread(path, error);
	}
}
async function checked(path, text, site) {
	try {
		const file = await readContentFile(path, text);
		const { entry, isDraft, lineOf } = file;
		const said = require_action.readOwnInputs({
			place: site.checkout + path,
			data: isDraft ? {} : entry.data,
			lineOf
		});
		return {
			...file,
			text,
			...said
		};
	} catch (error) {
		return unread(path, error);
	}
}
async function unread(path, { message }) {
	return {
		...await readContentFile(path, ""),
		begins: null,
		text: "",
		own: {},
		problems: [message]
	};
}
async function wasPublic(path, text, site) {
	if (text === null) return false;
	const { isDraft, problems } = await checked(path, text, site);
	return !isDraft && problems.length === 0;
}
async function isAmong({ entry, text }, gone) {
	for (const other of gone.filter((one) => one !== "")) {
		if (other === text) return true;
		const { isDraft, entry: was } = await readContentFile(entry.path, other).catch(() => readContentFile("", ""));
		if (!isDraft && was.title !== null && was.title === entry.title) return true;
	}
	return false;
}
function notCheckedOut(paths, { github }) {
	const which = paths.length === 1 ? `${paths[0]} is` : `${paths[0]} and ${paths.length - 1} more are`;
	const cause = github.event_name === "pull_request_target" ? "`pull_request_target` checks out the base branch. Run on `pull_request` instead, which needs no secret for a rehearsal." : "Is `actions/checkout` missing before this step, or does it check out another `ref`?";
	return /* @__PURE__ */ new Error(`\`files\`: ${which} not in the workspace. ${cause}`);
}
async function byDate(site, now) {
	const [workspace = "."] = site.folders;
	const paths = await require_vendor_globs.glob([...site.patterns], {
		cwd: workspace,
		followSymbolicLinks: false,
		expandDirectories: false
	});
	const remarks = [];
	const none = (nothing) => ({
		files: [],
		isByDate: true,
		nothing,
		remarks
	});
	if (paths.length === 0) {
		if (foldersIn(workspace).length === 0) throw new Error("`files`: the workspace is empty. Is `actions/checkout` missing before this step?");
		remarks.push(`\`files\`: no file matches ${site.patterns.join(", ")}. Globs start at the top of the workspace.`);
		return none("No file matches `files`.");
	}
	const files = [];
	let undated = 0;
	for (const path of paths.sort().filter((one) => !require_mastodon.NO_TEXT.test(one))) {
		const file = await readFound(path.startsWith(site.checkout) ? path.slice(site.checkout.length) : path, site);
		if (file.isDraft) continue;
		const date = file.entry.date === null ? null : Date.parse(file.entry.date);
		if (file.entry.date === null && file.problems.length > 0) remarks.push(...file.problems.map((problem) => `${path}: ${problem}`));
		else if (date === null) undated += 1;
		else if (date <= now && now - date <= site.maxAge) files.push({
			entry: file.entry,
			own: file.own,
			date,
			problems: file.problems
		});
	}
	if (undated > 0) {
		const which = undated === 1 ? "A file has" : `${undated} files have`;
		remarks.push(`${which} no date, so whether it is new cannot be told, and it is left out here. A push tells.`);
	}
	files.sort((one, other) => one.date - other.date);
	return {
		...none(files.length === 0 ? "No file is dated within `max-age`." : "The account has a post about each file that is dated within `max-age`."),
		files
	};
}
Object.defineProperty(exports, "load_files_exports", {
	enumerable: true,
	get: function() {
		return load_files_exports;
	}
});
