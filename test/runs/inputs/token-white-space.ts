import { scenario } from "../../scenario.ts";

export default scenario({
  what: "White space around the token is taken off and told.",
  arrange({ inputs, token }) {
    inputs["access-token"] = `\n ${token}\r\n`;
  },
});
