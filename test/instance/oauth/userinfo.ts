import { requireScope, requireUser } from "../access.ts";
import { accountUrl } from "../addresses.ts";
import { type Answer, type Call, json } from "../call.ts";

/** GET /oauth/userinfo: who the token is of, for the scope `profile`. */
export function userinfo(call: Call): Answer {
  requireScope(call, "profile");
  const account = requireUser(call);
  const { origin } = call;
  return json({
    iss: `${origin}/`,
    sub: call.profile.accountUri(origin, account),
    name: account.displayName,
    [call.profile.oauth.userinfo ?? "preferred_username"]: account.username,
    profile: accountUrl(origin, account),
    picture: `${origin}/avatars/original/missing.png`,
  });
}
