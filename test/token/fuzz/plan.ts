import type { Random } from "./random.ts";

/** What a run sets out to do. Everything random about it is settled here, but for what servers and people do later. */
export interface Plan {
  command: "login" | "app" | "check" | "revoke";
  /** The rest of the command line, without the instance. */
  options: string[];
  /** Whether there is a terminal to ask in. */
  interactive: boolean;
  /** Where the token goes; for `login` alone. */
  way: "gh" | "GitHub API" | "Forgejo" | "print" | "chosen" | "none";
  /** How the person logs in; for `login` alone. */
  login: "browser" | "code" | "password" | "none";
  gh: "absent" | "logged out" | "logged in";
  /** Whether the tokens for GitHub and Forgejo are in the environment, rather than asked for. */
  tokensAreSet: boolean;
}

export interface Places {
  /** `HOST` of the practice servers. */
  github: string;
  forgejo: string;
}

export function planOf(random: Random, { github, forgejo }: Places): Plan {
  const command = random.pick(["login", "login", "login", "login", "login", "app", "check", "revoke"] as const);
  const isLogin = command === "login";
  const login = isLogin ? random.pick(["browser", "code", "code", "password"] as const) : "none";
  const interactive = login === "code" || login === "password" ? true : random.chance(0.5);
  const way = isLogin ? random.pick(["gh", "GitHub API", "Forgejo", "print", "chosen"] as const) : "none";
  const gh = way === "gh" ? "logged in" : random.pick(["absent", "logged out"] as const);
  const maybe = (probability: number, ...options: string[]) => (random.chance(probability) ? options : []);
  const host = { gh: "github.com", "GitHub API": github, Forgejo: forgejo, print: "", chosen: "", none: "" }[way];
  const place =
    host === ""
      ? []
      : random.chance(0.8)
        ? ["--repo", `${host}/acme/${random.pick(["widgets", "widgets", "nowhere"])}`, ...maybe(0.2, "--env", "prod")]
        : ["--org", `${host}/acme`, ...maybe(0.4, "--repos", "widgets")];
  const options: Record<Plan["command"], () => string[]> = {
    login: () => [
      ...place,
      ...(login === "code" ? ["--no-browser"] : login === "password" ? ["--password"] : ["--browser"]),
      ...(way === "print" && (interactive || random.chance(0.5)) ? ["--print"] : []),
      ...(interactive ? maybe(0.3, "--yes") : random.chance(0.7) ? ["--yes"] : ["--account", "@poster@127.0.0.1"]),
      ...maybe(0.2, "--with", random.pick(["pin", "duplicate-check"])),
      ...maybe(0.1, "--scopes", random.pick(["read", "write", "write:statuses", "nonsense"])),
      ...maybe(0.15, "--dependabot"),
      ...maybe(0.2, "--url-as", "secret"),
      ...maybe(0.2, "--name", "a name"),
    ],
    app: () => [
      ...[
        "--name",
        "a name",
        "--redirect-uri",
        random.pick(["https://git.example/callback", "urn:ietf:wg:oauth:2.0:oob"]),
      ],
      ...maybe(0.5, "--json"),
      ...maybe(0.3, "--scopes", random.pick(["read", "profile", "nonsense"])),
    ],
    check: () => [...maybe(0.4, "--json"), ...maybe(0.4, "--token-env", "MY_TOKEN")],
    revoke: () => [
      ...maybe(0.4, "--token-env", "MY_TOKEN"),
      ...maybe(0.4, "--client-secret-env", "MY_SECRET", "--client-id", "an-id"),
      ...maybe(0.5, "--yes"),
    ],
  };
  const wanted = options[command]();
  // Those two exclude each other; that they do is tested elsewhere.
  const both = wanted.includes("--scopes") && wanted.includes("--with");
  const cleaned = both ? wanted.filter((one, at) => one !== "--with" && wanted[at - 1] !== "--with") : wanted;
  return { command, options: cleaned, interactive, way, login, gh, tokensAreSet: random.chance(0.7) };
}
