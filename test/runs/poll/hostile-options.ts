import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Options full of workflow commands, HTML and characters that steer.",
  inputs: {
    status: "Which of these next?",
    poll: JSON.stringify({
      options: ["::error::no", "##[error]no", "<img src=x onerror=alert(1)>", "\u202Egnp `x` @bob"],
    }),
  },
});
