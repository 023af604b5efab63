import { scenario } from "../../scenario.ts";

export default scenario({ what: "A release that was edited was announced before.", event: "release.edited" });
