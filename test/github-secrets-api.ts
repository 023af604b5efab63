import http from "node:http";
import type { AddressInfo } from "node:net";
import sodium from "libsodium-wrappers";

/**
 * A GitHub Enterprise Server on loopback, as much of it as storing secrets and variables needs. It decrypts each sealed box
 * with the key that it handed out for that very place, and refuses what it cannot open.
 */
export interface GithubSecretsApi {
  /** `127.0.0.1:1234`, for `--repo HOST/OWNER/NAME`. */
  readonly host: string;
  /** Decrypted, by path: `/repos/owner/name/actions/secrets/NAME`. */
  readonly secrets: Map<string, StoredSecret>;
  /** By path: `/repos/owner/name/actions/variables/NAME`. */
  readonly variables: Map<string, StoredVariable>;
  readonly requests: SeenRequest[];
  close(): Promise<void>;
}

export interface StoredSecret {
  value: string;
  visibility?: string;
  repositories?: number[];
}

export interface StoredVariable {
  value: string;
  visibility?: string;
  repositories?: number[];
}

export interface SeenRequest {
  method: string;
  /** Without the prefix of the API. */
  path: string;
  authorization: string;
  body: string;
}

export interface GithubAnswer {
  status: number;
  headers?: Record<string, string>;
  message: string;
}

export interface GithubSecretsOptions {
  /** The token that may do everything; others are told 401. */
  token: string;
  /** Ids of the repositories that exist, by `owner/name`. */
  repositories?: Record<string, number>;
  /** Environments that exist, as `owner/name/environment`. */
  environments?: string[];
  organizations?: string[];
  /** What a request gets in place of its answer; null for the answer. */
  refuse?: (method: string, path: string) => GithubAnswer | null;
}

const PREFIX = "/api/v3";
const SECRETS =
  /^(?:\/repos\/([^/]+\/[^/]+)\/(?:actions|dependabot|environments\/([^/]+))|\/orgs\/([^/]+)\/(?:actions|dependabot))\/(secrets|variables)(?:\/([^/]+))?$/;

export async function startGithubSecretsApi(options: GithubSecretsOptions): Promise<GithubSecretsApi> {
  await sodium.ready;
  const secrets = new Map<string, StoredSecret>();
  const variables = new Map<string, StoredVariable>();
  const requests: SeenRequest[] = [];
  /** One pair of keys for each place, as on GitHub. */
  const keys = new Map<string, { id: string; pair: { publicKey: Uint8Array; privateKey: Uint8Array } }>();

  function answerTo(method: string, path: string, body: Record<string, unknown>): [number, unknown] {
    const { repositories = {}, environments = [], organizations = [] } = options;
    const repository = /^\/repos\/([^/]+\/[^/]+)$/.exec(path)?.[1];
    if (repository) {
      const id = repositories[repository];
      return id === undefined ? notFound : [200, { id, full_name: repository }];
    }
    const [, owned, environment, organization, kind, name] = SECRETS.exec(path) ?? [];
    const isThere = organization ? organizations.includes(organization) : owned && repositories[owned] !== undefined;
    if (!isThere || (environment && !environments.includes(`${owned}/${decodeURIComponent(environment)}`))) {
      return notFound;
    }
    if (kind === "secrets") return answerOnSecrets(method, path, name, body);
    return path.includes("/dependabot/") ? notFound : answerOnVariables(method, path, name, body);
  }

  function answerOnSecrets(
    method: string,
    path: string,
    name: string | undefined,
    body: Record<string, unknown>,
  ): [number, unknown] {
    const place = path.replace(/\/[^/]*$/, "");
    const known = keys.get(place) ?? {
      id: `${568250167242549740n + BigInt(keys.size)}`,
      pair: sodium.crypto_box_keypair(),
    };
    keys.set(place, known);
    if (method === "GET" && name === "public-key") {
      return [200, { key_id: known.id, key: sodium.to_base64(known.pair.publicKey, sodium.base64_variants.ORIGINAL) }];
    }
    if (method === "GET") return secrets.has(path) ? [200, { name, created_at: "2026-01-01T00:00:00Z" }] : notFound;
    if (method !== "PUT") return notFound;
    if (body.key_id !== known.id) return [422, { message: "Invalid key_id" }];
    const { publicKey, privateKey } = known.pair;
    let value: string;
    try {
      const sealed = sodium.from_base64(String(body.encrypted_value), sodium.base64_variants.ORIGINAL);
      value = sodium.to_string(sodium.crypto_box_seal_open(sealed, publicKey, privateKey));
    } catch {
      return [422, { message: "Encrypted value is not a sealed box for this key" }];
    }
    const status = secrets.has(path) ? 204 : 201;
    secrets.set(path, { value, ...readersIn(body) });
    return [status, {}];
  }

  function answerOnVariables(
    method: string,
    path: string,
    name: string | undefined,
    body: Record<string, unknown>,
  ): [number, unknown] {
    if (method === "POST" && name === undefined) {
      const created = `${path}/${body.name}`;
      if (variables.has(created)) return [409, { message: "Already exists - Variable already exists" }];
      variables.set(created, { value: String(body.value), ...readersIn(body) });
      return [201, {}];
    }
    const known = variables.get(path);
    if (!known) return notFound;
    if (method === "PATCH") {
      variables.set(path, { value: String(body.value), ...readersIn(body) });
      return [204, {}];
    }
    return [200, { name, value: known.value }];
  }

  const server = http.createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", url = "", headers } = request;
    const path = url.replace(PREFIX, "");
    requests.push({ method, path, authorization: headers.authorization ?? "", body });
    const refused = url.startsWith(PREFIX) ? options.refuse?.(method, path) : null;
    const [status, json] = !url.startsWith(PREFIX)
      ? notFound
      : path === "/meta"
        ? [200, { installed_version: "3.17.0" }]
        : refused
          ? [refused.status, { message: refused.message, documentation_url: "https://docs.github.com/rest" }]
          : headers.authorization !== `Bearer ${options.token}`
            ? [401, { message: "Bad credentials" }]
            : answerTo(method, path, body === "" ? {} : JSON.parse(body));
    response.writeHead(status, { "content-type": "application/json", "x-github-request-id": "1", ...refused?.headers });
    response.end(status === 204 ? undefined : JSON.stringify(json));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets,
    variables,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const notFound: [number, unknown] = [404, { message: "Not Found", documentation_url: "https://docs.github.com/rest" }];

function readersIn({ visibility, selected_repository_ids: ids }: Record<string, unknown>) {
  return {
    ...(typeof visibility === "string" ? { visibility } : {}),
    ...(Array.isArray(ids) ? { repositories: ids.map(Number) } : {}),
  };
}
