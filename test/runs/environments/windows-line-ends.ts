import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A workflow file with Windows line ends, and the default announcement written out.",
  inputs: {
    status:
      "{{ release.title }}\r\n\r\n{{ repository.description | fit }}\r\n\r\n{{ release.html_url }}\r\n\r\n{{ repository.topics | hashtags: 4 }}\r\n",
    data: "a: b\r\nc: d\r\n",
  },
});
