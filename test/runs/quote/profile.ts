import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The address of a profile.",
  inputs: { status: "Well said", "quoted-status-id": "https://elsewhere.example/@alice" },
});
