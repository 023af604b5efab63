export { g as default } from "./vendor-sodium.js";
