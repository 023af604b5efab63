import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { type ChunkingContext, defineConfig, type Plugin } from "rolldown";
import { minifySync } from "rolldown/utils";

const require = createRequire(import.meta.url);

// Importing one of these packages does nothing that the action needs, so what is not used of them can go.
const pure = /node_modules[\\/](@actions|@octokit|tunnel|undici|yaml|liquidjs)[\\/]/;

const undici = join(import.meta.dirname, "node_modules/undici");

/** A file of a package, or a module of Node that a package imports, and what stands in its place. */
const substitutes = new Map([
  // undici's own index loads all of undici: fetch, WebSocket, caches, mocks. It is CommonJS, so no bundler can see that
  // most of it goes unused. This has what every run needs, the next what a run behind a proxy needs beyond it.
  [
    join(undici, "index.js"),
    `const Dispatcher = require("./lib/dispatcher/dispatcher");
     Dispatcher.prototype.request = require("./lib/api/api-request");
     module.exports.Pool = require("./lib/dispatcher/pool");`,
  ],
  [
    join(undici, "later.js"),
    `const Dispatcher = require("./lib/dispatcher/dispatcher");
     Dispatcher.prototype.connect = require("./lib/api/api-connect");
     module.exports.ProxyAgent = require("./lib/dispatcher/proxy-agent");`,
  ],
  // The GitHub client makes an agent for a proxy of its own, though it is given our way of fetching.
  ["undici of @actions", "module.exports = { ProxyAgent: class {} };"],
  // Parts of Node take milliseconds to load. Of its HTTP client undici asks no more than this; of `assert`, the function.
  ["node:http of undici", "module.exports = { maxHeaderSize: 16384, IncomingMessage: class {} };"],
  [
    "node:assert of undici",
    `module.exports = (isSo, message = "undici is at odds with itself") => {
       if (!isSo) throw message instanceof Error ? message : new Error(message);
     };`,
  ],
  // undici's parser of HTTP is WebAssembly. As a file of its own it is a quarter smaller than as text in a program. The
  // one for machines without SIMD is left out.
  [
    join(undici, "lib/llhttp/llhttp_simd-wasm.js"),
    `module.exports = require("node:fs").readFileSync(require("node:path").join(__dirname, "llhttp.wasm"));`,
  ],
  [
    join(undici, "lib/llhttp/llhttp-wasm.js"),
    `Object.defineProperty(module, "exports", {
       get() {
         throw Object.assign(new Error("There is no parser of HTTP"), { code: "ERR_NO_PARSER" });
       },
     });`,
  ],
  // Of the parser's dozens of tables, two are read.
  [join(undici, "lib/llhttp/constants.js"), `module.exports = ${JSON.stringify(usedTables())};`],
  // Never reached: HTTP/2 is off by default, SOCKS proxies are not offered, no body is a FormData of the web.
  ...["dispatcher/client-h2", "dispatcher/socks5-proxy-agent", "web/fetch/body"].map((name): [string, string] => [
    join(undici, `lib/${name}.js`),
    "module.exports = undefined;",
  ]),
]);

function usedTables() {
  const { TYPE, ERROR } = require(join(undici, "lib/llhttp/constants.js"));
  if (TYPE?.RESPONSE === undefined || ERROR?.PAUSED === undefined) throw new Error("undici's tables have changed");
  return { TYPE, ERROR };
}

// What undici may ask of what it gets less of. A new version that asks for more must not pass unseen.
const askedTooMuch = /\bassert\.\w|\bhttp\.(?!maxHeaderSize\b)\w|\bconstants\.(?!TYPE\b|ERROR\b)[A-Z]/;

const lessOfPackages: Plugin = {
  name: "less-of-packages",
  resolveId(id, importer = "", { kind }) {
    if (id === "undici" && kind === "dynamic-import") return join(undici, "later.js");
    if (id === "undici" && /[\\/]@actions[\\/]/.test(importer)) return "undici of @actions";
    const substitute = `${id} of undici`;
    return importer.startsWith(undici) && substitutes.has(substitute) ? substitute : null;
  },
  load(id) {
    if (id.endsWith("llhttp_simd-wasm.js")) {
      this.emitFile({ type: "asset", fileName: "llhttp.wasm", source: require(id) });
    }
    if (substitutes.has(id)) return substitutes.get(id);
    const isRead = /[\\/](liquid\.node\.mjs|undici[\\/]lib[\\/].*)$/.test(id);
    const code = isRead ? readFileSync(id, "utf8") : "";
    if (id.startsWith(undici) && askedTooMuch.test(code)) throw new Error(`${id} asks for more than it gets`);
    // Liquid bounds its time by a clock; this one takes a millisecond to load, the other none.
    if (code.includes("global.performance")) return code.replaceAll("global.performance", "false");
    // file-type can trace what it reads, by way of the environment.
    return /node_modules[\\/]debug[\\/]/.test(id) ? "export default () => () => {};" : null;
  },
  buildEnd(error) {
    const known = new Set(this.getModuleIds());
    const idle = [...substitutes.keys()].filter((id) => !known.has(id));
    if (!error && idle.length > 0) throw new Error(`Nothing asks any more for ${idle.join(", ")}`);
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
  "vendor-undici": /node_modules[\\/]undici[\\/](?!later|.*(agent|api-connect)\.js$)/,
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

const entries = { index: "src/index.ts", token: "src/token/index.ts" };

/** What each entry loads once it has seen that Node is new enough. */
const mains = { action: "src/main.ts", token: "src/token/main.ts" };

/**
 * What every run of the action reads stands in one file, what the token command reads as well in another: a file costs a
 * run more than its bytes do. What is imported later, and what only that needs, is left to the bundler.
 */
function ofEveryRun(id: string, context: ChunkingContext): string | null {
  const isReadBy = (entry: string) => importsOf(resolve(import.meta.dirname, entry), context).has(id);
  if (context.getModuleInfo(id)?.isEntry || !isReadBy(mains.action)) return null;
  return isReadBy(mains.token) ? "mastodon" : "action";
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
