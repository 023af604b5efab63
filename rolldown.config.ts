import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { minifySync } from "rolldown/utils";

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

/** Licences that only ask to be passed on. Another one is for a person to weigh. */
const ALLOWED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

/** Stands in undici as WebAssembly, without its licence: https://github.com/nodejs/llhttp/blob/main/LICENSE */
const llhttp = `llhttp, inside undici (MIT)

This software is licensed under the MIT License.

Copyright Fedor Indutny, 2018.

Permission is hereby granted, free of charge, to any person obtaining a
copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included
in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS
OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE
USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/**
 * The folder of the package that a module belongs to; empty for our own. feedsmith carries parts of a package by its own
 * author along, which have no package.json: its licence covers them.
 */
function packageOf(id: string): string {
  const [folder = ""] = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [];
  if (folder === "" || existsSync(join(folder, "package.json"))) return folder;
  return packageOf(folder.slice(0, folder.lastIndexOf("node_modules")));
}

// The licences of what is bundled ask to go along with it.
const licences: Plugin = {
  name: "licences",
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    const folders = modules.map(packageOf);
    const texts = [...new Set(folders)].filter(Boolean).map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (!ALLOWED.includes(license)) throw new Error(`${name} is under ${license}, which nobody has weighed yet.`);
      const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
      return `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
    });
    const source = [...texts, llhttp].sort().join(`\n${"-".repeat(80)}\n\n`);
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source });
  },
};

/**
 * The files of dist, and what they hold: each takes along what its modules import, unless that belongs to one before it.
 * A package that only some runs need has a file of its own.
 */
const chunks: Record<string, RegExp> = {
  "vendor-undici":
    /node_modules[\\/]undici[\\/]lib[\\/](dispatcher[\\/](dispatcher|pool)|api[\\/]api-(request|connect))\.js$/,
  "vendor-proxies": /node_modules[\\/]undici[\\/]lib[\\/]dispatcher[\\/]proxy-agent\.js$/,
  "vendor-liquid": /node_modules[\\/]liquidjs[\\/]/,
  "vendor-yaml": /node_modules[\\/]yaml[\\/]/,
  // It brings all of undici along, which only those who ask the GitHub API load.
  "vendor-github": /node_modules[\\/](@actions[\\/](github|http-client)|@octokit|undici)[\\/]/,
  "vendor-globs": /node_modules[\\/](tinyglobby|fdir|picomatch)[\\/]/,
  "vendor-media": /node_modules[\\/]file-type[\\/]/,
  "vendor-toml": /node_modules[\\/]smol-toml[\\/]/,
  "vendor-markdown": /node_modules[\\/](mdast|micromark|decode-named)/,
  "vendor-feed":
    /node_modules[\\/](feedsmith|fast-xml-parser|fast-xml-builder|@nodable|entities|strnum|anynum|xml-naming|is-unsafe|path-expression-matcher)[\\/]/,
  "vendor-prompts": /node_modules[\\/]@clack[\\/]/,
  "vendor-open": /node_modules[\\/]open[\\/]/,
  "vendor-sealed-box": /node_modules[\\/]@noble[\\/]/,
  vendor: /node_modules[\\/]/,
  "plain-text": /src[\\/]status[\\/]plain-text[\\/]/,
  // With what stands directly in src, which both entries need.
  mastodon: /src[\\/](?:mastodon[\\/]|(?!index|main|node-version)[\w-]+\.ts$)/,
  "token-command": /src[\\/]token[\\/](?!index)/,
  action:
    /(?<!index|node-version|sources[\\/](feed|feed-text|feed-document|load-feed|load-files|content-file|changes))\.ts$/,
  // The doors to the packages for feeds and files: what they share with the rest belongs there.
  files: /src[\\/]sources[\\/](load-files|content-file|changes)\.ts$/,
  feed: /src[\\/]sources[\\/](feed|feed-text|feed-document|load-feed)\.ts$/,
};

export default defineConfig({
  input: { index: "src/index.ts", token: "src/token/index.ts" },
  platform: "node",
  plugins: [smallVendors, packageType, licences],
  // Of @actions/core a few functions are used, so that its HTTP client, a whole undici, need not come along.
  treeshake: { moduleSideEffects: (id) => !/node_modules[\\/]@actions[\\/]/.test(id) },
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
