import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { minifySync } from "rolldown/utils";

// Importing one of these packages does nothing that the action needs, so what is not used of them can go.
const pure = /node_modules[\\/](@actions|@octokit|tunnel|undici|yaml|liquidjs)[\\/]/;

// What others wrote is read in review where they wrote it; here its size is what counts. Our own code stays as it is.
const smallVendors: Plugin = {
  name: "small-vendors",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !chunk.fileName.startsWith("vendor-")) continue;
      const { code, errors } = minifySync(chunk.fileName, chunk.code, { mangle: { toplevel: true } });
      if (errors.length > 0) throw errors[0]!;
      chunk.code = code;
    }
  },
};

// CommonJS starts faster: an ES module that imports a built-in evaluates all that it exports (docs/performance.md). The
// package is made of ES modules, so dist says that it is not.
const packageType: Plugin = {
  name: "package-type",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
  },
};

// The licences of what is bundled ask to go along with it.
const licences: Plugin = {
  name: "licences",
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    const folders = modules.map((id) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? "");
    const texts = [...new Set(folders)].filter(Boolean).map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
      return `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
    });
    const source = texts.sort().join(`\n${"-".repeat(80)}\n\n`);
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source });
  },
};

/** The files of dist, and what they hold: a package that only some runs need has a file of its own. */
const chunks: Record<string, RegExp> = {
  "vendor-undici": /node_modules[\\/]undici[\\/](?!.*(agent|socks5).*\.js$)/,
  "vendor-proxies": /node_modules[\\/]undici[\\/]/,
  "vendor-liquid": /node_modules[\\/]liquidjs[\\/]/,
  "vendor-yaml": /node_modules[\\/]yaml[\\/]/,
  "vendor-github":
    /node_modules[\\/](@octokit|before-after-hook|universal-user-agent|content-type|json-with-bigint)[\\/]/,
  "vendor-media":
    /node_modules[\\/](file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|ieee754|tinyglobby|fdir|picomatch|debug|ms)[\\/]/,
  "vendor-prompts": /node_modules[\\/](@clack|sisteransi|fast-(string-width|string-truncated-width|wrap-ansi))[\\/]/,
  "vendor-open":
    /node_modules[\\/](open|default-browser|bundle-name|run-applescript|define-lazy-prop|is-in-ssh|is-inside-container|is-wsl|is-docker|powershell-utils|wsl-utils)[\\/]/,
  "vendor-sealed-box": /node_modules[\\/]@noble[\\/]/,
  "vendor-markdown":
    /node_modules[\\/](mdast|micromark|unist|decode-named|character-entities|ccount|devlop|escape-string|longest-streak|markdown-table|zwitch)/,
  vendor: /node_modules[\\/]/,
  "plain-text": /src[\\/]status[\\/]plain-text[\\/]/,
  mastodon: /src[\\/]mastodon[\\/]/,
  action: /src[\\/](?!index|node-version|token)/,
  "token-command": /src[\\/]token[\\/](?!index\.ts)/,
};

export default defineConfig({
  input: { index: "src/index.ts", token: "src/token/index.ts" },
  platform: "node",
  resolve: { mainFields: ["module", "main"] },
  plugins: [smallVendors, packageType, licences],
  treeshake: { moduleSideEffects: (id, external) => external || !pure.test(id) },
  output: {
    dir: "dist",
    format: "cjs",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    // The docstrings stand in src; here every run would read them. Licences stand in LICENSES.txt.
    comments: { jsdoc: false },
    codeSplitting: { groups: Object.entries(chunks).map(([name, test]) => ({ name, test })) },
  },
});
