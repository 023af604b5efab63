import { json, type Route } from "../call.ts";
import { register } from "./apps.ts";
import { decideAuthorization, forwardAuthorization, showAuthorization, showCode } from "./authorize.ts";
import type { OAuthDeviations } from "./deviations.ts";
import { logOut, showLogIn, showSettings, submitLogIn } from "./log-in.ts";
import { revoke } from "./revoke.ts";
import { giveToken } from "./token.ts";
import { introspect, tokenInfo } from "./token-info.ts";
import { userinfo } from "./userinfo.ts";

/** The OAuth side of a server: registration, authorization, tokens, and what it tells about them. */
export function oauthRoutes({ oauth }: { oauth: OAuthDeviations }): Route[] {
  const { metadata, authorization, revocation, introspection } = oauth;
  const { userinfo: hasUserinfo, tokenInfo: hasTokenInfo } = oauth;
  const { path, login, forwardFrom, outOfBand } = authorization;
  const routes: Route[] = [
    { method: "POST", path: "/api/v1/apps", handle: register },
    { method: "GET", path, handle: showAuthorization },
    { method: "POST", path, handle: decideAuthorization },
    { method: "POST", path: "/auth/sign_out", handle: logOut },
    { method: "GET", path: "/auth/edit", handle: showSettings },
    { method: "POST", path: "/oauth/token", handle: giveToken },
  ];
  if (metadata) {
    const headers = { "cache-control": "max-age=0, private, must-revalidate", vary: "Origin" };
    const handle: Route["handle"] = ({ origin }) => json(metadata(origin), headers);
    routes.push({ method: "GET", path: "/.well-known/oauth-authorization-server", handle });
  }
  if (login.kind === "page") {
    routes.push({ method: "GET", path: login.path, handle: showLogIn });
    routes.push({ method: "POST", path: login.path, handle: submitLogIn });
  }
  if (forwardFrom !== null) routes.push({ method: "GET", path: forwardFrom, handle: forwardAuthorization });
  if (typeof outOfBand === "object") routes.push({ method: "GET", path: outOfBand.path, handle: showCode });
  if (revocation) routes.push({ method: "POST", path: "/oauth/revoke", handle: revoke });
  if (hasTokenInfo) routes.push({ method: "GET", path: "/oauth/token/info", handle: tokenInfo });
  if (introspection) routes.push({ method: "POST", path: "/oauth/introspect", handle: introspect });
  if (hasUserinfo) routes.push({ method: "GET", path: "/oauth/userinfo", handle: userinfo });
  return routes;
}
