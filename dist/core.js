export { a as fileTypeFromBuffer } from "./vendor-media.js";
