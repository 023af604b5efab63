/** Query parameters that say where a reader came from, and not what is read. */
const TRACKING = /^(utm_\w+|mtm_\w+|pk_\w+|at_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|ref|source|feature)$/i;

/**
 * Whether a link leads to an entry: scheme, `www.`, a slash at the end and what trackers add aside. A link may have more
 * query parameters than the entry's address, unless that is a home page, where they name what is shown.
 *
 * @param address of the entry; a fragment counts where it has one
 */
export function leadsToEntry(link: string, address: string): boolean {
  if (!URL.canParse(link) || !URL.canParse(address)) return false;
  const [one, other] = [new URL(link), new URL(address)];
  if (placeOf(one) !== placeOf(other)) return false;
  if (other.hash !== "" && one.hash !== other.hash) return false;
  const [up, wanted] = [parametersOf(one), parametersOf(other)];
  const isHome = other.pathname.replace(/\/+$/, "") === "";
  return wanted.every((parameter) => up.includes(parameter)) && (!isHome || up.length === wanted.length);
}

function placeOf({ hostname, port, pathname }: URL): string {
  return `${hostname.replace(/^www\./, "")}:${port}${pathname.replace(/\/+$/, "")}`;
}

function parametersOf({ searchParams }: URL): string[] {
  return [...searchParams].filter(([name]) => !TRACKING.test(name)).map((pair) => JSON.stringify(pair));
}
