import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Control characters and halves of a surrogate pair, which no server can store, are not sent.",
  inputs: { status: "a{{ data.x }}b", data: 'x: "\\u0000\\u0007\\uD83D\\u001B[31m"' },
});
