import { redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A redirect of the POST is not followed: nothing is posted, and the step says where it led.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [
    {
      method: "POST",
      path: "/api/v1/statuses",
      times: 9,
      answer: redirect("https://social.example/api/v1/statuses", 308),
    },
  ],
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
