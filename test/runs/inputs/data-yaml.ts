import { scenario } from "../../scenario.ts";

export default scenario({
  what: "YAML data: every value stays as written, only true, false and null are typed.",
  inputs: {
    data: "version: 1.10\nbuild: 007\ncommit: 8e12345\nstable: true\nnote: null\ntags: [one, two]",
    status:
      "{{ data.version }} {{ data.build }} {{ data.commit }} [{{ data.note }}]{% if data.stable %} stable{% endif %} {{ data.tags | join: '+' }}",
  },
});
