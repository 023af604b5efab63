import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A content warning with the access token in it is refused.",
  arrange({ inputs, token }) {
    inputs["spoiler-text"] = token;
  },
});
