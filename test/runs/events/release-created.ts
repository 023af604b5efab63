import { scenario } from "../../scenario.ts";

export default scenario({ what: "A release that was saved is not out yet.", event: "release.created" });
