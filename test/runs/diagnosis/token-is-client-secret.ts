import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The client secret of the application was stored, which stands above the token on its page.",
  inputs: { "access-token": "b0kP3gq2n5Xl9_tYx8aZ7cV4mN1oQ6rS5tU2wX3yZ0A" },
});
