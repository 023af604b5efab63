// The least that posts a status from Node: one built-in fetch.
const { BENCH_URL, BENCH_TOKEN } = process.env;
const answer = await fetch(`${BENCH_URL}/api/v1/statuses`, {
  method: "POST",
  headers: { authorization: `Bearer ${BENCH_TOKEN}`, "content-type": "application/json" },
  body: JSON.stringify({ status: "howdy universe!" }),
});
const { id } = await answer.json();
if (!id) process.exit(1);
