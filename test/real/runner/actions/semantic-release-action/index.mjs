import { appendFileSync } from "node:fs";

const { GITHUB_API_URL, GITHUB_OUTPUT, GITHUB_REPOSITORY, GITHUB_TOKEN } = process.env;
const answer = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/releases`, {
  method: "POST",
  headers: { authorization: `token ${GITHUB_TOKEN}`, "content-type": "application/json" },
  body: JSON.stringify({ tag_name: "v7.3.0", name: "v7.3.0", body: "## 7.3.0\n\n### Features\n\n* a new one" }),
});
if (!answer.ok) throw new Error(`The release could not be made: ${answer.status} ${await answer.text()}`);
appendFileSync(GITHUB_OUTPUT, "new_release_published=true\nnew_release_git_tag=v7.3.0\n");
