import type { Account, Application, Token } from "../store.ts";

/** What the OAuth side remembers. */
export interface OAuthState {
  /** By client id. */
  applications: Map<string, RegisteredApplication>;
  /** By code. */
  grants: Map<string, Grant>;
  /** By the value of the cookie. */
  sessions: Map<string, Session>;
  /** `account id:client id` of those who have consented once. */
  consents: Set<string>;
  /** When the tokens of this side were given. */
  issued: Map<Token, Date>;
  /** By refresh token: the token that it replaces. */
  refreshes: Map<string, Token>;
  /** How many requests the token endpoint had. */
  tokenCalls: number;
  /** How many applications were ever registered. */
  registered: number;
}

export interface RegisteredApplication extends Application {
  /** Its redirect URIs as they were given, in one text. */
  redirectUri: string;
  clientId: string;
  clientSecret: string;
}

/** What a code stands for. */
export interface Grant {
  application: RegisteredApplication;
  account: Account;
  redirectUri: string;
  scopes: string[];
  challenge: { value: string; method: string } | null;
  /** Milliseconds since 1970. */
  expires: number;
  /** The token that was given for it; null: not used yet. */
  token: Token | null;
  /** Cannot be used any more, though there is no token. */
  burnt: boolean;
}

/** One browser. */
export interface Session {
  account: Account | null;
  /** Has given its password, but not its second factor yet. */
  pending: Account | null;
  /** Where a log-in leads: a path with its query. */
  returnTo: string | null;
}

export function createOAuthState(): OAuthState {
  return {
    applications: new Map(),
    grants: new Map(),
    sessions: new Map(),
    consents: new Set(),
    issued: new Map(),
    refreshes: new Map(),
    tokenCalls: 0,
    registered: 0,
  };
}
