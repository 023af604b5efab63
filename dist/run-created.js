const require_vendor_github = require("./vendor-github.js");
// src/action/run-created.ts
async function runCreatedAt({ github, apiUrl }, token, fetch) {
	const [owner = "", repo = ""] = github.repository.split("/");
	if (token === "") return "`github-token` is empty; leave it out to have its default";
	if (owner === "" || repo === "" || github.run_id === "") return "this runner does not name its run";
	const { rest } = require_vendor_github.getOctokit(token, {
		baseUrl: apiUrl,
		request: { fetch }
	});
	try {
		const { data } = await rest.actions.getWorkflowRun({
			owner,
			repo,
			run_id: Number(github.run_id)
		});
		const time = Date.parse(data?.created_at ?? "");
		return Number.isNaN(time) ? "the GitHub API's answer has no time" : time;
	} catch (cause) {
		const { response } = cause;
		if (!response) return "the GitHub API did not answer";
		const isForbidden = response.status === 403 || response.status === 404;
		return `the GitHub API answered ${response.status}${isForbidden ? "; add `actions: read` to the job's permissions" : ""}`;
	}
}
exports.runCreatedAt = runCreatedAt;
