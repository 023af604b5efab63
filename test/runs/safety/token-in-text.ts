import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text with the access token in it is refused, and shown nowhere.",
  arrange({ inputs, token }) {
    inputs.data = JSON.stringify({ secret: token });
    inputs.status = "The secret is {{ data.secret }}";
  },
});
