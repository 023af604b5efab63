// src/action/missing-token.ts
function explainMissingToken({ event, github }) {
	if (isFromFork(event, github.event_name)) return {
		byDesign: true,
		cause: "Secrets are not handed to pull requests from forks.",
		cure: "Post from another event (`release`, `push`), or set `on-missing-token: skip`."
	};
	if (github.actor === "dependabot[bot]") return {
		byDesign: true,
		cause: "Runs started by Dependabot get Dependabot's own secrets only.",
		cure: "Store the token there too (Settings › Secrets and variables › Dependabot), or set `on-missing-token: skip`."
	};
	if (event.repository?.fork === true) return {
		byDesign: true,
		cause: "This repository is a fork, and forks do not get the secrets of the original.",
		cure: "Store a token here, or set `on-missing-token: skip`."
	};
	return {
		byDesign: false,
		cause: "Likely causes: no secret of that name in this repository, organization or environment (names must match to the letter); a job without its `environment:`; a reusable workflow called without `secrets: inherit`.",
		cure: "Store the token under Settings › Secrets and variables › Actions and pass `access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}`."
	};
}
function isFromFork(event, eventName) {
	const pull = event.pull_request;
	if (!pull || eventName === "pull_request_target") return false;
	return pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}
// src/action/missing-account.ts
const MISSING_URL = "`instance-url` is empty. Likely causes: no variable or secret of that name in this repository, organization or environment, or a job without its `environment:`. Set it under Settings › Secrets and variables › Actions › Variables and pass `instance-url: ${{ vars.MASTODON_URL }}`.";
const NO_SKIP = " (`on-missing-token: skip` skips only where secrets are withheld by design.)";
function explainMissing(given, onMissingToken, environment) {
	const problems = [];
	if (given.token === "") {
		const { byDesign, cause, cure } = explainMissingToken(environment);
		const maySkip = onMissingToken === "skip";
		if (byDesign && maySkip) return {
			skip: `\`access-token\` is empty. ${cause}`,
			problems
		};
		problems.push(`\`access-token\` is empty. ${cause} ${cure}${maySkip ? NO_SKIP : ""}`);
	}
	if (given.url === "") problems.push(MISSING_URL);
	return {
		skip: null,
		problems
	};
}
exports.explainMissing = explainMissing;
