import { defineConfig } from "rolldown";

// Importing one of these packages does nothing that the action needs, so what is not used of them can go.
const pure = /node_modules[\\/](@actions|@octokit|tunnel|undici|yaml|liquidjs)[\\/]/;

export default defineConfig({
  input: { index: "src/main.ts" },
  platform: "node",
  treeshake: { moduleSideEffects: (id, external) => external || !pure.test(id) },
  output: {
    dir: "dist",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  },
});
