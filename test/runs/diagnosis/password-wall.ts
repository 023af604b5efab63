import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A web server in front of the instance asks for a user name and a password.",
  faults: [
    {
      answer: {
        ...html(401, "Authorization Required"),
        headers: { "content-type": "text/html", "www-authenticate": 'Basic realm="Staging"' },
      },
      times: Infinity,
    },
  ],
});
