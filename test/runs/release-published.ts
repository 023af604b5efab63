import { scenario } from "../scenario.ts";

export default scenario({ what: "A published release is announced without any template, in one request." });
