import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { type ChunkingContext, defineConfig, type Plugin } from "rolldown";
import { minifySync } from "rolldown/utils";

const require = createRequire(import.meta.url);

// Importing one of these packages does nothing that the action needs, so what is not used of them can go.
const pure = /node_modules[\\/](@actions|@octokit|tunnel|undici|yaml|liquidjs)[\\/]/;

// undici's own index loads all of undici: fetch, WebSocket, caches, mocks. It is CommonJS, so no bundler can see that
// most of it goes unused. These offer the same names, only fewer: the one what every run needs, the other, which is
// imported later, what a run behind a proxy needs. Whole runs on dist hold them to that.
const undici = join(import.meta.dirname, "node_modules/undici");
const undiciIndex = `
const Dispatcher = require("./lib/dispatcher/dispatcher");
Dispatcher.prototype.request = require("./lib/api/api-request");
module.exports.Pool = require("./lib/dispatcher/pool");
`;
const undiciProxies = `
const Dispatcher = require("./lib/dispatcher/dispatcher");
Dispatcher.prototype.connect = require("./lib/api/api-connect");
module.exports.ProxyAgent = require("./lib/dispatcher/proxy-agent");
`;

// Never reached: HTTP/2 is off by default, SOCKS proxies are not offered, every Node since 16 has the SIMD parser, and
// no body is a FormData of the web.
const unreached =
  /undici[\\/]lib[\\/](dispatcher[\\/](client-h2|h2c-client|socks5-proxy-agent)|llhttp[\\/]llhttp-wasm|web[\\/].*)\.js$/;

// Parts of Node take milliseconds to load. Of its HTTP client, undici asks no more than this; of `assert`, the function.
const forUndici: Record<string, string> = {
  "node:http": "module.exports = { maxHeaderSize: 16384, IncomingMessage: class {} };",
  "node:assert": `module.exports = (isSo, message = "undici is at odds with itself") => {
    if (!isSo) throw message instanceof Error ? message : new Error(message);
  };`,
};

// undici's parser of HTTP is WebAssembly. As a file of its own it is a quarter smaller than as text in a program.
const parserForUndici = `
const { readFileSync } = require("node:fs");
module.exports = readFileSync(require("node:path").join(__dirname, "llhttp.wasm"));
`;

// Two of the parser's dozens of tables are read.
const usedConstants = ({ TYPE, ERROR }: Record<string, unknown>) =>
  `module.exports = ${JSON.stringify({ TYPE, ERROR })};`;

const lessOfPackages: Plugin = {
  name: "less-of-packages",
  resolveId(id, importer = "", { kind }) {
    if (id === "undici" && kind === "dynamic-import") return join(undici, "proxies.js");
    return id in forUndici && importer.startsWith(undici) ? `\0${id}` : null;
  },
  load(id) {
    if (id === join(undici, "index.js")) return undiciIndex;
    if (id === join(undici, "proxies.js")) return undiciProxies;
    if (id.startsWith("\0node:")) return forUndici[id.slice(1)];
    if (id === join(undici, "lib/llhttp/llhttp_simd-wasm.js")) {
      this.emitFile({ type: "asset", fileName: "llhttp.wasm", source: require(id) });
      return parserForUndici;
    }
    if (id === join(undici, "lib/llhttp/constants.js")) return usedConstants(require(id));
    if (unreached.test(id)) return "module.exports = undefined;";
    // Liquid bounds its time by the clock that is the slower to load.
    if (/[\\/]liquid\.node\.mjs$/.test(id)) return readFileSync(id, "utf8").replaceAll("global.performance", "false");
    // file-type can trace what it reads, by way of the environment.
    if (/node_modules[\\/]debug[\\/]/.test(id)) return "export default () => () => {};";
    return null;
  },
};

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

// One chunk for each package that only some runs need, so that the others do not read it.
const vendors: Record<string, RegExp> = {
  "vendor-undici": /node_modules[\\/]undici[\\/](?!proxies|.*(agent|api-connect)\.js$)/,
  "vendor-proxies": /node_modules[\\/]undici[\\/]/,
  "vendor-liquid": /node_modules[\\/]liquidjs[\\/]/,
  "vendor-yaml": /node_modules[\\/]yaml[\\/]/,
  "vendor-github":
    /node_modules[\\/](@actions[\\/](github|http-client)|@octokit|tunnel|before-after-hook|universal-user-agent|content-type|json-with-bigint)[\\/]/,
  "vendor-media":
    /node_modules[\\/](file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|ieee754|tinyglobby|fdir|picomatch|debug)[\\/]/,
  "vendor-prompts": /node_modules[\\/](@clack|sisteransi|fast-(string-width|string-truncated-width|wrap-ansi))[\\/]/,
  "vendor-open":
    /node_modules[\\/](open|default-browser|bundle-name|run-applescript|define-lazy-prop|is-in-ssh|is-inside-container|is-wsl|is-docker|powershell-utils|wsl-utils)[\\/]/,
  "vendor-sealed-box": /node_modules[\\/]@noble[\\/]/,
  "vendor-markdown":
    /node_modules[\\/](mdast|micromark|unist|decode-named|character-entities|ccount|devlop|escape-string|longest-streak|markdown-table|zwitch)/,
};

const entries = { index: "src/main.ts", token: "src/token/main.ts" };

/**
 * What every run of the action reads stands in one file, what the token command reads as well in another: a file costs a
 * run more than its bytes do. What is imported later, and what only that needs, is left to the bundler.
 */
function ofEveryRun(id: string, context: ChunkingContext): string | null {
  const isReadBy = (entry: string) => importsOf(resolve(import.meta.dirname, entry), context).has(id);
  if (context.getModuleInfo(id)?.isEntry || !isReadBy(entries.index)) return null;
  return isReadBy(entries.token) ? "mastodon" : "action";
}

/** What is read before a module runs, itself included. */
function importsOf(id: string, context: ChunkingContext, known = new Set<string>()): Set<string> {
  if (known.has(id)) return known;
  known.add(id);
  for (const imported of [...(context.getModuleInfo(id)?.importedIds ?? [])]) importsOf(imported, context, known);
  return known;
}

export default defineConfig({
  input: entries,
  platform: "node",
  resolve: { mainFields: ["module", "main"] },
  plugins: [lessOfPackages, smallVendors, packageType, licences],
  treeshake: { moduleSideEffects: (id, external) => external || !pure.test(id) },
  output: {
    dir: "dist",
    format: "cjs",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    // The docstrings stand in src; here every run would read them. Licences stand in LICENSES.txt.
    comments: { jsdoc: false },
    codeSplitting: {
      groups: [
        ...Object.entries(vendors).map(([name, test]) => ({ name, test })),
        { name: ofEveryRun, debugName: "of every run" },
      ],
    },
  },
});
