const require_vendor_github = require("./vendor-github.js");
// src/action/load-release.ts
async function loadRelease(source) {
	const { repository, tag, apiUrl, token, fetch } = source;
	const [owner = "", repo = ""] = repository.split("/");
	if (!owner || !repo) throw new Error("`release-tag` needs the repository's name, and this runner does not set GITHUB_REPOSITORY. Set it in the step's `env:`, as `owner/name`.");
	if (token === "") throw new Error("`release-tag` needs `github-token`, which is empty. Leave it out for the default, `${{ github.token }}`.");
	if (!URL.canParse(apiUrl)) throw new Error(`\`release-tag\` needs the GitHub API, and GITHUB_API_URL is no web address: ${JSON.stringify(apiUrl)}.`);
	const { rest, request } = require_vendor_github.getOctokit(token, {
		baseUrl: apiUrl,
		request: { fetch }
	});
	let answer;
	try {
		answer = tag === "latest" ? await rest.repos.getLatestRelease({
			owner,
			repo
		}) : await rest.repos.getReleaseByTag({
			owner,
			repo,
			tag
		});
		const target = targetOf(answer, apiUrl);
		if (target?.origin === new URL(apiUrl).origin) answer = await request({
			method: "GET",
			url: target.href
		});
	} catch (cause) {
		throw new Error(explain(cause, source), { cause });
	}
	const { data } = answer;
	if (answer.status !== 200 || !isRelease(data)) throw new Error(explainNoRelease(answer, source));
	return data;
}
function targetOf({ status, headers }, base) {
	const { location } = headers;
	if (![
		301,
		302,
		307,
		308
	].includes(status) || typeof location !== "string") return null;
	return URL.canParse(location, base) ? new URL(location, base) : null;
}
function isRelease(data) {
	const { tag_name: tag } = data ?? {};
	return typeof tag === "string" && tag !== "";
}
function explainNoRelease(answer, source) {
	const { status, data } = answer;
	const address = "GITHUB_API_URL is not the address of the API (https://api.github.com, or https://HOST/api/v3 on a server of your own)";
	if (status >= 300) {
		const target = targetOf(answer, source.apiUrl);
		const where = target ? `a redirect to ${target.href.slice(0, 200)}, which is not followed with a token` : "a redirect";
		return `${failed(source)}: ${status}, ${where}. The repository was moved, or ${address}. Run this in the repository's new place, or correct GITHUB_API_URL.`;
	}
	const said = typeof data === "string" ? plain(data) : "";
	const what = said === "" ? "" : `: “${said}”`;
	return `${failed(source)}: ${status}, but the answer is no release${what}. Something in front of the API answers, such as a login page, or ${address}.`;
}
function failed({ repository, tag, apiUrl }) {
	return `Loading ${tag === "latest" ? `the latest release of ${repository}` : `the release ${tag} of ${repository}`} from ${apiUrl} failed`;
}
function explain(error, source) {
	const { status = 0, response } = error;
	const said = sentenceOf(error);
	const headers = response?.headers ?? {};
	if (!response) return `${failed(source)}: ${said}. Run again when the GitHub API can be reached.`;
	if ((status === 403 || status === 429) && isRateLimit(headers, said)) {
		const reset = Number(headers["x-ratelimit-reset"]);
		const until = reset > 0 && reset < 1e10 ? ` until ${(/* @__PURE__ */ new Date(reset * 1e3)).toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
		return `${failed(source)}: the GitHub API's rate limit is used up${until} (${status} “${said}”). Run again later, or pass another \`github-token\`.`;
	}
	const answered = `${failed(source)}: ${status} “${said}”.`;
	if (status === 401) return `${answered} \`github-token\` is wrong or expired. Leave it out for the default, \`\${{ github.token }}\`.`;
	if (status === 403) return `${answered} \`github-token\` may not read releases. Give the job \`permissions: { contents: read }\`.`;
	if (status === 404) return `${answered} ${source.tag === "latest" ? "There is no published release yet (drafts and prereleases do not count)" : "No published release has this tag (a draft is not found by its tag)"}, or \`github-token\` may not see the repository. Run this step after the release is made, and give the job \`permissions: { contents: read }\`.`;
	return status >= 500 ? `${answered} The GitHub API has trouble. Run again later.` : answered;
}
function sentenceOf({ message, cause, response }) {
	if (cause?.name === "TimeoutError") return "no answer came within `timeout`";
	const { data } = response ?? {};
	return plain((typeof data === "object" ? data?.message : data) ?? message);
}
function plain(said) {
	const words = said.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim();
	return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}
function isRateLimit(headers, said) {
	return headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
exports.loadRelease = loadRelease;
