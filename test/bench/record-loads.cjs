// Loaded before a run (`node --require`): at its end it writes down every file that was loaded, in order, and every part
// of Node.
const fs = require("node:fs");
const { registerHooks } = require("node:module");
const { pathToFileURL } = require("node:url");

const { readFileSync, writeFileSync } = fs;
const files = [];
registerHooks({
  load(url, context, next) {
    files.push(url);
    return next(url, context);
  },
});
// WebAssembly is read as a file.
fs.readFileSync = (path, ...options) => {
  if (/\.wasm$/.test(path)) files.push(pathToFileURL(path).href);
  return readFileSync(path, ...options);
};
process.on("exit", () => writeFileSync(process.env.LOADS, JSON.stringify({ files, builtIns: process.moduleLoadList })));
