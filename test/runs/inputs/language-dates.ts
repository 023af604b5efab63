import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`language` goes to the server and is the locale of the template's dates, in UTC.",
  inputs: { language: "de", status: "Erschienen am {{ release.published_at | date: '%A, %-d. %B %Y, %H:%M' }} Uhr" },
});
