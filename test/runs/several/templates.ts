import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Language, visibility, sensitive and media are rendered for each post; what renders to nothing is absent.",
  event: "push.commits",
  inputs: {
    data: `
      - { text: Hallo, language: de, visibility: unlisted, sensitive: true, image: a.png }
      - { text: Hello }
      - { text: Hi, visibility: everybody }`,
    status: "{{ data.text }}",
    language: '{{ data.language | default: "" }}',
    visibility: '{{ data.visibility | default: "" }}',
    sensitive: '{{ data.sensitive | default: "" }}',
    media: '{{ data.image | default: "" }}',
  },
  files: { "a.png": png().bytes },
});
