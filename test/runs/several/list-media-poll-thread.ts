import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Each post of a list has its own thread, media with its alt text, and content warning.",
  event: "schedule",
  inputs: {
    data: "[{ name: cat, alt: A cat on a mat }, { name: dog, alt: A dog in a bog }]",
    status: "The {{ data.name }} of the day\n---\nThat was the {{ data.name }}.",
    "spoiler-text": "{{ data.name }}",
    media: "{ file: photo.png, description: '{{ data.alt }}' }",
  },
  files: { "photo.png": png().bytes },
});
