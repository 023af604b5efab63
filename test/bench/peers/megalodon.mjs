import generator from "megalodon";

const { BENCH_URL, BENCH_TOKEN } = process.env;
const make = generator.default ?? generator;
const client = make("mastodon", BENCH_URL, BENCH_TOKEN);
const { data } = await client.postStatus("howdy universe!");
if (!data.id) process.exit(1);
