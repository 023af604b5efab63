// Loaded before a measured program (`node --require`): at its end it writes down what the process cost.
// One file for all programs, so that the ratios do not depend on it.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  // microseconds and kibibytes
  writeFileSync(
    process.env.BENCH_REPORT,
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 }),
  );
});
