import { appendFileSync } from "node:fs";

const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_OUTPUT, INPUT_TOKEN } = process.env;
const answer = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/releases`, {
  method: "POST",
  headers: { authorization: `token ${INPUT_TOKEN}`, "content-type": "application/json" },
  body: JSON.stringify({ tag_name: "v7.3.0", name: "v7.3.0", body: "### Features\n\n* a new one" }),
});
if (!answer.ok) throw new Error(`The release could not be made: ${answer.status} ${await answer.text()}`);
const { tag_name, html_url, upload_url, body } = await answer.json();
const [major, minor, patch] = tag_name.slice(1).split(".");
const outputs = {
  releases_created: true,
  release_created: true,
  tag_name,
  version: tag_name.slice(1),
  major,
  minor,
  patch,
  html_url,
  upload_url,
  body,
  paths_released: '["."]',
};
for (const [name, value] of Object.entries(outputs)) appendFileSync(GITHUB_OUTPUT, `${name}<<END\n${value}\nEND\n`);
