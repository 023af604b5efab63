const { GITHUB_API_URL, GITHUB_REF_NAME, GITHUB_REPOSITORY, GITHUB_TOKEN } = process.env;
const answer = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/releases`, {
  method: "POST",
  headers: { authorization: `token ${GITHUB_TOKEN}`, "content-type": "application/json" },
  body: JSON.stringify({
    tag_name: GITHUB_REF_NAME,
    name: GITHUB_REF_NAME,
    body: "## Changelog\n\n* abc1234 a new one",
  }),
});
if (!answer.ok) throw new Error(`The release could not be made: ${answer.status} ${await answer.text()}`);
