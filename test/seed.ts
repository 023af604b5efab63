import fc from "fast-check";

/**
 * Loaded before each test file: properties draw the same cases on every machine, so a test that is green here is green
 * in CI. `SEED=7 PROPERTY_RUNS=100000 npm test` draws others; CI does so once a week.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
