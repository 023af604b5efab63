import { scenario } from "../../scenario.ts";

export default scenario({ what: "A release that was taken back.", event: "release.unpublished" });
