import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Elements of a list get their link by the input `link`, and the announcement shows it.",
  event: "schedule",
  inputs: {
    data: "[{ title: Cat, slug: cat }, { title: Dog, link: 'https://dogs.example/' }]",
    link: "https://pets.example/{{ data.slug }}/",
  },
});
