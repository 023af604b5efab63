import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    // One process a core runs all files. One for each file would take a fifth longer, to start and to load the same again.
    isolate: false,
    maxWorkers: "100%",
    // These end what hangs. No test relies on them, nor on how fast the machine is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // GitHub's parser is published for bundlers: it imports JSON in a way that Node refuses.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
  },
});
