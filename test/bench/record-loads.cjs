// Loaded before a run (`node --require`): at its end it writes down every file that was loaded, in order, and every part
// of Node.
const { writeFileSync } = require("node:fs");
const { registerHooks } = require("node:module");

const files = [];
registerHooks({
  load(url, context, next) {
    files.push(url);
    return next(url, context);
  },
});
process.on("exit", () => writeFileSync(process.env.LOADS, JSON.stringify({ files, builtIns: process.moduleLoadList })));
