import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Two elements make the same post: refused before anything is sent.",
  event: "schedule",
  inputs: {
    data: "[{ name: one, number: 1 }, { name: two }, { name: one, number: 2 }]",
    status: "Number {{ data.name }}",
  },
});
