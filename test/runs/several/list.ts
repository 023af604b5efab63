import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The packages that changesets published: one post for each.",
  event: "push.commits",
  inputs: {
    data: '[{"name":"@octo/widgets","version":"2.0.0"},{"name":"@octo/gears","version":"1.4.1"},{"name":"octo","version":"0.9.0"}]',
    status:
      "{{ data.name }} {{ data.version }} is out.\n\nhttps://www.npmjs.com/package/{{ data.name }}/v/{{ data.version }}",
  },
});
