import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A workflow file with Windows line ends, and the default announcement written out.",
  inputs: {
    status:
      "{{ entry.title }}\r\n\r\n{{ entry.summary | fit }}\r\n\r\n{{ entry.link }}\r\n\r\n{{ entry.tags | hashtags: 4 }}\r\n",
    data: "a: b\r\nc: d\r\n",
  },
});
