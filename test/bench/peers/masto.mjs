import { createRestAPIClient } from "masto";

const { BENCH_URL, BENCH_TOKEN } = process.env;
const client = createRestAPIClient({ url: BENCH_URL, accessToken: BENCH_TOKEN });
const { id } = await client.v1.statuses.create({ status: "howdy universe!" });
if (!id) process.exit(1);
