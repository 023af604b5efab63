import { repository } from "../package.ts";
import type { Command } from "./arguments.ts";

// Lines as long as they want to be: the terminal breaks them at words, and lets what follows a label hang below itself.

const main = `mastodon-token: from nothing to a stored access token in one minute.

  mastodon-token [login] INSTANCE  make a token, and store it for your workflow
  mastodon-token check INSTANCE    whose is a token, and what may it do?
  mastodon-token revoke INSTANCE   end a token
  mastodon-token app INSTANCE      register an application, and nothing else

INSTANCE is whatever you have at hand: mastodon.social, @me@mastodon.social, or the address of your profile. Mastodon, GoToSocial, Akkoma, Hollo, snac, Pixelfed and others are understood.

What login does, step by step:
  1. finds your server, and shows you which one it found
  2. registers an application there, with the few rights that posting takes
  3. opens your browser, where you say yes (or no)
  4. shows whose account it is, and asks before it goes on
  5. stores the token as a secret of your repository, the server's URL as a variable, and shows the step to paste into your workflow

Secrets are typed at a prompt or piped to stdin. They are never arguments, and never written to a file. npx asks once whether it may fetch the package, and keeps it in npm's cache; the command itself leaves nothing behind.

  mastodon-token COMMAND --help  all options of a command
  mastodon-token --version       ${repository}

Exit codes
    0  done
    1  failed; the last line says why
    2  called in a way that is not understood
    3  you said no
  130  cancelled with Ctrl-C
`;

const login = `mastodon-token [login] INSTANCE [options]

Makes an access token for posting, and stores it where your workflow finds it.

  mastodon-token @me@mastodon.social
  mastodon-token mastodon.social --repo me/project --env production
  mastodon-token mastodon.social --no-browser --account @me
  mastodon-token mastodon.social | pbcopy

What the token may do (write:statuses, write:media and profile, unless said)
  --with duplicate-check    look for a post before posting again: read:statuses
  --with pin                pin what was posted: write:accounts
  --scopes "A B"            exactly these scopes
  --name NAME               of the application; it stands publicly under each post. The repository's, unless said

How to log in
  --no-browser              show an address to open on any device, and take the code that is shown there. Chosen by itself over SSH and in containers, unless you say --browser
  --browser                 open a browser here all the same
  --account WHO             go on only if it is this account: a handle, a bare name, or the address of a profile. A handle in place of INSTANCE is held to as well
  --password                with user name and password, on the few servers that still allow it. Both are asked for
  --timeout DURATION        how long to wait for the browser (5m)

Where the token goes (in a terminal you are asked)
  --repo [HOST/]OWNER/NAME  secret of a repository on GitHub, Forgejo or Gitea
  --env NAME                of this environment of the repository
  --org [HOST/]NAME         secret of an organization
  --org-visibility WHICH    for all, private or selected repositories
  --repos A,B               the selected ones
  --dependabot              for runs that Dependabot starts as well
  --url-as KIND             what the server's URL becomes: variable, unless you say secret (which would be blotted out of every link in your logs)
  --secret-name NAME        MASTODON_ACCESS_TOKEN, unless said
  --variable-name NAME      MASTODON_URL, unless said
  --print                   store nothing: print the token alone to stdout, and what it takes to end it to stderr. Chosen by itself where stdout is a pipe or a file
  --yes                     overwrite, and take the account, without asking

GitHub is reached through the GitHub CLI (gh) where it is logged in, else with the token in GH_TOKEN, else with one that you paste; Forgejo and Gitea with that in FORGEJO_TOKEN or GITEA_TOKEN. Tokens for servers of your own go only to a host that you named or said yes to.

To end a token later: mastodon-token revoke, or the list of authorized apps in your account's settings, whose link login shows.
`;

const app = `mastodon-token app INSTANCE [options]

Registers an application and prints its client id and secret: what Gitea, Forgejo and others ask for when people shall log in there with Mastodon.

  mastodon-token app mastodon.social --name "Our forge" \\
    --redirect-uri https://forge.example/user/oauth2/mastodon/callback

  --name NAME         as people see it when they are asked to allow it
  --website URL       where the name leads to
  --scopes "A B"      the most that it may ask for (read)
  --redirect-uri URI  where the server sends people back to
  --json              print one JSON object instead of lines
`;

const check = `mastodon-token check INSTANCE [options]

Says whose a token is and what it may do: posting, media, the look for duplicates, pinning. It never posts to find out. The exit code is 1 when posting cannot work.

  mastodon-token check mastodon.social
  mastodon-token check mastodon.social --token-env MASTODON_ACCESS_TOKEN

The token is asked for, or read from stdin where that is no terminal.

  --token-env NAME  read it from this environment variable
  --json            print one JSON object instead of lines
`;

const revoke = `mastodon-token revoke INSTANCE [options]

Ends a token. Mastodon and most others do that only for the application that it was made for, so it takes the client id and secret that login --print shows. Without them, end it in your account's settings, where authorized apps are listed; the command says where that is.

  mastodon-token revoke mastodon.social --client-id abc123

The token and the secret are asked for, unless said. Where stdin is no terminal, it holds the token, or {"token": "…", "client_id": "…", "client_secret": "…"}.

  --client-id ID            of the application
  --client-secret-env NAME  read its secret from this environment variable
  --token-env NAME          read the token from this environment variable
  --yes                     end it without asking
`;

const pages: Record<Command | "", string> = { "": main, login, app, check, revoke };

/** The page on a command, or on all of them. */
export function help(topic: Command | ""): string {
  return pages[topic];
}
