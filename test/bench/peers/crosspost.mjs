import { MastodonStrategy } from "@humanwhocodes/crosspost";

const { BENCH_URL, BENCH_TOKEN } = process.env;
const strategy = new MastodonStrategy({ accessToken: BENCH_TOKEN, host: new URL(BENCH_URL).host });
const { id } = await strategy.post("howdy universe!");
if (!id) process.exit(1);
