// Loaded before a run (`node --import`): writes down every module file that is loaded, in order.
import { appendFileSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

writeFileSync(process.env.LOADS, "");
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADS, `${url}\n`);
    return next(url, context);
  },
});
