import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Whole runs start a process each; a loaded machine must not turn them red.
    testTimeout: 60_000,
    fileParallelism: true,
    // GitHub's parser is published for bundlers: it imports JSON in a way that Node refuses.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
  },
});
