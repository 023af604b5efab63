export { n as glob, r as isDynamicPattern } from "./vendor-media.js";
