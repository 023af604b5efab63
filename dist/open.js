export { n as default } from "./vendor-open.js";
