import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Whole runs start a process each; a loaded machine must not turn them red.
    testTimeout: 60_000,
    fileParallelism: true,
  },
});
