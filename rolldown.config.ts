import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";

// Importing one of these packages does nothing that the action needs, so what is not used of them can go.
const pure = /node_modules[\\/](@actions|@octokit|tunnel|undici|yaml|liquidjs)[\\/]/;

// undici's own index loads all of undici: fetch, WebSocket, caches, mocks. It is CommonJS, so no bundler can see that
// most of it goes unused. This index offers the same names, only fewer; whole runs on dist hold it to them.
const undiciIndex = `
const Dispatcher = require("./lib/dispatcher/dispatcher");
Dispatcher.prototype.request = require("./lib/api/api-request");
Dispatcher.prototype.connect = require("./lib/api/api-connect");
module.exports.Agent = require("./lib/dispatcher/agent");
module.exports.Pool = require("./lib/dispatcher/pool");
module.exports.ProxyAgent = require("./lib/dispatcher/proxy-agent");
`;

// Never reached: HTTP/2 is off by default, SOCKS proxies are not offered, every Node since 16 has the SIMD parser, and
// no body is a FormData of the web.
const unreached =
  /undici[\\/]lib[\\/](dispatcher[\\/](client-h2|h2c-client|socks5-proxy-agent)|llhttp[\\/]llhttp-wasm|web[\\/].*)\.js$/;

const lessOfPackages: Plugin = {
  name: "less-of-packages",
  load(id) {
    if (/[\\/]undici[\\/]index\.js$/.test(id)) return undiciIndex;
    if (unreached.test(id)) return "module.exports = undefined;";
    // file-type can trace what it reads, by way of the environment.
    if (/node_modules[\\/]debug[\\/]/.test(id)) return "export default () => () => {};";
    return null;
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
  "vendor-undici": /node_modules[\\/]undici[\\/]/,
  "vendor-liquid": /node_modules[\\/]liquidjs[\\/]/,
  "vendor-yaml": /node_modules[\\/]yaml[\\/]/,
  "vendor-github":
    /node_modules[\\/](@actions[\\/](github|http-client)|@octokit|tunnel|before-after-hook|universal-user-agent|content-type|json-with-bigint)[\\/]/,
  "vendor-media":
    /node_modules[\\/](file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|ieee754|tinyglobby|fdir|picomatch|debug)[\\/]/,
  "vendor-prompts": /node_modules[\\/](@clack|sisteransi|fast-(string-width|string-truncated-width|wrap-ansi))[\\/]/,
  "vendor-open":
    /node_modules[\\/](open|default-browser|bundle-name|run-applescript|define-lazy-prop|is-in-ssh|is-inside-container|is-wsl|is-docker|powershell-utils|wsl-utils)[\\/]/,
  "vendor-sodium": /node_modules[\\/]libsodium/,
  "vendor-markdown":
    /node_modules[\\/](mdast|micromark|unist|decode-named|character-entities|ccount|devlop|escape-string|longest-streak|markdown-table|zwitch)/,
};

export default defineConfig({
  input: { index: "src/main.ts", token: "src/token/main.ts" },
  platform: "node",
  resolve: { mainFields: ["module", "main"] },
  plugins: [lessOfPackages, licences],
  treeshake: { moduleSideEffects: (id, external) => external || !pure.test(id) },
  output: {
    dir: "dist",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    // The docstrings stand in src; here every run would read them. Licences stand in LICENSES.txt.
    comments: { jsdoc: false },
    codeSplitting: {
      groups: [
        ...Object.entries(vendors).map(([name, test]) => ({ name, test })),
        // What the action and the token command both need of the API.
        { name: "mastodon", test: /src[\\/]mastodon[\\/]/, minShareCount: 2 },
      ],
    },
  },
});
